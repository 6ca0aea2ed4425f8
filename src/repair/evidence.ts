import {
  added,
  doubled,
  dropped,
  negated,
  otherUnit,
  rounded,
  swapped,
  swappedApart,
  wrong,
  type Ways,
} from "./digits";
import { SIDES, type Scene, type Slip } from "./scene";

/** How people err; the words for it are in `src/locales`. */
export type EvidenceCode =
  | "digitsSwapped"
  | "digitWrong"
  | "digitDropped"
  | "digitDoubled"
  | "digitAdded"
  | "sign"
  | "otherUnit"
  | "rounded"
  | "leftAtZero"
  | "leftOut"
  | "countedTwice"
  | "neighbour"
  | "lastYear"
  | "followsLastYear"
  | "followed"
  | "exchanged"
  | "shifted"
  | "asText"
  | "converted"
  | "formula"
  | "unusable";

/** That a slip of some kind fits. */
export interface Trace {
  /** In how many ways such a slip could have gone. */
  ways: number;
  /** Other cells that it tells of: the neighbour whose number stands here, the item that was left out. */
  others?: readonly number[];
}

export interface Detector {
  code: EvidenceCode;
  /** How many of 1000 slips are of this kind, roughly: reports of data entry agree on the order, not on the figures. */
  share: number;
  /** What a slip leaves behind: from the right number (`then`) to what stands there (`now`). */
  find: (now: bigint, then: bigint, cell: number, scene: Scene) => Trace | null;
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
const lengthOf = (value: bigint): number => `${magnitude(value)}`.length;

const onDigits =
  (shape: (then: bigint, now: bigint) => Ways): Detector["find"] =>
  (now, then) => {
    const ways = shape(then, now);
    return ways === null ? null : { ways };
  };

/** The result of a sum lacks one of its items, or has it twice. */
const oneItemOff =
  (off: 1n | -1n): Detector["find"] =>
  (now, then, cell, scene) => {
    for (const items of scene.sums(cell)) {
      const filled = items.filter((item) => (scene.now(item.cell) ?? 0n) !== 0n);
      const odd = filled.filter((item) => now - then === off * BigInt(item.sign) * scene.now(item.cell)!);
      if (odd.length === 0 || filled.length === 1) continue;
      return { ways: filled.length, others: odd.map((item) => item.cell) };
    }
    return null;
  };

const NEIGHBOURS = 4;

/** A neighbour's number stands here. It says nothing of the number that should. */
const fromNeighbour: Detector["find"] = (now, _then, cell, scene) => {
  if (now === 0n) return null;
  const beside = SIDES.flatMap((side) => [-1, 1].map((by) => scene.beside(cell, side, by)));
  const others = beside.filter((other): other is number => other !== null && scene.now(other) === now);
  return others.length > 0 ? { ways: NEIGHBOURS / others.length, others } : null;
};

const fromLastYear: Detector["find"] = (now, _then, cell, scene) =>
  now !== 0n && scene.lastYear(cell) === now ? { ways: 1 } : null;

/** Slips of a formula that adds up the wrong cells. */
const OF_FORMULAS: readonly Detector[] = [
  { code: "leftOut", share: 500, find: oneItemOff(-1n) },
  { code: "countedTwice", share: 200, find: oneItemOff(1n) },
];

/** Slips of a cell that was typed. */
const OF_TYPED: readonly Detector[] = [
  { code: "digitWrong", share: 220, find: onDigits(wrong) },
  { code: "digitsSwapped", share: 160, find: onDigits(swapped) },
  { code: "digitsSwapped", share: 10, find: onDigits(swappedApart) },
  { code: "digitDropped", share: 70, find: onDigits(dropped) },
  { code: "digitDoubled", share: 50, find: onDigits(doubled) },
  { code: "digitAdded", share: 40, find: onDigits(added) },
  { code: "leftOut", share: 90, find: oneItemOff(-1n) },
  { code: "countedTwice", share: 30, find: oneItemOff(1n) },
  { code: "leftAtZero", share: 70, find: (now) => (now === 0n ? { ways: 1 } : null) },
  { code: "neighbour", share: 60, find: fromNeighbour },
  { code: "lastYear", share: 40, find: fromLastYear },
  // Where the sign can be wrong at all, that is: in cells that may hold negative numbers.
  { code: "sign", share: 40, find: onDigits(negated) },
  { code: "otherUnit", share: 10, find: onDigits(otherUnit) },
  { code: "rounded", share: 20, find: onDigits(rounded) },
];

/** Slips that put two cells wrong at once, or a whole stretch of a line. */
export const EXCHANGED_SHARE = 80;
export const SHIFTED_SHARE = 40;

/** What no detector knows: any number of about that length. */
const UNEXPLAINED_SHARE = 60;

/** Of a slip: what could be seen of it. */
export interface Evidence {
  code: EvidenceCode;
  cell: number;
  others: readonly number[];
}

/** A chance in 1000 and what speaks for it. */
export interface Explanation {
  chance: number;
  evidence: readonly Evidence[];
}

/** How many numbers there are of the length of the longer one. */
const spread = (now: bigint, then: bigint): number => 10 ** Math.max(lengthOf(now), lengthOf(then));

/** A detector is named when it explains at least this part of what all explain together. */
const NAMED_PART = 0.2;

const known = new WeakMap<Scene, Map<string, Explanation>>();

/** How likely it is that a person who wants to write `then` writes `now`; worked out once for a scene. */
export function explainOne(slip: Slip, scene: Scene): Explanation {
  const ofScene = known.get(scene) ?? new Map<string, Explanation>();
  known.set(scene, ofScene);
  const name = `${slip.cell} ${slip.now} ${slip.then}`;
  const made = ofScene.get(name) ?? makeExplanation(slip, scene);
  ofScene.set(name, made);
  return made;
}

function makeExplanation({ cell, now, then }: Slip, scene: Scene): Explanation {
  if (now === null) return { chance: UNEXPLAINED_SHARE, evidence: [{ code: "unusable", cell, others: [] }] };
  const isFormula = scene.isFormula(cell);
  const formula: Evidence[] = isFormula ? [{ code: "formula", cell, others: [] }] : [];
  if (then === null) return { chance: UNEXPLAINED_SHARE / spread(now, 0n), evidence: formula };
  const plain = UNEXPLAINED_SHARE / spread(now, then);
  const found = (isFormula ? OF_FORMULAS : OF_TYPED).flatMap(({ code, share, find }) => {
    const trace = find(now, then, cell, scene);
    return trace ? [{ code, cell, others: trace.others ?? [], chance: share / trace.ways }] : [];
  });
  const chance = found.reduce((sum, next) => sum + next.chance, plain);
  const named = found.filter((one) => one.chance >= NAMED_PART * chance).sort((a, b) => b.chance - a.chance);
  return {
    chance,
    evidence: [...formula, ...named.map(({ code, others }) => ({ code, cell, others }))],
  };
}
