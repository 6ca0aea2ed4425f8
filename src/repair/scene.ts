/** What surrounds the cells of a table: where a slip can have taken a number from. Cells go by their positions. */
export interface Scene {
  /** As it stands in the table; null when there is no usable number. */
  now(cell: number): bigint | null;
  lastYear(cell: number): bigint | null;
  isFormula(cell: number): boolean;
  /** Whether the cell is a count and no total: a term of a balance is none. */
  isItem(cell: number): boolean;
  /** How many of 1000 items are 0 where the cell stands, judged by its row and its column. */
  zeros(cell: number): number;
  /** The row or the column in which the cell lies; cells of one line have the same. */
  line(cell: number, side: Side): number;
  /** The cell that many lines further right (`column`) or down (`row`); null beyond the table. */
  beside(cell: number, side: Side, by: number): number | null;
  /** For each sum that the cell is the result of: what is added up, with −1 for what is taken off. */
  sums(cell: number): readonly (readonly Addend[])[];
}

/** Along a row or along a column. */
export type Side = "row" | "column";
export const SIDES: readonly Side[] = ["row", "column"];

export interface Addend {
  cell: number;
  sign: 1 | -1;
}

/** Whether a sum only adds: a total is made of its items, the terms of a balance can each be made of the others. */
export function isTotal(sum: readonly Addend[]): boolean {
  return sum.every(({ sign }) => sign > 0);
}

/** Cells with nothing around them but each other's numbers. */
export function bareScene(values: readonly (bigint | null)[]): Scene {
  return {
    now: (cell) => values[cell] ?? null,
    lastYear: () => null,
    isFormula: () => false,
    isItem: () => false,
    zeros: () => 0,
    line: (cell) => cell,
    beside: () => null,
    sums: () => [],
  };
}

/** A cell that would change: what stands there and what should. Null for no number, or for several that fit. */
export interface Slip {
  cell: number;
  now: bigint | null;
  then: bigint | null;
}
