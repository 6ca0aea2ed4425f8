import type { CellKey, Table } from "../../src/tables/table";

/** What stands in the cells of a sheet, rows first; null for a blank cell. */
export type Values = (string | number | boolean | null)[][];

/** The table as it looks in a sheet: texts of merged cells in their first cell. */
export function layOut(table: Table, numbers: Readonly<Record<CellKey, string | number | null>> = {}): Values {
  const values: Values = Array.from({ length: table.rowCount }, () => new Array<null>(table.columnCount).fill(null));
  for (const { row, column, text } of table.labels) values[row]![column] = text;
  for (const { row, column, key } of table.numbers) values[row]![column] = numbers[key] ?? null;
  return values;
}

/** Puts values into a larger field, with their first cell at `row` and `column`. */
export function placeAt(values: Values, row: number, column: number): Values {
  const width = Math.max(...values.map((line) => line.length));
  const before = Array.from({ length: row }, () => new Array<null>(column + width).fill(null));
  return [...before, ...values.map((line) => [...new Array<null>(column).fill(null), ...line])];
}
