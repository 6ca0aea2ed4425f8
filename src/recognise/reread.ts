import type { FilledTable, Placement } from "../tables/filled";
import type { Grid } from "../tables/grid";
import { readComputed, readContents } from "./fill-table";
import { readSurroundings } from "./surroundings";

/**
 * Reads a recognised table again after an edit. The grid must cover `placement.surroundings.area`. Null when a label, or
 * anything else that bears on how the table is read, has changed: then the sheet must be recognised anew.
 */
export function rereadTable(placement: Placement, grid: Grid): FilledTable | null {
  const { surroundings, sheet, cells } = placement;
  if (!surroundings || sheet !== grid.sheet) return null;
  const signs = readSurroundings(grid, surroundings.area, cells, surroundings.sensitive);
  if (signs.some((sign, index) => sign !== surroundings.cells[index])) return null;
  return {
    placement,
    contents: readContents(cells, (position) => grid.contentAt(position)),
    ...readComputed(cells, grid),
    doubts: surroundings.doubts,
  };
}
