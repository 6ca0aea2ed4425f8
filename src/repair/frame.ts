import { SystemError, type Constraint, type Place } from "./system";

/** What does not depend on the numbers of a system, worked out once for all fillings of one table. */
export interface Frame {
  unknowns: number;
  /** Unknowns and one more column for each constraint that is no equation: its sum. */
  columns: number;
  constraints: readonly Constraint[];
  /** One row for each constraint; see `Tableau`. */
  coefficients: readonly Float64Array[];
  /** The column of a constraint's sum, or null for an equation. */
  sums: readonly (number | null)[];
  places: Places;
}

/**
 * The equations as nodes of a graph whose edges are the unknowns, and the lines of the table at which they stand. Broken nodes
 * can be put right only along edges, and what has to flow through the edges of a connected part adds up to nothing: that
 * is where lower bounds come from.
 */
export interface Places {
  /** Whether a constraint is an equation. */
  isEquation: readonly boolean[];
  /** The line of each constraint; several equations may stand at one line. */
  lineOf: readonly number[];
  /** Of each line: 1 row, 2 column, 3 unknown. Bits, so that joined lines have those of all their parts. */
  sides: Uint8Array;
  /** The equations of each unknown. */
  ofUnknown: readonly (readonly number[])[];
  /** The only unknown between two lines by their numbers, as `crossingOf` gives it; null when there are several. */
  crossings: ReadonlyMap<number, number | null>;
  /** Most lines that one unknown touches. */
  reach: number;
  /** Weights of equations under which every unknown cancels out: what holds for residuals whatever the unknowns are. */
  invariants: readonly Float64Array[];
}

const SIDES: Readonly<Record<Place["side"], number>> = { row: 1, column: 2 };
export const BOTH_SIDES = 3;

/** The key of two lines in `crossings`. */
export function crossingOf(a: number, b: number): number {
  return Math.max(a, b) * 2 ** 16 + Math.min(a, b);
}

function isEquation({ minimum, maximum }: Constraint): boolean {
  return minimum !== null && minimum === maximum;
}

/** @throws SystemError when a factor or an unknown is not usable */
function coefficientsOf(constraint: Constraint, unknowns: number, columns: number): Float64Array {
  const row = new Float64Array(columns);
  const sign = isEquation(constraint) ? 1 : -1;
  for (const { unknown, factor } of constraint.terms) {
    if (!Number.isInteger(unknown) || unknown < 0 || unknown >= unknowns)
      throw new SystemError(`no unknown ${unknown}: there are ${unknowns}`);
    if (!Number.isSafeInteger(factor)) throw new SystemError(`unknown ${unknown}: factor ${factor}`);
    row[unknown] = row[unknown]! + sign * factor;
  }
  return row;
}

/**
 * Weights of the equations whose weighted sum is 0 in every column: a basis of them, by elimination. An equation that others
 * cancel wholly gives one.
 */
function invariantsOf(coefficients: readonly Float64Array[], isUsed: (index: number) => boolean): Float64Array[] {
  const work = coefficients.flatMap((row, index) => {
    const weights = new Float64Array(coefficients.length);
    weights[index] = 1;
    return isUsed(index) ? [{ row: row.slice(), weights }] : [];
  });
  const invariants: Float64Array[] = [];
  for (let last = work.pop(); last; last = work.pop()) {
    const { row, weights } = last;
    const pivot = row.findIndex((value) => value !== 0);
    if (pivot < 0) {
      invariants.push(weights);
      continue;
    }
    for (const other of work) {
      const factor = other.row[pivot]!;
      if (factor === 0) continue;
      combine(other.row, row[pivot]!, row, factor);
      combine(other.weights, row[pivot]!, weights, factor);
    }
  }
  // Where factors have grown beyond exact numbers, bounds do without.
  return invariants.filter((weights) => weights.every((weight) => Number.isSafeInteger(weight)));
}

/** target × own − other × factor, in place. */
function combine(target: Float64Array, own: number, other: Float64Array, factor: number): void {
  for (let index = 0; index < target.length; index++) target[index] = target[index]! * own - other[index]! * factor;
}

function placesOf(constraints: readonly Constraint[], coefficients: readonly Float64Array[], unknowns: number): Places {
  const isUsed = constraints.map(isEquation);
  const lines = new Map<string, number>();
  const sides: number[] = [];
  const lineOf = constraints.map(({ place }, index) => {
    const name = place ? `${place.side} ${place.line}` : `${index}`;
    const known = lines.get(name);
    if (known !== undefined) return known;
    lines.set(name, sides.length);
    return sides.push(place ? SIDES[place.side] : BOTH_SIDES) - 1;
  });
  const ofUnknown = Array.from({ length: unknowns }, (_, unknown) =>
    coefficients.flatMap((row, index) => (isUsed[index] && row[unknown] !== 0 ? [index] : [])),
  );
  const linesOf = ofUnknown.map((equations) => [...new Set(equations.map((equation) => lineOf[equation]!))]);
  // Sides only help where each unknown is an edge from a row to a column.
  const isTwoWay = linesOf.every((touched) => {
    const seen = new Set(touched.map((line) => sides[line]!));
    return seen.size === touched.length && !seen.has(BOTH_SIDES);
  });
  const crossings = new Map<number, number | null>();
  linesOf.forEach(([first, second], unknown) => {
    if (first === undefined || second === undefined) return;
    const key = crossingOf(first, second);
    crossings.set(key, crossings.has(key) ? null : unknown);
  });
  return {
    isEquation: isUsed,
    lineOf,
    sides: Uint8Array.from(sides, (side) => (isTwoWay ? side : BOTH_SIDES)),
    ofUnknown,
    crossings,
    reach: linesOf.reduce((most, touched) => Math.max(most, touched.length), 1),
    invariants: invariantsOf(coefficients, (index) => isUsed[index]!),
  };
}

/** @throws SystemError when a constraint names an unknown that is not there or a factor that is no whole number */
export function makeFrame(constraints: readonly Constraint[], unknowns: number): Frame {
  let columns = unknowns;
  const sums = constraints.map((constraint) => (isEquation(constraint) ? null : columns++));
  const coefficients = constraints.map((constraint) => coefficientsOf(constraint, unknowns, columns));
  return { unknowns, columns, constraints, coefficients, sums, places: placesOf(constraints, coefficients, unknowns) };
}
