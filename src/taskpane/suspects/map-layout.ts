import type { CellKey, NumberBlock, Table } from "../../tables/table";
import type { MapCell } from "./map-cells";

/** Heights and widths of the map, in CSS: what says something is large enough for a sign, and what only holds labels is thin. */
export interface Tracks {
  rows: string;
  columns: string;
}

const SIGN_ROW = "14px";
/** With more rows that say something the map would fill the pane. */
const MOST_SIGN_ROWS = 8;
const LOW_SIGN_ROW = "10px";
const PLAIN_ROW = "7px";
const LABEL_ROW = "3px";
/** Beside one share for each column of numbers. */
const LABEL_COLUMN = "0.4fr";

export function tracksOf(table: Table, cells: readonly MapCell[]): Tracks {
  const numbered = new Set(table.numbers.map(({ row }) => row));
  const telling = new Set(
    cells
      .filter(({ isBroken, isTrusted, mark }) => isBroken || isTrusted || mark?.group != null)
      .map(({ block }) => block.row),
  );
  const isFilled = (column: number) =>
    table.numbers.some((block) => column >= block.column && column < block.column + block.columnCount);
  const signRow = telling.size > MOST_SIGN_ROWS ? LOW_SIGN_ROW : SIGN_ROW;
  const rowOf = (row: number) => (telling.has(row) ? signRow : numbered.has(row) ? PLAIN_ROW : LABEL_ROW);
  const count = (length: number) => Array.from({ length }, (_, index) => index);
  return {
    rows: count(table.rowCount).map(rowOf).join(" "),
    columns: count(table.columnCount)
      .map((column) => (isFilled(column) ? "minmax(0, 1fr)" : `minmax(0, ${LABEL_COLUMN})`))
      .join(" "),
  };
}

/** Where the arrow keys lead from a cell: to the next in its row, or to the nearest of the next row that has one. */
export function nextCell(cells: readonly MapCell[], from: CellKey, key: string, withControl: boolean): CellKey | null {
  const rows = new Map<number, NumberBlock[]>();
  for (const { block } of cells) rows.set(block.row, [...(rows.get(block.row) ?? []), block]);
  const ordered = [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
  const at = ordered.findIndex((row) => row.some((block) => block.key === from));
  const row = ordered[at];
  const inRow = row?.findIndex((block) => block.key === from) ?? -1;
  if (!row || inRow < 0) return null;
  const nearest = (other: NumberBlock[] | undefined) => {
    const { column } = row[inRow]!;
    return other?.reduce((best, block) =>
      Math.abs(block.column - column) < Math.abs(best.column - column) ? block : best,
    );
  };
  const steps: Record<string, () => NumberBlock | undefined> = {
    ArrowLeft: () => row[inRow - 1],
    ArrowRight: () => row[inRow + 1],
    ArrowUp: () => nearest(ordered[at - 1]),
    ArrowDown: () => nearest(ordered[at + 1]),
    Home: () => (withControl ? ordered[0] : row)?.[0],
    End: () => (withControl ? ordered.at(-1) : row)?.at(-1),
  };
  return steps[key]?.()?.key ?? null;
}
