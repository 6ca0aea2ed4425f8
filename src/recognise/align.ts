import type { CellState, SheetView } from "./sheet-view";

/** Rows of numbers in published reports stand up to three columns beside their header. */
const FARTHEST_SHIFT = 3;
/** How far beside the header a stray figure is looked for. */
const REACH = FARTHEST_SHIFT + 1;

/** The cells of one sheet row that may hold its numbers. */
export interface Span {
  row: number;
  /** Columns of the header, in ascending order. */
  columns: readonly number[];
  /** First column after the row's label. */
  first: number;
  /** Last column that belongs to the table's surroundings. */
  last: number;
}

export interface Alignment {
  /** Columns that the numbers stand beside their header; null when that cannot be told. */
  shift: number | null;
  /** Columns with a figure that no header explains. */
  spare: readonly number[];
  /** Whether there is a figure under every header. */
  isFull: boolean;
}

export function spanOf(row: number, columns: readonly number[], first: number, limit: number): Span {
  return { row, columns, first, last: Math.min(limit, columns.at(-1)! + REACH) };
}

function statesOf(view: SheetView, { row, first, last }: Span): Map<number, CellState> {
  const states = new Map<number, CellState>();
  for (let column = first; column <= last; column++) {
    const state = view.stateAt(row, column);
    if (state !== "blank") states.set(column, state);
  }
  return states;
}

/** The shift at which exactly the cells of the row are filled, when there is one. */
function shiftOf(states: ReadonlyMap<number, CellState>, columns: readonly number[]): number | null {
  const figures = [...states].filter(([, state]) => state === "figure").map(([column]) => column);
  for (let size = 1; size <= FARTHEST_SHIFT; size++) {
    for (const shift of [size, -size]) {
      const places = new Set(columns.map((column) => column + shift));
      const isFilled = [...places].every((column) => states.has(column));
      if (isFilled && figures.every((column) => places.has(column))) return shift;
    }
  }
  return null;
}

/**
 * Tells where the numbers of a row stand. `named` are columns with another header, `spare` those known to hold figures in
 * every row without one. A row that fits both its header and a shift is not told.
 */
export function alignRow(
  view: SheetView,
  span: Span,
  named: ReadonlySet<number>,
  spare: ReadonlySet<number> = new Set(),
): Alignment {
  const states = statesOf(view, span);
  const { columns } = span;
  const isOutside = (column: number) => !columns.includes(column) && !named.has(column);
  const stray = [...states].filter(([column, state]) => state === "figure" && isOutside(column)).map(([at]) => at);
  if (columns.every((column) => states.has(column))) return { shift: 0, spare: stray, isFull: true };
  const shift = shiftOf(states, columns);
  if (shift !== null) {
    const places = columns.map((column) => column + shift);
    const isClean = places.every(
      (column) => states.get(column) === "figure" && !named.has(column) && !spare.has(column),
    );
    if (isClean) return { shift, spare: [], isFull: false };
    if (columns.length > 1) return { shift: null, spare: [], isFull: false };
  }
  const isExplained = stray.every((column) => spare.has(column));
  return { shift: isExplained ? 0 : null, spare: [], isFull: false };
}
