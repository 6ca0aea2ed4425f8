import type { Tableau } from "./tableau";

/** Cuts in a row after which it stays open whether there are whole values. */
const DEEPEST = 40;

/** The two halves of a settled tableau in which an unknown that is no whole number lies below or above. */
function halvesOf(tableau: Tableau, first?: number): Tableau[] {
  const { column, floor } = tableau.fraction(first)!;
  const halves = [tableau.narrowed(column, { maximum: floor }), tableau.narrowed(column, { minimum: floor + 1n })];
  return halves.filter((half) => half.settle() < 0);
}

/**
 * Whether a settled tableau has whole values for all unknowns; null when that stays open. Sums alone have them whenever they have
 * any: only other factors ever need the cuts.
 */
export function hasWhole(tableau: Tableau, depth = 0): boolean | null {
  if (!tableau.fraction()) return true;
  if (depth === DEEPEST) return null;
  const answers = halvesOf(tableau).map((half) => hasWhole(half, depth + 1));
  return answers.includes(true) || (answers.includes(null) ? null : false);
}

/**
 * The largest (or smallest) whole value of an unknown in a settled tableau that has whole values; null when there is no limit or
 * none is found.
 */
export function wholeExtreme(tableau: Tableau, column: number, direction: 1 | -1): bigint | null {
  let best: bigint | null = null;
  /** False when no limit is found. */
  const explore = (part: Tableau, depth: number): boolean => {
    const end = part.copy();
    const value = end.extreme(column, direction);
    if (value === null) return false;
    if (best !== null && (direction > 0 ? value <= best : value >= best)) return true;
    if (!end.fraction()) best = value;
    else if (depth === DEEPEST) return false;
    else return halvesOf(end, column).every((half) => explore(half, depth + 1));
    return true;
  };
  return explore(tableau, 0) ? best : null;
}
