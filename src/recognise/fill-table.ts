import type { CellContent, CellPosition, FilledTable, Placement } from "../tables/filled";
import type { Grid } from "../tables/grid";
import type { Area, CellKey } from "../tables/table";
import { readAmountHeaders } from "./amount-header";
import { readNumber } from "./number";
import type { Reading } from "./reading";
import type { SheetView } from "./sheet-view";
import { makeSurroundings } from "./surroundings";
import type { Title } from "./year";

/** Adds to a text what it probably means. */
function withMeaning(content: CellContent): CellContent {
  if (content.type !== "text") return content;
  const meant = readNumber(content.text);
  return meant ? { ...content, meant } : content;
}

function boundsOf(positions: readonly CellPosition[]): Area {
  const rows = positions.map(({ row }) => row);
  const columns = positions.map(({ column }) => column);
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return { row, column, rowCount: Math.max(...rows) - row + 1, columnCount: Math.max(...columns) - column + 1 };
}

/** The contents of a table at known places. */
export function readContents(
  cells: Placement["cells"],
  contentAt: (position: CellPosition) => CellContent,
): FilledTable["contents"] {
  return Object.fromEntries(
    Object.entries(cells).map(([key, position]) => [key as CellKey, withMeaning(contentAt(position!))]),
  );
}

/** Which cells of a table hold formulas, where the grid knows. */
export function readComputed(cells: Placement["cells"], grid: Grid): Pick<FilledTable, "computed"> {
  if (!grid.isComputed) return {};
  const keys = Object.entries(cells).filter(([, position]) => grid.isComputed!(position!));
  return { computed: new Set(keys.map(([key]) => key as CellKey)) };
}

/** Makes a table of what was read; `titleAt` gives the unit and year in force at a cell. */
export function fillTable(
  view: SheetView,
  { lexicon, labels, positions, doubts, sensitive }: Reading,
  titleAt: (row: number, column: number) => Title,
): FilledTable {
  const area = boundsOf([...labels, ...Object.values(positions)]);
  const { table } = lexicon;
  const amountHeaders = readAmountHeaders(view, table, positions);
  const base: Placement = { table, sheet: view.grid.sheet, area, cells: positions };
  return {
    placement: {
      ...base,
      ...titleAt(area.row, area.column),
      ...(amountHeaders ? { amountHeaders } : {}),
      surroundings: makeSurroundings(view.grid, { ...base, sensitive, doubts }),
    },
    contents: readContents(positions, (position) => view.grid.contentAt(position)),
    ...readComputed(positions, view.grid),
    doubts,
  };
}
