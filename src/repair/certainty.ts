import type { Account } from "./explain";
import type { Change, Localisation, Part } from "./localise";
import { bestFit, rivalsOf } from "./rivals";
import type { Scene, Slip } from "./scene";
import type { Constraint, Unknown } from "./system";
import type { TableSystem } from "./table-system";

/** Most cells that may be wrong in a table of which something is certain. */
const MOST_CELLS = 2;
/** With more than one wrong cell: how likely it may be at most that the evidence is mere luck. */
const MOST_LUCK = 0.02;
/**
 * How well three slips may fit at most that would make a right cell look wrong; see `Account.fit`. Chosen by trial: at 3e-6 one
 * answer in some ten thousand tables with three slips was wrong.
 */
const BEST_RIVAL = Math.log(1e-7) * 1000;

/** What is known of a table after localisation. */
export interface Findings {
  localisation: Localisation;
  system: TableSystem;
  unknowns: readonly Unknown[];
  scene: Scene;
}

/**
 * Whether the only answer of a part cannot be wrong unless three or more slips in one table happen to cancel out in part, in a
 * way that no known slip goes.
 *
 * A set with as many cells as were really wrong is always among the smallest sets, so an only smallest set is wrong only when it
 * is smaller than the truth. Slips in one row, or in one column, never look like fewer. One cell can look wrong instead of
 * three when three differences at the other corners of a rectangle are equal. Therefore
 * - every part of the table has one answer with one cell and one value, and there are two of them at most;
 * - every number of the table is known, and the cell was typed: of a formula it is not known what it should be;
 * - two sums or more agree on the value;
 * - no three cells at the other corners of a rectangle fit known slips, such as two exchanged numbers, or an item and its total;
 * - when there are two parts, the digits show how the slip came about, in a way that is not mere luck.
 * It is no proof: three slips of a kind that is not known here can still conspire. `npm run bench -- accuracy` counts how often a
 * certain answer was wrong on published reports with slips put in.
 */
export function isCertain(part: Part, account: Account, findings: Findings): boolean {
  const { localisation, unknowns, system, scene } = findings;
  const { parts, unsolved } = localisation;
  if (unsolved.length > 0 || parts.length > MOST_CELLS || !parts.every(hasOneAnswer)) return false;
  if (!unknowns.every(isKnown)) return false;
  const { unknown, least } = part.sets[0]![0]!;
  const { value } = unknowns[unknown]!;
  if (value === null || least === null || scene.isFormula(unknown) || sumsOn(unknown, system, unknowns).length < 2)
    return false;
  if (parts.length > 1 && account.luck > MOST_LUCK) return false;
  const others = parts.filter((other) => other !== part).map(({ sets }) => slipOf(sets[0]![0]!, unknowns));
  return bestFit(rivalsOf(unknown, least - value, system), others, unknowns, scene) <= BEST_RIVAL;
}

const isKnown = ({ value, weight }: Unknown): boolean => value !== null && weight > 0;

function slipOf({ unknown, least }: Change, unknowns: readonly Unknown[]): Slip {
  return { cell: unknown, now: unknowns[unknown]!.value, then: least };
}

function hasOneAnswer({ sets, isComplete }: Part): boolean {
  const [only, ...others] = sets;
  if (!isComplete || !only || others.length > 0 || only.length !== 1) return false;
  return only.every(({ least, most }) => least !== null && least === most);
}

/** The constraints that tell the value of a cell because all others of their cells are known. */
function sumsOn(cell: number, { constraints }: TableSystem, unknowns: readonly Unknown[]): Constraint[] {
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
