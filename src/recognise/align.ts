import type { CellState, SheetView } from "./sheet-view";

/** Rows of numbers in published reports stand up to three columns beside their header. */
const SHIFTS = [1, -1, 2, -2, 3, -3];
const FEWEST_SHIFTED = 3;
/** How far beside the header a stray figure is looked for. */
const REACH = Math.max(...SHIFTS) + 1;

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
  /** Columns with a figure that no header explains; told of full rows. */
  spare: readonly number[];
  /** Columns with a figure beside the numbers, whatever their header; told of rows that are not shifted. */
  beside: readonly number[];
  /** Whether there is a figure under every header. */
  isFull: boolean;
}

export const NOT_TOLD: Alignment = { shift: null, spare: [], beside: [], isFull: false };

/** `widest` is the last column of the table that holds numbers in any row. */
export function spanOf(
  row: number,
  columns: readonly number[],
  first: number,
  limit: number,
  widest = columns.at(-1)!,
): Span {
  return { row, columns, first, last: Math.min(limit, widest + REACH) };
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
  const fits = (shift: number) => {
    const places = new Set(columns.map((column) => column + shift));
    return [...places].every((column) => states.has(column)) && figures.every((column) => places.has(column));
  };
  return SHIFTS.find(fits) ?? null;
}

/** Whether the row may be shifted, with blanks in it: blank at one end of the header, and beyond the other a figure where full rows have none. */
function looksShifted(
  states: ReadonlyMap<number, CellState>,
  columns: readonly number[],
  unusual: readonly number[],
): boolean {
  const [first, last] = [columns[0]!, columns.at(-1)!];
  return (
    (!states.has(first) && unusual.some((column) => column > last)) ||
    (!states.has(last) && unusual.some((column) => column < first))
  );
}

/** Columns beyond one end of the header with a figure, of a row that has one at the other end as well. */
export function crowdedColumns(view: SheetView, { row, columns, first, last }: Span): number[] {
  const isFigure = (column: number) => view.stateAt(row, column) === "figure";
  const [start, end] = [columns[0]!, columns.at(-1)!];
  const within = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index).filter(isFigure);
  return [...(isFigure(start) ? within(end + 1, last) : []), ...(isFigure(end) ? within(first, start - 1) : [])];
}

/**
 * Tells where the numbers of a row stand. `named` are columns with another header, `usual` those that hold figures beside
 * full rows, `crowded` those that do in any row that reaches from one end of the header beyond the other: no figure there proves
 * a shift. A row that fits both its header and a shift is not told.
 */
export function alignRow(
  view: SheetView,
  span: Span,
  named: ReadonlySet<number>,
  usual: ReadonlySet<number> = new Set(),
  crowded: ReadonlySet<number> = new Set(),
): Alignment {
  const states = statesOf(view, span);
  const { columns } = span;
  const isFigure = (column: number) => states.get(column) === "figure";
  const beside = [...states.keys()].filter((column) => isFigure(column) && !columns.includes(column));
  const spare = beside.filter((column) => !named.has(column));
  if (columns.every((column) => states.has(column))) {
    // A text under a header and a figure too many: the text may be a label, and the figures shifted.
    const isClear = spare.length === 0 || columns.every(isFigure);
    return isClear ? { shift: 0, spare, beside, isFull: true } : NOT_TOLD;
  }
  const shift = shiftOf(states, columns);
  if (shift !== null) {
    const places = columns.map((column) => column + shift);
    const isClean = places.every(
      (column) => isFigure(column) && !named.has(column) && !usual.has(column) && !crowded.has(column),
    );
    // One or two figures may stand beside their header by chance.
    return isClean && columns.length >= FEWEST_SHIFTED ? { ...NOT_TOLD, shift } : NOT_TOLD;
  }
  if (
    looksShifted(
      states,
      columns,
      beside.filter((column) => !usual.has(column)),
    )
  )
    return NOT_TOLD;
  return spare.every((column) => usual.has(column)) ? { ...NOT_TOLD, shift: 0, beside } : NOT_TOLD;
}
