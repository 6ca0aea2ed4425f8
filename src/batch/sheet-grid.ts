import { contentOf, numberContent, type Grid } from "../tables/grid";
import { BLANK, type CellContent, type CellPosition } from "../tables/filled";
import type { Area } from "../tables/table";
import type { Cell, Sheet } from "../xlsx";

/** No official table is larger than a part of this; what lies beyond is another kind of data. */
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 200;

interface ReadCell {
  content: CellContent;
  isComputed: boolean;
}

const UNCALCULATED: CellContent = { type: "blank", isUncalculated: true };

function contentOfCell({ value, format, formula }: Cell): CellContent {
  if (value === null) return formula === undefined ? BLANK : UNCALCULATED;
  if (typeof value === "number") return numberContent(value, format);
  if (typeof value === "object") return { type: "error", code: value.error };
  return typeof value === "string" && value !== "" ? { type: "text", text: value } : contentOf(value);
}

/** A sheet of a file as recognition reads it: from the first cell that holds something, and at most 2 000 rows × 200 columns. */
export function gridOfSheet(sheet: Sheet): Grid {
  const first = sheet.rows[0]?.row ?? 0;
  const last = Math.min(sheet.rows.at(-1)?.row ?? first, first + MOST_ROWS - 1);
  const within = sheet.rows.filter(({ row }) => row <= last);
  const right = within.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 0);
  const rows: ReadCell[][] = [];
  for (const { row, cells } of within) {
    const line: ReadCell[] = (rows[row - first] = []);
    for (const cell of cells) {
      if (cell.column >= MOST_COLUMNS) break;
      line[cell.column] = { content: contentOfCell(cell), isComputed: cell.formula !== undefined };
    }
  }
  const cellAt = ({ row, column }: CellPosition): ReadCell | undefined => rows[row - first]?.[column];
  return {
    sheet: sheet.name,
    area: {
      row: first,
      column: 0,
      rowCount: sheet.rows.length === 0 ? 0 : last - first + 1,
      columnCount: Math.min(right + 1, MOST_COLUMNS),
    },
    contentAt: (position) => cellAt(position)?.content ?? BLANK,
    isComputed: (position) => cellAt(position)?.isComputed ?? false,
  };
}

/** A sheet of a file that is larger than what is read of it. */
export interface CutSheet {
  sheet: string;
  /** What was read. */
  area: Area;
}

/** Null when nothing stands beyond `area`, the part of the sheet that is read. */
export function cutOf({ name, rows }: Sheet, { area }: Grid): CutSheet | null {
  const end = area.row + area.rowCount;
  const isBeyond = (cell: Cell) =>
    (cell.row >= end || cell.column >= area.columnCount) && contentOfCell(cell).type !== "blank";
  return rows.some(({ cells }) => cells.some(isBeyond)) ? { sheet: name, area } : null;
}
