import { read, type WorkBook } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { patchWorkbook, readWorkbook, type CellChange, type SheetContent } from "../../../src/xlsx";
import { LINKS, MAIN, fixture, linksXml, makeSheet, makeXlsx, sheetXml } from "../make";
import { problemOf } from "../problem";

const REPORT: SheetContent = {
  name: "校验结果",
  styles: {
    title: { bold: true, size: 16, horizontal: "center" },
    error: { color: "9C0006", fill: "FFC7CE", border: "9C0006", wrap: true },
    link: { color: "0563C1", underline: true },
    rate: { format: '0.00"%"' },
  },
  rows: [
    { height: 30, cells: [{ value: "校验结果", style: "title" }] },
    { cells: [{ value: "未通过", style: "error" }, { value: 2, style: "rate" }, null, { value: true }] },
    { cells: [{ value: "J6 <&> _x000D_ \u0001", style: "link", link: { sheet: "O'Neil 表", address: "J6", tip: "转到" } }] },
  ],
  columnWidths: [40, 12],
  merges: [{ firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 3 }],
  frozenRows: 1,
  print: { orientation: "landscape" },
}; // prettier-ignore

describe("the report sheet", () => {
  const before = fixture("excel-merges.xlsx");
  const after = patchWorkbook(before, { sheets: [REPORT] });

  test("comes last; its values are read back, the other sheets are as they were", () => {
    const [old, now] = [readWorkbook(before), readWorkbook(after)];
    expect(now.sheets.slice(0, -1)).toEqual(old.sheets);
    const report = now.sheets.at(-1)!;
    expect([report.name, report.merges]).toEqual(["校验结果", REPORT.merges]);
    expect(report.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      ["校验结果"],
      ["未通过", 2, true],
      ["J6 <&> _x000D_ \u0001"],
    ]);
    expect(report.rows[1]!.cells[1]!.format).toBe('0.00"%"');
  });

  test("is read by exceljs with its styles, widths, frozen row and links", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(after.buffer as ArrayBuffer);
    const sheet = book.getWorksheet("校验结果")!;
    expect(sheet.getCell("A1").font).toMatchObject({ bold: true, size: 16 });
    expect(sheet.getCell("A2").fill).toMatchObject({ fgColor: { argb: "FFFFC7CE" } });
    expect(sheet.getCell("A2").border.left).toEqual({ style: "thin", color: { argb: "FF9C0006" } });
    expect(sheet.getCell("A2").alignment).toMatchObject({ wrapText: true, vertical: "middle" });
    expect(sheet.getColumn(1).width).toBe(40);
    expect(sheet.getRow(1).height).toBe(30);
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet.pageSetup).toMatchObject({ orientation: "landscape", paperSize: 9, fitToPage: true, fitToHeight: 0 });
    const xml = strFromU8(
      unzipSync(after)["xl/worksheets/sheet2.xml"] ?? unzipSync(after)["xl/worksheets/sheet4.xml"]!,
    );
    expect(xml).toContain(`location="'O''Neil 表'!J6"`);
  });

  test("what it filters and repeats on each page are names of its own, in the place of those that it had", () => {
    const rows = [{ cells: [{ value: "注意" }] }, { cells: [{ value: "单位" }] }, { cells: [{ value: "甲" }] }];
    const filtered = { ...REPORT, rows, isFiltered: true };
    const namesIn = (bytes: Uint8Array) => readWorkbook(bytes).definedNames.map(({ name, formula }) => [name, formula]);
    const own = [
      ["_xlnm._FilterDatabase", "'校验结果'!$A$1:$B$3"],
      ["_xlnm.Print_Titles", "'校验结果'!$1:$1"],
    ];
    const once = patchWorkbook(before, { sheets: [filtered] });
    expect(namesIn(once)).toEqual([...namesIn(before), ...own]);
    const headed: SheetContent = { ...REPORT, rows, frozenRows: 0, print: { orientation: "portrait", headRow: 1 } };
    const twice = patchWorkbook(once, { sheets: [headed] });
    expect(namesIn(twice)).toEqual([...namesIn(before), ["_xlnm.Print_Titles", "'校验结果'!$2:$2"]]);
    const named = patchWorkbook(fixture("excel-tables.xlsx"), { sheets: [filtered] });
    expect(namesIn(named)).toEqual([...namesIn(fixture("excel-tables.xlsx")), ...own]);
    const [{ Names = [] } = {}] = [read(twice, { type: "array" }).Workbook];
    expect(Names.map(({ Name, Ref, Sheet }) => [Name, Ref, Sheet])).toContainEqual([
      "_xlnm.Print_Titles",
      "'校验结果'!$2:$2",
      readWorkbook(before).sheets.length,
    ]);
  });

  test("a header is cut where Excel would take the file for damaged", () => {
    const headers = ["甲&乙", "&".repeat(300), "县".repeat(300)].map((header) => {
      const bytes = patchWorkbook(makeXlsx(), { sheets: [{ ...REPORT, print: { orientation: "portrait", header } }] });
      const parts = Object.values(unzipSync(bytes)).map((part) => strFromU8(part));
      const [, text] = /<oddHeader>([^<]*)</.exec(parts.find((xml) => xml.includes("<oddHeader>"))!)!;
      return text!.replaceAll("&amp;", "&");
    });
    expect(headers[0]).toBe("&L甲&&乙&R&P / &N");
    expect(headers.map((text) => text.length <= 255)).toEqual([true, true, true]);
    expect(headers[1]).toMatch(/^&L(&&)+&R&P \/ &N$/);
    expect(headers[2]).toMatch(/^&L县{240,}&R&P \/ &N$/);
  });

  test("written again it takes its own place and adds no styles", () => {
    const again = patchWorkbook(after, { sheets: [{ ...REPORT, name: "校验结果", rows: [] }] });
    expect(readWorkbook(again).sheets.map(({ name }) => name)).toEqual(
      readWorkbook(after).sheets.map(({ name }) => name),
    );
    expect(unzipSync(again)["xl/styles.xml"]).toEqual(unzipSync(after)["xl/styles.xml"]);
    expect(Object.keys(unzipSync(again))).toEqual(Object.keys(unzipSync(after)));
  });

  test("existing formats keep their numbers, and every cell its look", async () => {
    const looks = async (bytes: Uint8Array): Promise<unknown[]> => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(bytes.slice().buffer);
      const all: unknown[] = [];
      book.worksheets[0]!.eachRow((row) => row.eachCell((cell) => all.push([cell.address, cell.style])));
      return all;
    };
    expect(await looks(after)).toEqual(await looks(before));
  });

  test("replaces a sheet with notes: what belonged to the notes goes", () => {
    const noted = fixture("excel-comments.xlsx");
    const name = readWorkbook(noted).sheets[0]!.name;
    const parts = Object.keys(unzipSync(patchWorkbook(noted, { sheets: [{ ...REPORT, name }] })));
    expect(Object.keys(unzipSync(noted)).filter((one) => one.includes("omments"))).toHaveLength(2);
    expect(parts.filter((one) => one.includes("omments"))).toHaveLength(1);
  });

  test("a workbook without styles, in a strict dialect with prefixes, gets one that readers understand", () => {
    const strict = "http://purl.oclc.org/ooxml";
    const bare = makeXlsx({
      "_rels/.rels": linksXml(["rId1", `${strict}/officeDocument/relationships/officeDocument`, "xl/workbook.xml"]),
      "xl/workbook.xml": `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:q="${strict}/officeDocument/relationships"><x:sheets><x:sheet name="Sheet1" sheetId="5" q:id="rId1"/></x:sheets></x:workbook>`,
      "xl/_rels/workbook.xml.rels": linksXml(["rId1", `${strict}/officeDocument/relationships/worksheet`, "worksheets/sheet1.xml"]), // prettier-ignore
      "xl/styles.xml": null,
      "xl/sharedStrings.xml": null,
    });
    const patched = patchWorkbook(bare, { sheets: [REPORT], customProperties: { a: "b" } });
    const now = readWorkbook(patched);
    expect(now.sheets.map(({ name }) => name)).toEqual(["Sheet1", "校验结果"]);
    expect(now.sheets[1]!.rows[1]!.cells[1]!.format).toBe('0.00"%"');
    expect(now.properties.custom).toEqual({ a: "b" });
  });

  test.each(["", " ", "x".repeat(32), "a/b", "[a]", "'a", "a:b", "a\n"])("the name %j is refused", (name) => {
    const problem = problemOf(() => patchWorkbook(makeXlsx(), { sheets: [{ ...REPORT, name }] }));
    expect(problem).toMatchObject({ code: "badChange", reason: "sheetName" });
  });

  test("a chart sheet of that name, a style that is not there, a text too long are refused", () => {
    const refuse = (bytes: Uint8Array, sheet: SheetContent) =>
      problemOf(() => patchWorkbook(bytes, { sheets: [sheet] }));
    expect(refuse(fixture("excel-chart-sheet.xlsx"), { name: "chart1", rows: [] })).toMatchObject({
      reason: "sheetName",
    });
    const cell = { value: "x", style: "none" };
    expect(refuse(makeXlsx(), { name: "A", rows: [{ cells: [cell] }] })).toMatchObject({ reason: "cellValue" });
    const long = { value: "x".repeat(32_768) };
    expect(refuse(makeXlsx(), { name: "A", rows: [{ cells: [long] }] })).toMatchObject({ reason: "cellValue" });
  });
});

describe("cells", () => {
  const change = (place: string, value: CellChange["value"]): CellChange => {
    const [, letter, digits] = /^([A-Z])(\d+)$/.exec(place)!;
    return { sheet: "Sheet1", row: Number(digits) - 1, column: letter!.charCodeAt(0) - 65, value };
  };
  const rows =
    `<row r="2" spans="1:3" ht="20"><c r="B2" s="0"><v>1</v></c><c r="D2" t="str"><f t="shared" ref="D2:D4" si="0">B2&amp;"&lt;"</f><v>x</v></c></row>` +
    `<row r="3"><c><v>5</v></c><c r="D3" t="str"><f t="shared" si="0"/><v>y</v></c></row><row/><row r="9"><c r="A9"><f t="array" ref="A9:A10">ROW(1:2)</f><v>1</v></c></row>`;
  const read1 = (bytes: Uint8Array): WorkBook => read(bytes, { type: "array", cellFormula: true });

  test("are set where there are cells, where there are none, and beyond the last row", () => {
    const patched = patchWorkbook(makeSheet(rows), {
      cells: [change("B2", "二"), change("C2", true), change("A1", 1), change("E2", -0.5), change("B3", 7), change("C4", 8), change("A12", "末"), change("A3", null)],
    }); // prettier-ignore
    const sheet = readWorkbook(patched).sheets[0]!;
    expect(sheet.rows.map(({ row, cells }) => [row + 1, cells.map(({ value }) => value)])).toEqual([
      [1, [1]],
      [2, ["二", true, "x", -0.5]],
      [3, [7, "y"]],
      [4, [8]],
      [9, [1]],
      [12, ["末"]],
    ]);
    const theirs = read1(patched).Sheets.Sheet1!;
    expect([theirs.A12, theirs.C4, theirs.D3].map((cell: { v: unknown }) => cell.v)).toEqual(["末", 8, "y"]);
  });

  test("the first cell of a shared formula goes: the others keep their formula", () => {
    const sheet = readWorkbook(patchWorkbook(makeSheet(rows), { cells: [change("D2", 3)] })).sheets[0]!;
    expect(sheet.rows[1]!.cells[1]).toMatchObject({ formula: 'B3&"<"', value: "y" });
  });

  test("formulas are to be calculated again, and the list of formula cells goes", () => {
    const before = fixture("excel-shared-formulas.xlsx");
    const name = readWorkbook(before).sheets[0]!.name;
    const after = unzipSync(patchWorkbook(before, { cells: [{ sheet: name, row: 0, column: 0, value: 1 }] }));
    expect(Object.keys(unzipSync(before))).toContain("xl/calcChain.xml");
    expect(Object.keys(after)).not.toContain("xl/calcChain.xml");
    expect(strFromU8(after["[Content_Types].xml"]!)).not.toContain("calcChain");
    expect(strFromU8(after["xl/workbook.xml"]!)).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/);
  });

  test("the used range that the file claims grows", () => {
    const book = makeXlsx({ "xl/worksheets/sheet1.xml": sheetXml("", "", `<dimension ref="A1"/>`) });
    const patched = patchWorkbook(book, { cells: [change("C5", 1)] });
    expect(readWorkbook(patched).sheets[0]!.dimension).toBe("A1:C5");
  });

  test.each([
    [{ ...change("A1", 1), sheet: "none" }, "sheetNotFound"],
    [{ ...change("A1", 1), row: -1 }, "cellReference"],
    [{ ...change("A1", 1), column: 16_384 }, "cellReference"],
    [change("A1", NaN), "cellValue"],
    [change("A9", 1), "cellValue"],
  ])("%j is refused", (cell, reason) => {
    expect(problemOf(() => patchWorkbook(makeSheet(rows), { cells: [cell] }))).toMatchObject({ reason });
  });
});

test("a workbook's namespaces are the ones that new elements are written in", () => {
  const prefixed = makeXlsx({
    "xl/workbook.xml": `<x:workbook xmlns:x="${MAIN}"><x:sheets xmlns:r="${LINKS}"><x:sheet name="Sheet1" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
    "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="${MAIN}"><x:sheetData/></x:worksheet>`,
  });
  const patched = patchWorkbook(prefixed, { cells: [{ sheet: "sheet1", row: 0, column: 0, value: "甲" }] });
  expect(readWorkbook(patched).sheets[0]!.rows[0]!.cells[0]!.value).toBe("甲");
});
