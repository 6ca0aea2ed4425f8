import type { DraftTable } from "../../batch/import/draft";
import { isOpen, type CellConcern } from "../../tables/concern";
import { keyOf, type CellKey, type Line } from "../../tables/table";

/** A figure as it is listed. */
export interface CellSummary {
  key: CellKey;
  column: Line;
  /** What the cell will hold; empty for a blank one. */
  shown: string;
  concern: CellConcern | null;
}

/** A row of a table that has more than zeros. */
export interface RowSummary {
  row: Line;
  cells: readonly CellSummary[];
}

/** What of a table is worth looking at: figures that are not 0 and cells that are not sure. */
export interface TableSummary {
  rows: readonly RowSummary[];
  /** Rows that hold zeros only, for certain. */
  zeroRows: number;
  /** Cells that a person has to fill in. */
  open: number;
  /** Cells that are filled but should be compared. */
  doubtful: number;
}

function shownOf({ contents }: DraftTable, key: CellKey): string {
  const content = contents[key];
  if (!content || content.type === "blank") return "";
  if (content.type === "text") return content.text;
  return content.type === "error" ? content.code : String(content.value);
}

export function summariseTable(draft: DraftTable): TableSummary {
  const { table, concerns } = draft;
  const known = new Set(table.numbers.map(({ key }) => key));
  const all = table.rows.map((row): RowSummary => ({
    row,
    cells: table.columns.flatMap((column): CellSummary[] => {
      const key = keyOf(row.key, column.key);
      if (!known.has(key)) return [];
      return [{ key, column, shown: shownOf(draft, key), concern: concerns.get(key) ?? null }];
    }),
  }));
  const rows = all
    .map(({ row, cells }) => ({ row, cells: cells.filter(({ shown, concern }) => concern !== null || shown !== "0") }))
    .filter(({ cells }) => cells.length > 0);
  const open = [...concerns.values()].filter(isOpen).length;
  return { rows, zeroRows: all.length - rows.length, open, doubtful: concerns.size - open };
}
