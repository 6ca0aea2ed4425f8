import { checkTable, type CheckOptions } from "../../src/rules/check";
import type { CheckedTable } from "../../src/rules/workbook";
import { BLANK, type CellContent, type FilledTable, type LabelDoubt, type Placement } from "../../src/tables/filled";
import { SECTION_NAMES } from "../../src/tables/sections";
import type { CellKey, Table } from "../../src/tables/table";

/** A table at the top left of its own sheet, below a title row, as it is inserted. */
export function placeTable(table: Table, sheet: string = SECTION_NAMES[table.section].sheet): Placement {
  const area = { row: 1, column: 0, rowCount: table.rowCount, columnCount: table.columnCount };
  const cells = Object.fromEntries(table.numbers.map(({ key, row, column }) => [key, { row: row + 1, column }]));
  return { table, sheet, area, cells };
}

export type Given = Readonly<Record<CellKey, number | string | null>>;

const contentOf = (value: number | string | null): CellContent =>
  value === null ? BLANK : typeof value === "number" ? { type: "number", value } : { type: "text", text: value };

/** Every number is 0 but the given ones; null stands for a blank cell. */
export function fillTable(placement: Placement, given: Given = {}, doubts: readonly LabelDoubt[] = []): FilledTable {
  const contents = Object.fromEntries(placement.table.numbers.map(({ key }) => [key, contentOf(given[key] ?? 0)]));
  for (const [key, value] of Object.entries(given)) contents[key] = contentOf(value);
  return { placement, contents, doubts };
}

/** A table with the real check of what stands in it. */
export function check(filled: FilledTable, options: CheckOptions = { blankIsZero: false }): CheckedTable {
  return { filled, check: checkTable(filled, options) };
}
