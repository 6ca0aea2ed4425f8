import { cutOf, gridOfSheet } from "../../src/batch/sheet-grid";
import type { Cell, Sheet } from "../../src/xlsx";

const sheetWith = (...cells: Omit<Cell, "row" | "column">[]): Sheet => ({
  name: "表",
  kind: "worksheet",
  state: "visible",
  part: "xl/worksheets/sheet1.xml",
  rows: [{ row: 0, cells: cells.map((cell, column) => ({ ...cell, row: 0, column })) }],
  merges: [],
  conditionalFormulas: [],
  dimension: null,
  protected: false,
});

test("a number tells whether a formula gives it and whether it is shown as a date", () => {
  const grid = gridOfSheet(
    sheetWith(
      { value: 3, text: "3" },
      { value: 3, text: "3", formula: "SUM(A1:A2)", format: "#,##0" },
      { value: 43835, text: "43835", format: "yyyy/m/d" },
      { value: { error: "#N/A" }, text: "#N/A", formula: "NA()" },
    ),
  );
  expect([0, 1, 2, 3, 4].map((column) => grid.contentAt({ row: 0, column }))).toEqual([
    { type: "number", value: 3 },
    { type: "number", value: 3 },
    { type: "number", value: 43835, isDate: true },
    { type: "error", code: "#N/A" },
    { type: "blank" },
  ]);
  expect([0, 1, 2, 3, 4].map((column) => grid.isComputed?.({ row: 0, column }))).toEqual([
    false,
    true,
    false,
    true,
    false,
  ]);
});

describe("what stands beyond the part of a sheet that is read", () => {
  const at = (row: number, column: number, value: string): Sheet => {
    const sheet = sheetWith({ value: 1, text: "1" });
    return { ...sheet, rows: [...sheet.rows, { row, cells: [{ row, column, value, text: value }] }] };
  };
  const cut = (sheet: Sheet) => cutOf(sheet, gridOfSheet(sheet));

  test.each([
    [2_000, 0],
    [1, 200],
  ])("is told when it holds something: row %i, column %i", (row, column) => {
    expect(cut(at(row, column, "底"))).toMatchObject({ sheet: "表", area: { row: 0, column: 0 } });
  });

  test("is not told when it is blank, or nothing stands there", () => {
    expect(cut(at(2_000, 0, ""))).toBeNull();
    expect(cut(at(1_999, 199, "底"))).toBeNull();
  });
});
