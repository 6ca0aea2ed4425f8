import { EXCHANGED_SHARE, explainOne, SHIFTED_SHARE, type Evidence, type Explanation } from "./evidence";
import { isTotal, SIDES, type Scene, type Side, type Slip } from "./scene";

/** How well a set of changes is explained by slips that people make. */
export interface Account {
  /** The natural logarithm of its likelihood, in thousandths; the larger the likelier. Equal numbers are ties. */
  likelihood: number;
  evidence: readonly Evidence[];
  /** How many slips it takes, and the same logarithm if it were known that there are so many: how well they fit. */
  slips: number;
  fit: number;
}

/** Slips in 1000 cells: each further slip makes an account that much less likely. */
const RATE = 10;

/** Of 1000 totals over a wrong number, how many were added up with it and not taken from elsewhere. */
const FOLLOWING = 500;

/** Of two exchanged cells, how many in 100 lie side by side; the others are somewhere in one row or column. */
const SIDE_BY_SIDE = 80;
const NEIGHBOURS = 4;
const SAME_LINE = 30;
/** Left, right, up, down. */
const DIRECTIONS = 4;
/** Fewer cells than that are as well two exchanged ones. */
const SHORTEST_SHIFT = 3;

function relationOf(a: number, b: number, scene: Scene): "beside" | "sameLine" | "apart" {
  const side = SIDES.find((one) => scene.line(a, one) === scene.line(b, one));
  if (!side) return "apart";
  return [1, -1].some((by) => scene.beside(a, side, by) === b) ? "beside" : "sameLine";
}

/** Two cells that have each other's number. */
function exchange(a: Slip, b: Slip, scene: Scene): Explanation | null {
  if (a.now === null || b.now === null || a.now !== b.then || b.now !== a.then) return null;
  const relation = relationOf(a.cell, b.cell, scene);
  if (relation === "apart") return null;
  const chance =
    relation === "beside"
      ? (EXCHANGED_SHARE * SIDE_BY_SIDE) / 100 / NEIGHBOURS
      : (EXCHANGED_SHARE * (100 - SIDE_BY_SIDE)) / 100 / SAME_LINE;
  return { chance, evidence: [{ code: "exchanged", cell: a.cell, others: [b.cell] }] };
}

/** Whether the right number of each cell but one at most stands in the next cell in some direction. */
function isShift(slips: readonly Slip[], side: Side, by: number, scene: Scene): boolean {
  let lost = 0;
  for (const { cell, then } of slips) {
    const next = scene.beside(cell, side, by);
    if (next === null || then === null || scene.now(next) !== then) lost += 1;
  }
  return lost <= 1;
}

/** The cells of one line whose numbers all stand one cell further. */
function shift(slips: readonly Slip[], scene: Scene): Piece | null {
  if (slips.length < SHORTEST_SHIFT) return null;
  for (const side of SIDES) {
    for (const { cell } of slips) {
      const line = slips.filter((other) => scene.line(other.cell, side) === scene.line(cell, side));
      if (line.length < SHORTEST_SHIFT || ![1, -1].some((by) => isShift(line, side, by, scene))) continue;
      const [first, ...others] = line.map((slip) => slip.cell);
      const evidence = [{ code: "shifted" as const, cell: first!, others }];
      return { chance: SHIFTED_SHARE / DIRECTIONS, evidence, slips: line };
    }
  }
  return null;
}

/** A total that is wrong because it was added up from numbers of which some are wrong. */
function following(slip: Slip, slips: readonly Slip[], scene: Scene): Piece | null {
  for (const items of scene.sums(slip.cell)) {
    if (!isTotal(items)) continue;
    const wrong = slips.filter(({ cell }) => items.some((item) => item.cell === cell)).map(({ cell }) => cell);
    const sum = items.reduce((part, item) => part + (scene.now(item.cell) ?? 0n), 0n);
    if (wrong.length === 0 || sum !== slip.now) continue;
    const evidence = [{ code: "followed" as const, cell: slip.cell, others: wrong }];
    return { chance: FOLLOWING, evidence, slips: [slip], isConsequence: true };
  }
  return null;
}

/** The explanation of some of the slips. */
interface Piece extends Explanation {
  slips: readonly Slip[];
  /** Whether it comes with another slip, so that it is none of its own. */
  isConsequence?: boolean;
}

const fitOf = ({ chance }: Piece): number => Math.log(chance / 1000);
const logarithm = (piece: Piece): number => fitOf(piece) + (piece.isConsequence ? 0 : Math.log(RATE / 1000));
const total = (pieces: readonly Piece[], of = logarithm): number => pieces.reduce((sum, piece) => sum + of(piece), 0);

/** Pairs that were exchanged, as far as that is likelier than two slips, and the cells that are left. */
function inPieces(slips: readonly Slip[], scene: Scene): Piece[] {
  const singles = slips.map((slip): Piece => {
    const alone: Piece = { ...explainOne(slip, scene), slips: [slip] };
    const follower = following(slip, slips, scene);
    return follower && logarithm(follower) > logarithm(alone) ? follower : alone;
  });
  const pieces: Piece[] = [];
  const taken = new Set<number>();
  slips.forEach((slip, index) => {
    if (taken.has(index)) return;
    for (let other = index + 1; other < slips.length; other++) {
      const pair = taken.has(other) ? null : exchange(slip, slips[other]!, scene);
      const both: Piece | null = pair && { ...pair, slips: [slip, slips[other]!] };
      if (!both || logarithm(both) <= total([singles[index]!, singles[other]!])) continue;
      pieces.push(both);
      taken.add(index).add(other);
      return;
    }
    pieces.push(singles[index]!);
  });
  return pieces;
}

/**
 * Of 1000 items that are not 0, how many are 1; of a larger number there are as many fewer as it is larger. Counted in section 三
 * of published reports.
 */
const ONES = 250;

/** How much likelier one number is than another before anything is known of slips. */
function expectation({ cell, now, then }: Slip, scene: Scene): number {
  if (now === null || then === null || now < 0n || then < 0n || !scene.isItem(cell)) return 0;
  const zeros = scene.zeros(cell);
  const frequency = (value: bigint) => (value === 0n ? zeros : ((1000 - zeros) * ONES) / 1000 / Number(value));
  return Math.log(frequency(then) / frequency(now));
}

/** How likely one slip is, alone: e to the power of its `fit`. */
export function chanceOf(slip: Slip, scene: Scene): number {
  return (explainOne(slip, scene).chance / 1000) * Math.exp(expectation(slip, scene));
}

/**
 * The likeliest account of a set of changes.
 * @param others changes elsewhere in the table that are beyond doubt: a slip may have put cells of both wrong
 */
export function explain(slips: readonly Slip[], scene: Scene, others: readonly Slip[] = []): Account {
  const all = [...slips, ...others];
  const single = inPieces(all, scene);
  const shifted = shift(all, scene);
  const rest = shifted
    ? inPieces(
        all.filter((slip) => !shifted.slips.includes(slip)),
        scene,
      )
    : [];
  const pieces = shifted && total([shifted, ...rest]) > total(single) ? [shifted, ...rest] : single;
  const expected = all.reduce((sum, slip) => sum + expectation(slip, scene), 0);
  const own = pieces.filter((piece) => piece.slips.some((slip) => slips.includes(slip)));
  return {
    likelihood: Math.round((total(pieces) + expected) * 1000),
    evidence: own.flatMap(({ evidence }) => evidence),
    slips: pieces.filter(({ isConsequence }) => !isConsequence).length,
    fit: Math.round((total(pieces, fitOf) + expected) * 1000),
  };
}
