import { Bound, type DividedPart } from "./bound";
import { Effort, LIMITS, type Limits } from "./effort";
import type { Change } from "./change";
import { factor, nameOfSet } from "./factor";
import { makeFrame, type Frame } from "./frame";
import { makeGround, type Ground } from "./ground";
import { Search, type Found, type Outcome } from "./search";
import { checkUnknown, mustChange, SystemError, type Constraint, type Unknown } from "./system";
import { Tableau } from "./tableau";
import { hasWhole, wholeExtreme } from "./whole";

/** Alternatives: one set of changes is needed, independently of all other parts. */
export interface Part {
  sets: readonly (readonly Change[])[];
  weight: number;
  /** Whether these are all smallest sets. */
  isComplete: boolean;
}

/** Constraints that no set was found for. */
export interface Unsolved {
  reason: "tooMany" | "contradiction";
  /** The unknowns of the broken constraints. */
  unknowns: readonly number[];
  /** Those that must change whatever else does. */
  forced: readonly number[];
  /** What a set weighs at least. */
  atLeast: number;
}

export interface Localisation {
  parts: readonly Part[];
  /** Values of unknowns that cost nothing to change, where only one value is possible whichever sets are chosen. */
  implied: readonly { unknown: number; value: bigint }[];
  unsolved: readonly Unsolved[];
  steps: number;
}

/** A system in pieces that share no unknown. */
export interface Pieces {
  unknowns: number;
  pieces: readonly { frame: Frame; unknowns: readonly number[] }[];
}

/** @throws SystemError when a constraint names an unknown that is not there or a factor that is no whole number */
export function takeApart(constraints: readonly Constraint[], unknowns: number): Pieces {
  const leader = Array.from({ length: unknowns }, (_, index) => index);
  const find = (index: number): number => {
    let top = index;
    while (leader[top] !== top) top = leader[top]!;
    return top;
  };
  for (const { terms } of constraints) {
    for (const { unknown } of terms) {
      if (leader[unknown] === undefined) throw new SystemError(`no unknown ${unknown}: there are ${unknowns}`);
      leader[find(unknown)] = find(terms[0]!.unknown);
    }
  }
  const members = new Map<number, number[]>();
  leader.forEach((_, index) => members.set(find(index), [...(members.get(find(index)) ?? []), index]));
  const pieces = [...members].flatMap(([top, own]) => {
    const position = new Map(own.map((unknown, index) => [unknown, index]));
    const inside = constraints.filter(({ terms }) => terms[0] && find(terms[0].unknown) === top);
    const moved = inside.map((constraint) => ({
      ...constraint,
      terms: constraint.terms.map(({ unknown, factor: by }) => ({ unknown: position.get(unknown)!, factor: by })),
    }));
    return [{ frame: makeFrame(moved, own.length), unknowns: own }];
  });
  return { unknowns, pieces };
}

/**
 * The smallest sets of unknowns whose change satisfies all constraints, all of them, each proven smallest, with their values.
 * Within each set the values hold together; where one of them may vary, the others follow.
 * @throws SystemError when an unknown is not usable
 */
export function localise(pieces: Pieces, unknowns: readonly Unknown[], limits: Limits = LIMITS): Localisation {
  unknowns.forEach(checkUnknown);
  if (unknowns.length !== pieces.unknowns)
    throw new SystemError(`${unknowns.length} unknowns for a system of ${pieces.unknowns}`);
  const effort = new Effort(limits);
  const parts: Part[] = [];
  const implied: { unknown: number; value: bigint }[] = [];
  const unsolved: Unsolved[] = [];
  for (const { frame, unknowns: own } of pieces.pieces) {
    const result = new Piece(
      frame,
      own.map((index) => unknowns[index]!),
      effort,
    ).localise();
    const outside = (index: number) => own[index]!;
    parts.push(
      ...result.parts.map((part) => ({
        ...part,
        sets: part.sets.map((set) => set.map((change) => ({ ...change, unknown: outside(change.unknown) }))),
      })),
    );
    implied.push(...result.implied.map(({ unknown, value }) => ({ unknown: outside(unknown), value })));
    unsolved.push(
      ...result.unsolved.map((one) => ({
        ...one,
        unknowns: one.unknowns.map(outside),
        forced: one.forced.map(outside),
      })),
    );
  }
  return { parts, implied, unsolved, steps: effort.steps };
}

type Result = Omit<Localisation, "steps">;

class Piece {
  private readonly ground: Ground;
  private readonly root: Tableau;
  private readonly residuals: readonly (bigint | null)[];
  private readonly weights: readonly number[];
  /** Open from the start. */
  private readonly free: readonly number[];
  /** Those that must change although a change costs. */
  private readonly forced: readonly number[];

  constructor(
    private readonly frame: Frame,
    private readonly unknowns: readonly Unknown[],
    private readonly effort: Effort,
  ) {
    this.ground = makeGround(frame, unknowns);
    this.root = Tableau.make(this.ground, unknowns);
    this.residuals = this.root.residuals();
    const free = unknowns.map((unknown) => !unknown.locked && (unknown.weight === 0 || mustChange(unknown)));
    this.free = free.flatMap((isFree, index) => (isFree ? [index] : []));
    this.forced = this.free.filter((index) => mustChange(unknowns[index]!) && unknowns[index]!.weight > 0);
    this.weights = unknowns.map(({ weight, locked }, index) => (locked || free[index] ? 0 : weight));
  }

  localise(): Result {
    const isBroken = this.residuals.some((residual) => residual !== null && residual !== 0n);
    const hasInequalities = this.frame.columns > this.frame.unknowns;
    if (!isBroken && !hasInequalities && this.free.length === 0) return { parts: [], implied: [], unsolved: [] };
    return this.inParts() ?? this.asOne();
  }

  /**
   * When the bound is reached, every smallest set is made of one set of each part of one of the cheapest divisions, each with as
   * few cells as the bound gives it: the parts are solved apart. Null when the bound is not reached or says too little.
   */
  private inParts(): Result | null {
    if (this.free.length > 0 || this.frame.columns > this.frame.unknowns) return null;
    const costs = new Set(this.weights.filter((weight) => weight > 0));
    const [cost] = costs;
    if (costs.size !== 1 || cost === undefined) return null;
    const division = new Bound(this.frame.places, this.residuals).division();
    const [first] = division.ways ?? [];
    if (!division.ways || !first) return null;
    const covered = new Set(first.flatMap((index) => division.parts[index]!.equations));
    if (this.residuals.some((residual, index) => residual !== 0n && !covered.has(index))) return null;
    const solved = division.parts.map((part) => this.inPart(part, part.cells * cost));
    if (this.effort.isSpent) return null;
    const ways = division.ways.filter((way) => way.every((index) => solved[index]!.sets.length > 0));
    return ways.length === 0 ? null : this.combine(solved, ways);
  }

  /** What is in every division stays a part; of the rest, all combinations together are divided anew. */
  private combine(solved: readonly Part[], ways: readonly (readonly number[])[]): Result {
    const common = ways[0]!.filter((index) => ways.every((way) => way.includes(index)));
    const parts = common.map((index) => solved[index]!);
    const family = new Map<string, readonly Change[]>();
    let isComplete = true;
    for (const way of ways) {
      const others = way.filter((index) => !common.includes(index)).map((index) => solved[index]!);
      if (others.some((part) => !part.isComplete)) isComplete = false;
      for (const set of combinations(others.map(({ sets }) => sets))) {
        if (family.size >= this.effort.limits.sets) isComplete = false;
        else family.set(nameOfSet(set), set);
      }
    }
    const mixed = factor([...family.values()]).filter((sets) => sets.some((set) => set.length > 0));
    parts.push(...mixed.map((sets) => ({ sets, weight: this.weightOf(sets[0]!), isComplete })));
    return { parts, implied: [], unsolved: [] };
  }

  /** The sets of one part with just the weight of its bound. */
  private inPart({ equations, candidates }: DividedPart, weight: number): Part {
    const root = this.root.copy();
    this.residuals.forEach((_, index) => {
      if (!equations.includes(index)) root.forgive(index);
    });
    const { found, end } = candidates ? this.tryAll(root, candidates) : this.search(root).runAt(root, weight);
    return { sets: found.map((one) => this.changesOf(one)), weight, isComplete: end === "all" || found.length === 0 };
  }

  private tryAll(root: Tableau, candidates: readonly (readonly number[])[]): Pick<Outcome, "found" | "end"> {
    const found = candidates.flatMap((opened): Found[] => {
      this.effort.step();
      if (opened.some((unknown) => this.unknowns[unknown]!.locked)) return [];
      const tableau = root.copy();
      opened.forEach((unknown) => tableau.open(unknown));
      return tableau.settle() < 0 && hasWhole(tableau) ? [{ opened, tableau }] : [];
    });
    return { found, end: "all" };
  }

  private asOne(): Result {
    const { weight, found, end } = this.search(this.root).run(this.root);
    const base = this.forced.reduce((sum, index) => sum + this.unknowns[index]!.weight, 0);
    if (found.length === 0) {
      const reason = end === "none" ? "contradiction" : "tooMany";
      const unsolved = { reason, unknowns: this.inBroken(), forced: this.forced, atLeast: base + weight } as const;
      return { parts: [], implied: [], unsolved: [unsolved] };
    }
    const family = found.map((one) => this.changesOf(one));
    const isComplete = end === "all";
    const parts = factor(family).filter((sets) => sets.some((set) => set.length > 0));
    return {
      parts: parts.map((sets) => ({ sets, weight: this.weightOf(sets[0]!), isComplete })),
      implied: isComplete ? this.impliedIn(found) : [],
      unsolved: [],
    };
  }

  private search(root: Tableau): Search {
    return new Search(this.weights, this.free, new Bound(this.frame.places, root.residuals()), this.effort);
  }

  private weightOf(set: readonly Change[]): number {
    return set.reduce((sum, { unknown }) => sum + this.unknowns[unknown]!.weight, 0);
  }

  private changesOf({ opened, tableau }: Found): Change[] {
    return [...this.forced, ...opened].map((unknown) => {
      if (tableau.isDetermined()) return { unknown, least: tableau.valueOf(unknown), most: tableau.valueOf(unknown) };
      return { unknown, least: wholeExtreme(tableau, unknown, -1), most: wholeExtreme(tableau, unknown, 1) };
    });
  }

  /** Free unknowns that can take one value only, the same in all sets. */
  private impliedIn(found: readonly Found[]): { unknown: number; value: bigint }[] {
    const candidates = this.free.filter((index) => this.unknowns[index]!.weight === 0);
    let values = new Map<number, bigint>();
    found.forEach(({ tableau }, position) => {
      const open = position === 0 ? candidates : [...values.keys()];
      const fixed = tableau.isDetermined() ? open : tableau.copy().fixed(open);
      const same = fixed.filter((index) => position === 0 || values.get(index) === tableau.valueOf(index));
      values = new Map(same.map((index) => [index, tableau.valueOf(index)]));
    });
    return [...values].map(([unknown, value]) => ({ unknown, value }));
  }

  private inBroken(): number[] {
    const broken = this.frame.constraints.filter(
      (_, index) => this.residuals[index] !== null && this.residuals[index] !== 0n,
    );
    return [...new Set(broken.flatMap(({ terms }) => terms.map(({ unknown }) => unknown)))].sort((a, b) => a - b);
  }
}

/** One set of each family, joined: all ways, one after the other. */
function* combinations(families: readonly (readonly (readonly Change[])[])[]): Generator<readonly Change[]> {
  const [first, ...others] = families;
  if (!first) yield [];
  else for (const set of first) for (const rest of combinations(others)) yield [...set, ...rest];
}
