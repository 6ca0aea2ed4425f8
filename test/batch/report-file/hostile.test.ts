import { strToU8, zipSync } from "fflate";
import { ReportFileError } from "../../../src/batch/report-file/error";
import { readReportFile } from "../../../src/batch/report-file/read-report-file";
import { LIMITS } from "../../../src/recognise/report/limits";
import { XlsxError } from "../../../src/xlsx";
import { documentXml, makeDocx, paragraph } from "./docx";
import { docxBody, figuresIn, figuresOf, htmlOf, reportOf } from "./reports";

const anchor = reportOf("015-hangzhou-2025");

/** What is said of a file that is refused. */
async function problemOf(name: string, bytes: Uint8Array) {
  try {
    await readReportFile(name, bytes);
  } catch (error) {
    if (error instanceof ReportFileError || error instanceof XlsxError) return error.problem;
    throw error;
  }
  throw new Error(`${name} was read`);
}

const compound = (stream: string): Uint8Array => {
  const file = Buffer.alloc(2048);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  Buffer.from(`${stream}\0`, "utf16le").copy(file, 1024);
  return new Uint8Array(file);
};

const ODS = "application/vnd.oasis.opendocument.spreadsheet";

describe("what is no report is named", () => {
  test.each([
    ["年报.pdf", strToU8("%PDF-1.7\n"), "pdf"],
    ["年报.docx", strToU8("%PDF-1.7\n"), "pdf"],
    ["年报.doc", compound("WordDocument"), "doc"],
    ["年报.wps", compound("WordDocument"), "wps"],
    ["年报.xls", compound("Workbook"), "xls"],
    ["年报.doc", strToU8("{\\rtf1\\ansi"), "rtf"],
    ["年报.mht", strToU8("MIME-Version: 1.0\nContent-Type: multipart/related"), "mht"],
    ["年报.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), "image"],
    ["年报.ofd", zipSync({ "OFD.xml": strToU8("<OFD/>") }), "ofd"],
    ["年报.odt", zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<a/>") }), "odt"],
    ["年报.ods", zipSync({ mimetype: strToU8(ODS), "content.xml": strToU8("<a/>") }), "ods"],
    ["年报.fods", strToU8(`<?xml version="1.0"?><office:document office:mimetype="${ODS}">`), "ods"],
    ["年报.xml", strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), "xmlSheet"],
    [
      "年报.xml",
      strToU8('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      "xmlSheet",
    ],
    ["年报.zip", zipSync({ "年报.txt": strToU8("x") }), "archive"],
    [
      "年报.xlsx",
      zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.xml": strToU8("<a/>") }),
      "workbook",
    ],
    ["年报.txt", new Uint8Array(), "empty"],
    ["年报.txt", strToU8(" \n "), "empty"],
    ["年报.dat", new Uint8Array([1, 0, 2, 0, 3, 0, 0xff, 0xff]), "unknown"],
    ["年报.txt", new Uint8Array(999).fill(0xff), "encoding"],
  ])("%s: %#", async (name, bytes, found) => {
    expect(await problemOf(name, bytes)).toEqual({ code: "notAReport", found });
  });
});

describe("a Word document made to harm who reads it", () => {
  const xml = documentXml(paragraph("年报"));
  const withXml = (text: string) => makeDocx("", { "word/document.xml": text });

  test.each([
    ["an external entity", xml.replace("?>", '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "doctype"],
    ["entities within entities", xml.replace("?>", '?><!DOCTYPE a [<!ENTITY a "a"><!ENTITY b "&a;&a;">]>'), "doctype"],
    ["an entity that nobody declared", documentXml("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"), "entity"],
    ["tags within tags", documentXml("<w:tbl>".repeat(100_000) + "</w:tbl>".repeat(100_000)), "depth"],
  ])("%s", async (_name, text, construct) => {
    expect(await problemOf("年报.docx", withXml(text))).toMatchObject({ code: "forbiddenXml", construct });
  });

  test("a zip bomb is refused before it is unpacked", async () => {
    const bomb = makeDocx("", { "word/document.xml": new Uint8Array(16 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problemOf("年报.docx", bomb)).toMatchObject({ code: "zipBomb", limit: "ratio" });
  });

  test("50 MB of text are refused, although nothing in the zip gives them away", async () => {
    const text = strToU8(documentXml(paragraph("收到申请 1 件。".repeat(50)).repeat(10_000)));
    const parts = { "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": text };
    expect(text.length).toBeGreaterThan(50_000_000);
    expect(await problemOf("年报.docx", zipSync(parts, { level: 0 }))).toMatchObject({
      code: "zipBomb",
      limit: "totalBytes",
    });
  });

  test("what is no document within a well-formed package is damaged", async () => {
    expect(await problemOf("年报.docx", withXml("<a/>"))).toMatchObject({ code: "damaged" });
    expect(await problemOf("年报.docx", withXml("<a>"))).toMatchObject({ code: "damaged", damage: "xml" });
  });

  test("pictures that are bombs, links to other machines and macros are left where they are", async () => {
    const links =
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>` +
      `<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>`;
    const picture = (attribute: string) =>
      `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip ${attribute}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const bytes = makeDocx(picture('r:link="rId9"') + picture('r:embed="rId8"') + docxBody(anchor), {
      "word/_rels/document.xml.rels": links,
      "word/media/image1.png": strToU8("not a picture"),
      "word/vbaProject.bin": strToU8("macro"),
    });
    const { report } = await readReportFile("年报.docx", bytes);
    expect(figuresIn(report)).toEqual(figuresOf(anchor));
  });
});

describe("a page made to harm who reads it", () => {
  const page = htmlOf(anchor);

  test("scripts, event handlers, frames and pictures are passed over", async () => {
    const hostile = page
      .replace(
        "<body>",
        `<body onload="globalThis.wasHarmed=1"><script>globalThis.wasHarmed = 1;</script><iframe src="http://127.0.0.1:9/"></iframe>`,
      )
      .replaceAll(
        "<td>0</td>",
        `<td onclick="wasHarmed=1"><img src="http://127.0.0.1:9/x" onerror="wasHarmed=1"><script>document.write(7)</script>0</td>`,
      );
    const { report } = await readReportFile("年报.html", strToU8(hostile));
    expect(figuresIn(report)).toEqual(figuresOf(anchor));
    expect(Object.hasOwn(globalThis, "wasHarmed")).toBe(false);
  });

  test("100 000 tags within tags, and more text than any report", async () => {
    expect(await problemOf("年报.html", strToU8("<div>".repeat(100_000) + page))).toMatchObject({
      code: "reportTooLarge",
      measure: "depth",
    });
    const limit = { code: "reportTooLarge", measure: "characters", limit: LIMITS.characters };
    expect(await problemOf("年报.txt", new Uint8Array(50_000_000).fill(0x30))).toMatchObject(limit);
    expect(await problemOf("年报.txt", new Uint8Array(80_000_000).fill(0x30))).toMatchObject({
      code: "reportTooLarge",
      measure: "bytes",
    });
  });
});
