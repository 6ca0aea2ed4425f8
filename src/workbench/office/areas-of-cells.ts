import { type Area, spanning } from "./addresses";

export interface CellPosition {
  row: number;
  column: number;
}

/** The fewest rectangles that a simple sweep finds for a set of cells, top to bottom; one if the cells form one. */
export function areasOf(cells: Iterable<CellPosition>): Area[] {
  const rows = new Map<number, number[]>();
  for (const { row, column } of cells) {
    const columns = rows.get(row);
    if (columns) columns.push(column);
    else rows.set(row, [column]);
  }
  const areas: Area[] = [];
  let open = new Map<string, Area>();
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const next = new Map<string, Area>();
    for (const [left, right] of runs(rows.get(row) ?? [])) {
      const key = `${left}:${right}`;
      const above = open.get(key);
      if (above && above.row + above.rows === row) next.set(key, { ...above, rows: above.rows + 1 });
      else next.set(key, spanning(row, left, row, right));
    }
    for (const [key, area] of open) if (next.get(key)?.row !== area.row) areas.push(area);
    open = next;
  }
  areas.push(...open.values());
  return areas.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** [[1, 2, 4]] → [1, 2], [4, 4]. */
function runs(columns: number[]): [first: number, last: number][] {
  const sorted = [...new Set(columns)].sort((a, b) => a - b);
  const found: [number, number][] = [];
  for (const column of sorted) {
    const last = found.at(-1);
    if (last && last[1] === column - 1) last[1] = column;
    else found.push([column, column]);
  }
  return found;
}
