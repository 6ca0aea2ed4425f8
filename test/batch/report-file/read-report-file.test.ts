import { readReportFile } from "../../../src/batch/report-file/read-report-file";
import { tableOf } from "../../../src/tables/formats";
import { COMPLETE_REPORTS } from "../../fixtures/reports";
import { layOut } from "../../fixtures/workbooks";
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

/** The cells of a text with commas between them, as Excel saves them. */
function csvOf(text: string): string {
  const grouped = (cell: string) =>
    /^\d{4,}$/.test(cell) ? Number(cell).toLocaleString("en-US") : cell.replaceAll('"', '""');
  const quote = (cell: string) => (/[",\n]/.test(cell) || /^\d{4,}$/.test(cell) ? `"${grouped(cell)}"` : cell);
  return text
    .split("\n")
    .map((line) => line.split("\t").map(quote).join(","))
    .join("\n");
}

test.each(COMPLETE_REPORTS.map((report) => [report.id, report] as const))("%s as CSV", async (_id, report) => {
  const { report: read } = await readReportFile("年报.txt", bytesOf(csvOf(textOf(report))));
  expect(figuresIn(read)).toEqual(figuresOf(report));
});

test.each([
  ["tabs", (text: string) => text],
  ["commas", csvOf],
])("section 四 alone, with %s between its cells", async (_name, write) => {
  const title = "四、政府信息公开行政复议、行政诉讼情况";
  const numbers = anchor.tables.section4!.numbers;
  const rows = layOut(tableOf("2021", "section4"), title, numbers).map((row) =>
    Array.from({ length: 15 }, (_, column) => String(row[column] ?? "")).join("\t"),
  );
  const { report } = await readReportFile("表四.txt", bytesOf(write(rows.join("\r\n"))));
  expect(figuresIn(report)).toEqual({ section4: figuresOf(anchor).section4 });
});

/** Ways in which pages of government sites come out as text. */
describe("bars between cells", () => {
  const lines = textOf(anchor).split("\n");
  const rows = lines.map((line) => line.split("\t"));
  const isRow = (cells: readonly string[]) => cells.length > 1;
  test.each([
    [
      "behind each cell, a cell a line",
      rows.map((cells) => (isRow(cells) ? cells.map((cell) => `${cell} |`).join("\n") : cells[0])),
    ],
    ["around each row", rows.map((cells) => (isRow(cells) ? `| ${cells.join(" | ")} |` : cells[0]))],
    [
      "on lines of their own",
      rows.map((cells) => (isRow(cells) ? cells.map((cell) => `${cell}\n|`).join("\n") : cells[0])),
    ],
  ])("%s", async (_name, written) => {
    const { report } = await readReportFile("年报.txt", bytesOf(written.join("\n")));
    expect(figuresIn(report)).toEqual(figuresOf(anchor));
  });
});

test("a row that kept its name of 2019 in the format of 2021 is read, and its name is a doubt", async () => {
  const html = htmlOf(anchor).replaceAll("行政规范性文件", "规范性文件");
  const { report } = await readReportFile("年报.html", bytesOf(html));
  expect(figuresIn(report)).toEqual(figuresOf(anchor));
  expect(report.tables[0]!.doubts).toMatchObject([{ fault: "altered", found: "规范性文件" }]);
});
