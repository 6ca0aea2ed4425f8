import type { Account } from "./explain";
import type { Localisation, Part } from "./localise";
import { SIDES, type Scene } from "./scene";
import type { Constraint, Unknown } from "./system";
import type { TableSystem } from "./table-system";

/** Most cells that may be wrong in a table of which something is certain. */
const MOST_CELLS = 2;
/** With more than one wrong cell: how likely it may be at most that the evidence is mere luck. */
const MOST_LUCK = 0.02;

/** What is known of a table after localisation. */
export interface Findings {
  localisation: Localisation;
  system: TableSystem;
  unknowns: readonly Unknown[];
  scene: Scene;
}

/**
 * Whether the only answer of a part cannot be wrong unless three or more slips in one table happen to cancel out in part.
 *
 * A set with as many cells as were really wrong is always among the smallest sets, so an only smallest set is wrong only when it
 * is smaller than the truth. Slips in one row, or in one column, never look like fewer. One cell can look wrong instead of
 * three when three differences at the other corners of a rectangle are equal. Therefore
 * - every part of the table has one answer with one cell and one value, and there are two of them at most;
 * - the cell was typed: of a formula it is not known what it should be;
 * - two sums or more agree on the value;
 * - no two cells that lie side by side differ by that very amount where they could be two of the three, exchanged;
 * - when there are two parts, the digits show how the slip came about, in a way that is not mere luck.
 * Measured on published reports with slips put in, up to three in a table, this was never wrong: see the bench.
 */
export function isCertain(part: Part, account: Account, findings: Findings): boolean {
  const { localisation, unknowns, system, scene } = findings;
  const { parts, unsolved } = localisation;
  if (unsolved.length > 0 || parts.length > MOST_CELLS || !parts.every(hasOneAnswer)) return false;
  const { unknown, least } = part.sets[0]![0]!;
  const { value } = unknowns[unknown]!;
  if (value === null || least === null || scene.isFormula(unknown) || sumsOn(unknown, system, unknowns).length < 2)
    return false;
  if (hasRival(unknown, least - value, findings)) return false;
  return parts.length === 1 || account.luck <= MOST_LUCK;
}

function hasOneAnswer({ sets, isComplete }: Part): boolean {
  const [only, ...others] = sets;
  if (!isComplete || !only || others.length > 0 || only.length !== 1) return false;
  return only.every(({ least, most }) => least !== null && least === most);
}

/** The constraints that tell the value of a cell because all others of their cells are known. */
function sumsOn(cell: number, { constraints }: TableSystem, unknowns: readonly Unknown[]): Constraint[] {
  const isKnown = ({ value, weight }: Unknown) => value !== null && weight > 0;
  return constraints.filter(
    ({ terms }) =>
      terms.some(({ unknown }) => unknown === cell) &&
      terms.every(({ unknown }) => unknown === cell || isKnown(unknowns[unknown]!)),
  );
}

/**
 * Whether a number that is written as a text is certainly the one that was read from it: two sums or more hold with it, and none
 * does not.
 */
export function isConfirmed(cell: number, { system, unknowns, localisation }: Findings): boolean {
  const sums = sumsOn(cell, system, unknowns);
  const sumOf = ({ terms }: Constraint) =>
    terms.reduce((sum, { unknown, factor }) => sum + BigInt(factor) * unknowns[unknown]!.value!, 0n);
  const holds = sums.every((constraint) => sumOf(constraint) === constraint.minimum);
  return localisation.unsolved.length === 0 && sums.length >= 2 && holds;
}

/**
 * Whether two cells side by side, one of them in the row or the column of the suspect, differ by the amount that it is off. Had
 * they been exchanged and a third cell been off as much, the suspect would look wrong although it is right.
 */
function hasRival(cell: number, amount: bigint, { scene }: Findings): boolean {
  const differs = (a: number, b: number): boolean => {
    const difference = (scene.now(a) ?? 0n) - (scene.now(b) ?? 0n);
    return difference === amount || difference === -amount;
  };
  return SIDES.some((side) => {
    const across = side === "row" ? "column" : "row";
    return [1, -1].some((way) => {
      for (let by = way; ; by += way) {
        const other = scene.beside(cell, side, by);
        if (other === null) return false;
        const pairs = [-1, 1].map((step) => scene.beside(other, across, step));
        if (pairs.some((pair) => pair !== null && differs(other, pair))) return true;
      }
    });
  });
}
