import type { CellPosition } from "./filled";
import type { Area } from "./table";

const bottom = (area: Area) => area.row + area.rowCount;
const right = (area: Area) => area.column + area.columnCount;

export function cellArea({ row, column }: CellPosition): Area {
  return { row, column, rowCount: 1, columnCount: 1 };
}

export function moveArea(area: Area, by: CellPosition): Area {
  return { ...area, row: area.row + by.row, column: area.column + by.column };
}

export function contains(area: Area, other: Area): boolean {
  return (
    other.row >= area.row && bottom(other) <= bottom(area) && other.column >= area.column && right(other) <= right(area)
  );
}

/** The smallest area around all; null for none. */
export function boundingArea(areas: readonly Area[]): Area | null {
  const [first] = areas;
  if (!first) return null;
  const row = Math.min(...areas.map((area) => area.row));
  const column = Math.min(...areas.map((area) => area.column));
  return {
    row,
    column,
    rowCount: Math.max(...areas.map(bottom)) - row,
    columnCount: Math.max(...areas.map(right)) - column,
  };
}

const plainArea = ({ row, column, rowCount, columnCount }: Area): Area => ({ row, column, rowCount, columnCount });

/** Joins areas that do not overlap: first those side by side, then rows of equal width one below the other. */
export function joinAreas(areas: readonly Area[]): Area[] {
  const runs: Area[] = [];
  for (const area of [...areas].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const left = runs.find(
      (run) => run.row === area.row && run.rowCount === area.rowCount && right(run) === area.column,
    );
    if (left) left.columnCount += area.columnCount;
    else runs.push(plainArea(area));
  }
  const joined: Area[] = [];
  for (const run of runs) {
    const above = joined.find(
      (area) => area.column === run.column && area.columnCount === run.columnCount && bottom(area) === run.row,
    );
    if (above) above.rowCount += run.rowCount;
    else joined.push(run);
  }
  return joined;
}
