import type { CellContent, CellPosition, Placement, Surroundings } from "../tables/filled";
import type { Grid } from "../tables/grid";
import type { Area } from "../tables/table";
import { isEmpty, isFigure } from "./sheet-view";

/** How far beside a table something may stand that bears on how it is read. */
const MARGIN = { above: 2, below: 5, left: 3, right: 4 };

/** The part of a sheet that must be read to tell whether a table still stands as it stood. */
function surroundingArea(area: Area): Area {
  const row = Math.max(0, area.row - MARGIN.above);
  const column = Math.max(0, area.column - MARGIN.left);
  return {
    row,
    column,
    rowCount: area.row + area.rowCount + MARGIN.below - row,
    columnCount: area.column + area.columnCount + MARGIN.right - column,
  };
}

/** A number may change freely, but a text in its place could be a label that slipped. */
function signOfNumber(content: CellContent): string {
  return content.type === "text" && !isEmpty(content) && !isFigure(content) ? `"${content.text}` : "";
}

function signOfOther(content: CellContent): string {
  if (isEmpty(content)) return "";
  if (isFigure(content)) return "#";
  return content.type === "text" ? `"${content.text}` : content.type;
}

/** One text for each cell of the area, equal as long as the table may be read again at the same places. */
export function readSurroundings(
  grid: Grid,
  area: Area,
  cells: Placement["cells"],
  sensitive: ReadonlySet<number>,
): string[] {
  const at = (row: number, column: number) => row * area.columnCount + column;
  const numbers = new Set(
    Object.values(cells)
      .filter((position): position is CellPosition => position !== undefined)
      .filter(({ row }) => !sensitive.has(row))
      .map(({ row, column }) => at(row - area.row, column - area.column)),
  );
  const signs: string[] = [];
  for (let row = 0; row < area.rowCount; row++) {
    for (let column = 0; column < area.columnCount; column++) {
      const content = grid.contentAt({ row: area.row + row, column: area.column + column });
      signs.push(numbers.has(at(row, column)) ? signOfNumber(content) : signOfOther(content));
    }
  }
  return signs;
}

/** What stands around a table. The cells are read when they are first asked for: those of files in a batch never are. */
export function makeSurroundings(
  grid: Grid,
  {
    area: of,
    cells,
    sensitive,
    doubts,
  }: Pick<Placement, "area" | "cells"> & Pick<Surroundings, "sensitive" | "doubts">,
): Surroundings {
  const area = surroundingArea(of);
  let signs: readonly string[] | null = null;
  return {
    area,
    get cells() {
      return (signs ??= readSurroundings(grid, area, cells, sensitive));
    },
    sensitive,
    doubts,
  };
}
