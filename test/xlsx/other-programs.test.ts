import { read, utils } from "@e965/xlsx";
import { readWorkbook, type CellValue } from "../../src/xlsx";
import { fixture } from "./make";

const said = (value: CellValue): unknown => (value !== null && typeof value === "object" ? value.error : value);

/** Workbooks that other programs wrote, cell for cell against an independent reader. */
describe.each([
  ["excel-1904.xlsx", 1],
  ["excel-chart-sheet.xlsx", 28],
  ["excel-comments.xlsx", 3],
  ["excel-mac-escapes.xlsx", 1],
  ["excel-merges.xlsx", 32],
  ["excel-pictures.xlsx", 0],
  ["excel-shared-formulas.xlsx", 38],
  ["excel-tables.xlsx", 24],
  ["google-sheets.xlsx", 5],
  ["libreoffice.xlsx", 5],
  ["wps-11.xlsx", 9],
  ["wps-7.xlsx", 19],
])("%s", (name, count) => {
  const bytes = fixture(name);
  const ours = readWorkbook(bytes);
  const theirs = read(bytes, { type: "array", cellFormula: true });

  test("sheets, values and formulas", () => {
    expect(ours.sheets.map((sheet) => sheet.name)).toEqual(theirs.SheetNames);
    let cells = 0;
    for (const sheet of ours.sheets) {
      for (const { row, column, value, formula } of sheet.rows.flatMap((one) => one.cells)) {
        cells++;
        const place = utils.encode_cell({ r: row, c: column });
        const other = theirs.Sheets[sheet.name]?.[place] as { t: string; v: unknown; w?: string; f?: string };
        expect([place, said(value), formula]).toEqual([place, other.t === "e" ? other.w : other.v, other.f]);
      }
    }
    expect(cells).toBe(count);
  });
});

test("hidden sheets, chart sheets and merges of other programs", () => {
  const kinds = readWorkbook(fixture("excel-chart-sheet.xlsx")).sheets.map(({ name, kind }) => [name, kind]);
  expect(kinds).toEqual([
    ["Chart1", "chartsheet"],
    ["Sheet1", "worksheet"],
  ]);
  expect(readWorkbook(fixture("excel-merges.xlsx")).sheets[0]!.merges.length).toBeGreaterThan(0);
  expect(readWorkbook(fixture("excel-1904.xlsx")).date1904).toBe(true);
});
