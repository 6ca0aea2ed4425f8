import { strToU8, zipSync } from "fflate";
import { readWorkbook } from "../../src/xlsx";
import { LINKS, MAIN, fixture, linksXml, makeSheet, makeXlsx, plainParts, sheetXml, stringsXml } from "./make";
import { problemOf } from "./problem";

const read = (bytes: Uint8Array, limits = {}) => problemOf(() => readWorkbook(bytes, limits));

/** Where the record of an entry begins in the central directory. */
function recordOf(zip: Uint8Array, name: string): number {
  const buffer = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = buffer.indexOf("PK\x01\x02"); at >= 0; at = buffer.indexOf("PK\x01\x02", at + 4)) {
    const length = buffer.readUInt16LE(at + 28);
    if (buffer.toString("utf8", at + 46, at + 46 + length) === name) return at;
  }
  throw new Error(`no record of ${name}`);
}

function changed(zip: Uint8Array, change: (view: DataView, bytes: Uint8Array) => void): Uint8Array {
  const copy = zip.slice();
  change(new DataView(copy.buffer), copy);
  return copy;
}

const SHEET = "xl/worksheets/sheet1.xml";

describe("what is no .xlsx", () => {
  const utf16 = new Uint8Array(Buffer.from("\ufeff<html><table>", "utf16le"));
  const stream = (name: string): Uint8Array => {
    const file = Buffer.alloc(2048);
    Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
    Buffer.from(`${name}\0`, "utf16le").copy(file, 1024);
    return new Uint8Array(file);
  };
  test.each<[string, Uint8Array, string]>([
    ["empty", new Uint8Array(), "empty"],
    ["csv", strToU8("单位,总计\n辛店镇,1\n"), "text"],
    ["html renamed", strToU8("\ufeff\n <!DOCTYPE html><html>"), "html"],
    ["html table", strToU8("<table><tr><td>1"), "html"],
    ["html in UTF-16", utf16, "html"],
    ["xhtml", strToU8('<?xml version="1.0"?>\n<!-- x --><html xmlns="h">'), "html"],
    ["XML spreadsheet 2003", strToU8('<?xml version="1.0"?><Workbook/>'), "xml"],
    ["pdf", strToU8("%PDF-1.7"), "pdf"],
    ["xls", stream("Workbook"), "xls"],
    ["xls of Excel 5", stream("Book"), "xls"],
    ["BIFF2", new Uint8Array([9, 0, 4, 0]), "xls"],
    ["doc", stream("WordDocument"), "compound"],
    ["noise", new Uint8Array([1, 0, 2, 0]), "unknown"],
    ["empty zip", zipSync({}), "zip"],
    ["another zip", zipSync({ "a.txt": strToU8("a") }), "zip"],
    ["ods", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") }), "ods"],
  ])("%s", (_, bytes, found) => expect(read(bytes)).toEqual({ code: "notAnXlsx", found }));

  test.each([
    ["vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "zip"],
    ["vnd.ms-excel.sheet.binary.macroEnabled.main", "xlsb"],
  ])("content type %s", (type, found) => {
    const types = `<Types><Override PartName="/xl/workbook.xml" ContentType="application/${type}"/></Types>`;
    expect(read(makeXlsx({ "[Content_Types].xml": types }))).toEqual({ code: "notAnXlsx", found });
  });

  test("encrypted with a password by Excel", () => {
    expect(read(fixture("excel-password.xlsx"))).toEqual({ code: "passwordProtected" });
  });
});

describe("damaged files", () => {
  const book = makeSheet(`<row r="1"><c r="A1"><v>1</v></c></row>`);

  test("cut off anywhere: an XlsxError, never a workbook", () => {
    for (let end = 4; end < book.length; end += 7) {
      expect(read(book.subarray(0, end))).toEqual({ code: "damaged", damage: "truncated" });
    }
  });

  test("one bit flipped in the packed bytes is noticed by its part", () => {
    const flipped = changed(book, (view, bytes) => {
      const local = view.getUint32(recordOf(book, SHEET) + 42, true);
      const at = local + 30 + SHEET.length + 60;
      bytes[at] = bytes[at]! ^ 0x10;
    });
    expect(read(flipped)).toMatchObject({ code: "damaged", part: SHEET });
  });

  test("a stored number changed in place fails the checksum", () => {
    const stored = zipSync(plainParts({ [SHEET]: sheetXml(`<row><c><v>111</v></c></row>`) }), { level: 0 });
    const at = Buffer.from(stored).indexOf("<v>111") + 3;
    const other = changed(stored, (_, bytes) => (bytes[at] = "9".charCodeAt(0)));
    expect(read(other)).toEqual({ code: "damaged", damage: "checksum", part: SHEET });
  });

  test.each([
    ["truncated", `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1`, "xml"],
    ["two roots", `${sheetXml("")}<a/>`, "xml"],
    ["a tag too many", `<worksheet></row></worksheet>`, "xml"],
    ["a control character", sheetXml(`<row><c><v>&#1;</v></c></row>`), "xml"],
    ["another root", `<workbook/>`, "root"],
    ["nothing", "", "xml"],
    ["beyond the last column", sheetXml(`<row r="1"><c r="XFE1"><v>1</v></c></row>`), "cellReference"],
    ["beyond the last row", sheetXml(`<row r="1048577"><c><v>1</v></c></row>`), "cellReference"],
    ["row 0", sheetXml(`<row r="0"><c r="A0"><v>1</v></c></row>`), "cellReference"],
    ["a negative row", sheetXml(`<row r="-1"><c r="A-1"><v>1</v></c></row>`), "cellReference"],
    ["a cell of another row", sheetXml(`<row r="1"><c r="A2"><v>1</v></c></row>`), "cellReference"],
    ["no column", sheetXml(`<row r="1"><c r="1"><v>1</v></c></row>`), "cellReference"],
    ["a merge nowhere", sheetXml("", `<mergeCells><mergeCell ref="A1:XFE2"/></mergeCells>`), "cellReference"],
    ["a shared string that is not there", sheetXml(`<row><c t="s"><v>1000000</v></c></row>`), "sharedString"],
    ["a negative shared string", sheetXml(`<row><c t="s"><v>-1</v></c></row>`), "sharedString"],
    ["a shared string by name", sheetXml(`<row><c t="s"><v>length</v></c></row>`), "sharedString"],
    ["no number", sheetXml(`<row><c><v>12件</v></c></row>`), "number"],
    ["infinity", sheetXml(`<row><c><v>1e999</v></c></row>`), "number"],
    ["hexadecimal", sheetXml(`<row><c><v>0x10</v></c></row>`), "number"],
  ])("a sheet with %s", (_, xml, damage) => {
    expect(read(makeXlsx({ [SHEET]: xml }))).toMatchObject({ code: "damaged", damage, part: SHEET });
  });

  test("bytes that are not UTF-8", () => {
    const gbk = new Uint8Array([...strToU8(`<worksheet a="`), 0xd7, 0xdc, ...strToU8(`"/>`)]);
    expect(read(makeXlsx({ [SHEET]: gbk }))).toEqual({ code: "damaged", damage: "encoding", part: SHEET });
  });

  test("a row of 16385 cells without addresses", () => {
    expect(read(makeSheet(`<row>${"<c/>".repeat(16385)}</row>`))).toMatchObject({ damage: "cellReference" });
  });
});

describe("the zip's directory", () => {
  const book = makeXlsx();

  test("two entries with one name, which two readers would read differently", () => {
    const twice = zipSync({ ...plainParts(), "XL/worksheets/Sheet1.xml": strToU8(sheetXml("")) });
    expect(read(twice)).toEqual({ code: "damaged", damage: "duplicateName", part: "XL/worksheets/Sheet1.xml" });
  });

  test("an entry whose own header has another name", () => {
    const other = changed(book, (view, bytes) => {
      bytes[view.getUint32(recordOf(book, SHEET) + 42, true) + 30] = "y".charCodeAt(0);
    });
    expect(read(other)).toMatchObject({ damage: "zipDirectory", part: SHEET });
  });

  test("entries that share their bytes", () => {
    const styles = "xl/styles.xml";
    const shared = changed(book, (view) => {
      view.setUint32(recordOf(book, styles) + 20, 5000, true);
    });
    expect(read(shared)).toMatchObject({ code: "damaged" });
    const same = makeXlsx({ "xl/worksheets/sheet2.xml": sheetXml("") });
    const onto = changed(same, (view) => {
      const [first, second] = [recordOf(same, SHEET), recordOf(same, "xl/worksheets/sheet2.xml")];
      view.setUint32(first + 20, view.getUint32(second + 42, true) - view.getUint32(first + 42, true), true);
    });
    expect(read(onto)).toMatchObject({ damage: "overlap" });
  });

  test.each([
    ["encrypted", 8, 1, { code: "unsupportedZip", feature: "encryption", part: SHEET }],
    ["an offset beyond the end", 42, 0x7fffffff, { code: "damaged", damage: "truncated", part: SHEET }],
    ["a packed size beyond the end", 20, 0x7fffffff, { code: "damaged", damage: "truncated", part: SHEET }],
  ])("an entry with %s", (_, field, value, problem) => {
    const write = (view: DataView): void => {
      const at = recordOf(book, SHEET) + field;
      if (field === 8) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
    };
    expect(read(changed(book, write))).toEqual(problem);
  });

  test("an unknown method", () => {
    const write = (view: DataView): void => {
      const record = recordOf(book, SHEET);
      view.setUint16(record + 10, 99, true);
      view.setUint16(view.getUint32(record + 42, true) + 8, 99, true);
    };
    expect(read(changed(book, write))).toEqual({ code: "unsupportedZip", feature: "method", part: SHEET });
  });

  test("names that climb out of the folder stay names, and links never leave the package", () => {
    const evil = makeXlsx({ "../../evil.xml": "<a/>", "/etc/passwd": "x", "C:\\evil.xml": "<a/>" });
    expect(readWorkbook(evil).sheets).toHaveLength(1);
    const links = linksXml(["rId1", `${LINKS}/worksheet`, "../../../../etc/passwd"]);
    expect(read(makeXlsx({ "xl/_rels/workbook.xml.rels": links }))).toEqual({
      code: "missingPart",
      part: "etc/passwd",
    });
  });

  test("two sheets on one part", () => {
    const sheets = `<sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId1"/>`;
    const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${sheets}</sheets></workbook>`;
    expect(read(makeXlsx({ "xl/workbook.xml": workbook }))).toMatchObject({ damage: "relationship", detail: "B" });
  });
});

describe("bombs", () => {
  const MEGABYTE = 1024 * 1024;
  const spaces = new Uint8Array(24 * MEGABYTE).fill(0x20);
  const bomb = makeXlsx({ [SHEET]: spaces });

  test("a part packed better than any worksheet", () => {
    expect(read(bomb)).toMatchObject({ code: "zipBomb", limit: "ratio", allowed: 300, part: SHEET });
  });

  test("a part above the limit, all parts together above it", () => {
    const limits = { ratio: 2000, partBytes: 20 * MEGABYTE };
    expect(read(bomb, limits)).toMatchObject({ limit: "partBytes", found: spaces.length, part: SHEET });
    expect(read(bomb, { ratio: 2000, totalBytes: 20 * MEGABYTE })).toMatchObject({ limit: "totalBytes" });
  });

  test.each([1, 1000, 9 * MEGABYTE])("a directory that says %d bytes and lies", (declared) => {
    const lying = changed(bomb, (view) => {
      const record = recordOf(bomb, SHEET);
      view.setUint32(record + 24, declared, true);
      view.setUint32(view.getUint32(record + 42, true) + 22, declared, true);
    });
    expect(read(lying, { ratio: 2000 })).toMatchObject({ limit: "partBytes", declared, part: SHEET });
  });

  test("a large packed part that lies is stopped on the way", () => {
    const noise = new Uint8Array(MEGABYTE);
    for (let at = 0, seed = 1; at < noise.length; at++) noise[at] = (seed = (seed * 48271) % 0x7fffffff) & 0xff;
    const big = makeXlsx({ [SHEET]: noise });
    const lying = changed(big, (view) => view.setUint32(recordOf(big, SHEET) + 24, MEGABYTE / 2, true));
    const problem = read(lying);
    expect(problem).toMatchObject({ limit: "partBytes", declared: MEGABYTE / 2 });
    expect(problem.code === "zipBomb" && problem.found).toBeLessThan(MEGABYTE);
    const short = changed(big, (view) => view.setUint32(recordOf(big, SHEET) + 24, MEGABYTE + 1, true));
    expect(read(short)).toEqual({ code: "damaged", damage: "size", part: SHEET });
  });

  test("too many entries, too large a file", () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`x/${index}`, "x"]));
    expect(read(makeXlsx(many), { entries: 50 })).toMatchObject({ limit: "entries", allowed: 50, found: 57 });
    expect(read(makeXlsx(), { fileBytes: 100 })).toMatchObject({ limit: "fileBytes", allowed: 100 });
  });

  test("a long shared formula spelled out in many cells", () => {
    const cells = `<c><f t="shared" si="0"/></c>`.repeat(1000);
    const row = `<row><c><f t="shared" si="0">${"A1+".repeat(1000)}1</f></c>${cells}</row>`;
    expect(read(makeSheet(row), { partBytes: 100_000 })).toMatchObject({ code: "zipBomb", limit: "partBytes" });
  });
});

describe("forbidden XML", () => {
  test("billion laughs, and any other DOCTYPE", () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${stringsXml("<si><t>&b;</t></si>")}`;
    for (const part of ["xl/sharedStrings.xml", "xl/workbook.xml", SHEET, "xl/styles.xml"]) {
      expect(read(makeXlsx({ [part]: laughs }))).toEqual({ code: "forbiddenXml", part, construct: "doctype" });
    }
  });

  test("entities of its own and absurd depth", () => {
    const entity = stringsXml("<si><t>&constructor;</t></si>");
    expect(read(makeXlsx({ "xl/sharedStrings.xml": entity }))).toMatchObject({ construct: "entity" });
    expect(read(makeXlsx({ [SHEET]: sheetXml("", "<a>".repeat(100_000)) }))).toMatchObject({ construct: "depth" });
  });
});
