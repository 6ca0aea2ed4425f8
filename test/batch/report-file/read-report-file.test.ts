import { readReportFile } from "../../../src/batch/report-file/read-report-file";
import { COMPLETE_REPORTS } from "../../fixtures/reports";
import { docxOf, figuresIn, figuresOf, htmlOf, reportOf, textOf } from "./reports";

const bytesOf = (text: string) => new TextEncoder().encode(text);

const anchor = reportOf("015-hangzhou-2025");

describe.each(COMPLETE_REPORTS.map((report) => [report.id, report] as const))("%s", (_id, report) => {
  test("is read out of a Word document, figure for figure", async () => {
    const { kind, report: read } = await readReportFile("年报.docx", docxOf(report));
    expect(kind).toBe("docx");
    expect(figuresIn(read)).toEqual(figuresOf(report));
    expect(read).toMatchObject({ unit: report.unit.replaceAll(" ", ""), year: report.year, questions: [] });
  });
});

describe("encodings", () => {
  const html = htmlOf(anchor);
  const gbk = (text: string) => {
    // no encoder for GBK comes with the platform: the other way round it is a table of all pairs of bytes
    const table = new Map<string, number[]>();
    const decoder = new TextDecoder("gb18030");
    for (let high = 0x81; high <= 0xfe; high++) {
      for (let low = 0x40; low <= 0xfe; low++) table.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
    }
    return new Uint8Array([...text].flatMap((sign) => (sign < "\u0080" ? [sign.charCodeAt(0)] : table.get(sign)!)));
  };
  const utf16 = (text: string, isBig: boolean) => {
    const bytes = Buffer.from(text, "utf16le");
    return new Uint8Array(isBig ? bytes.swap16() : bytes);
  };
  const withCharset = (charset: string) => html.replace("<head>", `<head><meta charset="${charset}">`);

  test.each([
    ["UTF-8", bytesOf(html)],
    ["UTF-8 with its mark", bytesOf(`\ufeff${html}`)],
    ["UTF-8 that says it is GBK", bytesOf(withCharset("gbk"))],
    ["UTF-8 with a damaged byte", Uint8Array.from([...bytesOf(html), 0xe4, 0x0a])],
    ["GBK that says so", gbk(withCharset("gb2312"))],
    ["GBK that says nothing", gbk(html)],
    ["GBK that says it is UTF-8", gbk(withCharset("utf-8"))],
    ["GBK that says nonsense", gbk(withCharset("x-unknown"))],
    ["UTF-16 with its mark", utf16(`\ufeff${html}`, false)],
    ["UTF-16 the other way round", utf16(`\ufeff${html}`, true)],
    ["UTF-16 without its mark", utf16(html, false)],
    ["text in UTF-16 without its mark", utf16(textOf(anchor), true)],
    ["text in GBK", gbk(textOf(anchor))],
  ])("%s", async (_name, bytes) => {
    const { report } = await readReportFile("年报", bytes);
    expect(figuresIn(report)).toEqual(figuresOf(anchor));
    expect(report.unit).toBe("杭州市");
  });
});

test.each([
  ["年报.txt", bytesOf(htmlOf(anchor)), "html"],
  ["年报.html", bytesOf(textOf(anchor)), "text"],
  ["年报.xlsx", docxOf(anchor), "docx"],
])("%s is what its content is: %#", async (name, bytes, kind) => {
  const read = await readReportFile(name, bytes);
  expect([read.kind, figuresIn(read.report)]).toEqual([kind, figuresOf(anchor)]);
});
