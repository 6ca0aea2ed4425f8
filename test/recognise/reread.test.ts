import fc from "fast-check";
import { rereadTable } from "../../src/recognise/reread";
import { recogniseSheet } from "../../src/recognise/sheet";
import { tableOf } from "../../src/tables/formats";
import { makeGrid } from "../../src/tables/grid";
import { layOut, placeAt } from "./lay-out";
import { anySheet } from "./random-sheet";

const table = tableOf("2021", "section3");
const numbers = Object.fromEntries(table.numbers.map(({ key }, index) => [key, index]));
const values = placeAt([["新郑市辛店镇2022年政府信息公开工作年度报告"], ...layOut(table, numbers)], 2, 3);
const gridOf = (rows: readonly (readonly unknown[])[], sheet = "表三") => makeGrid(sheet, { row: 0, column: 0 }, rows);
const [found] = recogniseSheet(gridOf(values));
const { placement } = found!;

function edited(row: number, column: number, value: unknown): unknown[][] {
  const rows: unknown[][] = values.map((line) => [...line]);
  while (rows.length <= row) rows.push(new Array(rows[0]!.length).fill(null));
  rows[row]![column] = value;
  return rows;
}

test("the unit and year of the title stay", () => {
  expect(placement).toMatchObject({ unit: "新郑市辛店镇", year: 2022 });
  expect(rereadTable(placement, gridOf(values))).toEqual(found);
});

test.each([
  ["a number", 7],
  ["a blank", null],
  ["a text that reads as a number", "12件"],
  ["a mark for nothing", "/"],
  ["an error", "#DIV/0!"],
])("%s in a number cell is read at its place", (_, value) => {
  const position = placement.cells["denied.3.research"]!;
  const rows = edited(position.row, position.column, value);
  const reread = rereadTable(placement, gridOf(rows));
  expect(reread).toEqual(recogniseSheet(gridOf(rows))[0]);
  expect(reread!.contents["denied.3.research"]).not.toEqual(found!.contents["denied.3.research"]);
});

test.each<[string, number, number, unknown]>([
  ["a label of a row", 14, 5, "3.危及"],
  ["a label of a row to nothing", 14, 5, null],
  ["a label of a column", 5, 8, "其他"],
  ["the title above", 2, 3, "新郑市辛店镇2023年政府信息公开工作年度报告"],
  ["a number to a label", 14, 6, "2.重复申请"],
  ["the blank cell beside a row to a number", 14, 13, 5],
  ["the blank row below to a label", 31, 3, "四、结转下年度继续办理"],
])("a change of %s asks for recognition anew", (_, row, column, value) => {
  expect(rereadTable(placement, gridOf(edited(row, column, value)))).toBeNull();
});

test("a table that moved, or stands on a sheet with another name, is recognised anew", () => {
  expect(rereadTable(placement, gridOf([[], ...values]))).toBeNull();
  expect(rereadTable(placement, gridOf(values.map((row) => [null, ...row])))).toBeNull();
  expect(rereadTable(placement, gridOf(values, "表三 (2)"))).toBeNull();
});

test("a placement that recognition did not find cannot be read again", () => {
  const { table: same, sheet, area, cells } = placement;
  expect(rereadTable({ table: same, sheet, area, cells }, gridOf(values))).toBeNull();
});

const fraction = fc.double({ min: 0, max: 0.999, noNaN: true });
const anyFigure = fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constantFrom(null, null, "/", "12件"));
const anyText = fc.constantFrom(
  "abc",
  "总计",
  "2.重复申请",
  "结果维持",
  "行政许可",
  "检查",
  " ",
  "见附件",
  true,
  "#N/A",
);

/** An edit of one of the table's numbers, or of any cell near it. */
const anyEdit = fc.oneof(
  { weight: 5, arbitrary: fc.record({ at: fraction, value: anyFigure }) },
  { weight: 1, arbitrary: fc.record({ down: fraction, right: fraction, value: fc.oneof(anyFigure, anyText) }) },
);

test("after any edits a table that is read again is the one that recognition finds", () => {
  let reads = 0;
  const property = fc.property(
    anySheet,
    fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
    fc.nat(2),
    (sheet, edits, pick) => {
      const before = recogniseSheet(gridOf(sheet.values));
      const one = before[pick % before.length];
      if (!one) return;
      const { area } = one.placement.surroundings!;
      const cells = Object.values(one.placement.cells);
      const rows: unknown[][] = sheet.values.map((line) => [...line]);
      for (const edit of edits) {
        const position =
          "at" in edit
            ? cells[Math.floor(edit.at * cells.length)]
            : {
                row: area.row + Math.floor(edit.down * area.rowCount),
                column: area.column + Math.floor(edit.right * area.columnCount),
              };
        if (position && position.row < rows.length && position.column < rows[0]!.length) {
          rows[position.row]![position.column] = edit.value;
        }
      }
      const reread = rereadTable(one.placement, gridOf(rows));
      if (!reread) return;
      reads += 1;
      expect(recogniseSheet(gridOf(rows))).toContainEqual(reread);
    },
  );
  fc.assert(property, { numRuns: 300 });
  expect(reads).toBeGreaterThan(100);
});
