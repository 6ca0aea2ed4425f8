import type { CellPosition, Placement } from "../tables/filled";
import type { Table } from "../tables/table";
import type { SheetView } from "./sheet-view";

/** How far above an amount its header may stand, and how far to the left one begins that spans its column. */
const ABOVE = 4;
const LEFT = 3;

/** The text about an amount that stands over a cell: the nearest above it, in its column or in one to the left that spans it. */
function findAmountHeader({ grid }: SheetView, { row, column }: CellPosition): string | undefined {
  for (let above = row - 1; above >= Math.max(row - ABOVE, grid.area.row); above--) {
    for (let left = column; left > Math.max(column - LEFT, grid.area.column); left--) {
      const content = grid.contentAt({ row: above, column: left });
      if (content.type === "text" && content.text.includes("额")) return content.text;
    }
  }
  return undefined;
}

/** What stands over the amounts of a table; undefined when nothing does. */
export function readAmountHeaders(
  view: SheetView,
  table: Table,
  cells: Placement["cells"],
): Placement["amountHeaders"] {
  const headers = table.numbers.flatMap(({ key, kind }) => {
    const position = kind === "amount" ? cells[key] : undefined;
    const header = position && findAmountHeader(view, position);
    return header === undefined ? [] : [[key, header] as const];
  });
  return headers.length === 0 ? undefined : Object.fromEntries(headers);
}
