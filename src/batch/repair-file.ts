import { suspectsOf, type Repair } from "../repair/suspects";
import type { CheckedTable } from "../rules/workbook";
import type { CellKey } from "../tables/table";
import { cellAt, type Sheet } from "../xlsx";

/** The numbers of a table that a formula gives. */
function formulasIn(sheet: Sheet, { filled: { placement } }: CheckedTable): Set<CellKey> {
  const keys = placement.table.numbers.map(({ key }) => key);
  return new Set(
    keys.filter((key) => {
      const position = placement.cells[key];
      return position && cellAt(sheet, position.row, position.column)?.formula !== undefined;
    }),
  );
}

/** What is wrong in a table; null when nothing is, or only cells are still to be filled. */
export function repairTable({ filled, check }: CheckedTable, formulas: ReadonlySet<CellKey>): Repair | null {
  if (!check.findings.some(({ kind }) => kind === "sum" || kind === "kind")) return null;
  return suspectsOf(filled, check, { formulas });
}

/** What is wrong in a table on a sheet of a file. */
export const repairFileTable = (sheet: Sheet, table: CheckedTable): Repair | null =>
  repairTable(table, formulasIn(sheet, table));
