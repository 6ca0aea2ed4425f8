import { explain, type Account } from "./explain";
import type { Change } from "./change";
import type { Localisation, Part } from "./localise";
import { hiddenBehind, hiddenIn, rivalsOf, type Rival } from "./rivals";
import type { Scene, Slip } from "./scene";
import type { Constraint, Unknown } from "./system";
import type { TableSystem } from "./table-system";

/** Most cells that may be wrong in a table of which something is certain. */
const MOST_CELLS = 2;
/** Slips in a table, more than there usually are. */
const SLIPS = 3;
/** How much likelier an answer must be than everything else together, as a natural logarithm. */
const LEAST_LEAD = 10;

/** What is known of a table after localisation. */
export interface Findings {
  localisation: Localisation;
  system: TableSystem;
  unknowns: readonly Unknown[];
  scene: Scene;
}

/**
 * Whether the only answer of a part is so much likelier than everything else that it need not be looked at.
 *
 * A set with as many cells as were really wrong is always among the smallest sets, so an only smallest set is wrong only when it
 * is smaller than the truth. Slips in one row, or in one column, never look like fewer: the next larger truth has its cells at
 * the corners of a rectangle, off by the same amount, such as an item, its total, and by chance a third that stands in line with
 * both. There are some hundred of these, so all of them are weighed. Therefore
 * - every part of the table has one answer with one cell and one value, and there are two of them at most;
 * - every number of the table is known, and the cell was typed: of a formula it is not known what it should be;
 * - two sums or more of the table itself agree on the value;
 * - the slips of the answer are likelier than the slips of all rivals together that want another number in the cell, by
 *   `LEAST_LEAD`. How likely slips are is that of `explain`, so digits that show how one came about count, and numbers that
 *   other cells would hold just as well count against it: small differences are rarely certain, and in a table of few figures
 *   little is.
 * It is no proof: by its own measure a lead of 10 is wrong once in 22 000 tables that hold three slips. `npm run bench -- accuracy`
 * counts how often a certain answer was wrong on published reports with slips put in, one kind at a time and two and three in one
 * table.
 */
export function isCertain(part: Part, findings: Findings): boolean {
  const { localisation, unknowns, system, scene } = findings;
  const { parts, unsolved } = localisation;
  if (unsolved.length > 0 || parts.length > MOST_CELLS || !parts.every(hasOneAnswer)) return false;
  if (!unknowns.every(isKnown)) return false;
  const { unknown } = part.sets[0]![0]!;
  if (scene.isFormula(unknown) || sumsOn(unknown, system, unknowns).length < 2) return false;
  return leadOf(unknown, findings) >= LEAST_LEAD;
}

/** The rivals of a whole answer, which are looked at for each of its cells. */
const known = new WeakMap<Findings, readonly Rival[]>();

/** How much likelier the answer is than that the cell should hold anything else; see `LEAST_LEAD`. */
function leadOf(cell: number, findings: Findings): number {
  const { localisation, unknowns, scene } = findings;
  const answer = localisation.parts.map(({ sets }) => slipOf(sets[0]![0]!, unknowns));
  const told = answer.find((slip) => slip.cell === cell)!;
  // Slips go to figures: where there are few of them, several of them meet sooner.
  const figures = unknowns.filter(({ value }) => value !== 0n).length;
  const rate = Math.log(Math.min(1, SLIPS / figures));
  const likelihood = ({ fit, slips }: Account): number => fit / 1000 + slips * rate;
  const own = likelihood(explain(answer, scene));
  const rivals = known.get(findings) ?? rivalsOf(answer, findings);
  known.set(findings, rivals);
  const against = rivals
    .filter(({ slips }) => slips.find((slip) => slip.cell === cell)?.then !== told.then)
    .reduce((sum, { account }) => sum + Math.exp(likelihood(account) - own), 0);
  // what is hidden takes longer to weigh
  const lead = -Math.log(against);
  if (lead < LEAST_LEAD) return lead;
  const behind = answer
    .filter((slip) => slip !== told)
    .reduce((sum, other) => sum + hiddenBehind(told, other, findings), 0);
  return -Math.log(against + hiddenIn(told, findings) * Math.exp(2 * rate) + behind * Math.exp(rate));
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
