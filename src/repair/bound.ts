import { BOTH_SIDES, crossingOf, type Places } from "./frame";

/** Most broken equations for which all ways to divide them are tried: inside of a search, and once before it. */
const MOST_NODES = 10;
const MOST_NODES_ONCE = 16;
const MOST_WAYS = 64;

/** The cheapest divisions of the broken equations into parts that can be put right apart from each other. */
export interface Division {
  /** Fewest unknowns that must change. */
  cells: number;
  parts: readonly DividedPart[];
  /** Each division as positions in `parts`. Null when there are too many to try. */
  ways: readonly (readonly number[])[] | null;
}

export interface DividedPart {
  equations: readonly number[];
  cells: number;
  /** The only sets that can put it right with so few, when its shape tells them; null when a search must. */
  candidates: readonly (readonly number[])[] | null;
}

/** The broken equations, some joined to one because an open unknown lies between them. */
interface Nodes {
  /** One equation of each. */
  equations: number[];
  /** One array for each invariant. */
  charges: number[][];
  /** The lines of each, as one bit of `sides`. */
  lines: number[];
  /** Of each line, or of the lines that open unknowns join to one. */
  sides: number[];
}

const bitCount = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

/** Members, each with the one that stands for it and all that were joined to it. */
class Groups {
  private readonly leader: Uint16Array;

  constructor(count: number) {
    this.leader = new Uint16Array(count);
    for (let index = 1; index < count; index++) this.leader[index] = index;
  }

  of(member: number): number {
    let top = member;
    while (this.leader[top] !== top) top = this.leader[top]!;
    return top;
  }

  join(a: number, b: number): void {
    this.leader[this.of(b)] = this.of(a);
  }
}

/**
 * How many unknowns must change at least. Each that changes joins the equations that it takes part in. When all is put right,
 * the equations fall into connected parts. Within each, the charges (the residuals under an invariant) add up to 0; and
 * to connect n lines two by two takes n − 1 unknowns: n, when all are rows or all are columns, because none joins two rows.
 */
export class Bound {
  private readonly charges: readonly Float64Array[];

  /** @param residuals of each constraint; null for those that are no equations */
  constructor(
    private readonly places: Places,
    residuals: readonly (bigint | null)[],
  ) {
    this.charges = places.invariants.flatMap((weights) => {
      const charge = residuals.map((residual, index) => BigInt(weights[index]!) * (residual ?? 0n));
      const total = charge.reduce((sum, next) => sum + (next < 0n ? -next : next), 0n);
      return total > BigInt(Number.MAX_SAFE_INTEGER) ? [] : [Float64Array.from(charge, Number)];
    });
  }

  /** Fewest unknowns that must change besides those that are open. */
  cellsBesides(open: readonly number[]): number {
    const nodes = this.join(open);
    const count = nodes.equations.length;
    if (count > MOST_NODES) return this.roughly(nodes);
    return count === 0 ? 0 : this.divide(nodes).cells;
  }

  /** The cheapest divisions when nothing is open. A smallest set that reaches the bound is one set of each part of one way. */
  division(): Division {
    const nodes = this.join([]);
    if (nodes.equations.length > MOST_NODES_ONCE) return { cells: this.roughly(nodes), parts: [], ways: null };
    const best = this.divide(nodes);
    const all = 2 ** nodes.equations.length - 1;
    const ways = waysTo(all, best.parts);
    const masks = [...new Set(ways?.flat())];
    const parts = masks.map((mask): DividedPart => {
      const equations = nodes.equations.filter((_, index) => (mask >> index) & 1);
      return { equations, cells: this.cost(mask, nodes), candidates: this.starsOf(equations) };
    });
    return { cells: best.cells, parts, ways: ways && ways.map((way) => way.map((mask) => masks.indexOf(mask))) };
  }

  /**
   * Where all lines of a part but one at most are on one side, a solution with as few unknowns as the bound allows joins each to
   * the same line of the other side.
   */
  private starsOf(equations: readonly number[]): number[][] | null {
    const { lineOf, sides, crossings } = this.places;
    const lines = [...new Set(equations.map((equation) => lineOf[equation]!))];
    const [rows, columns] = [lines.filter((line) => sides[line] === 1), lines.filter((line) => sides[line] === 2)];
    if (rows.length + columns.length !== lines.length || Math.min(rows.length, columns.length) > 1) return null;
    const [rays, centre] = rows.length > columns.length ? [rows, columns] : [columns, rows];
    const side = rows.length > columns.length ? 2 : 1;
    const centres = centre.length > 0 ? centre : [...sides.keys()].filter((line) => sides[line] === side);
    const stars = centres.map((line) => rays.map((ray) => crossings.get(crossingOf(line, ray))));
    if (stars.some((star) => star.includes(null))) return null;
    return stars.filter((star): star is number[] => !star.includes(undefined));
  }

  private join(open: readonly number[]): Nodes {
    const { ofUnknown, lineOf, sides } = this.places;
    const equations = new Groups(lineOf.length);
    const lines = new Groups(sides.length);
    for (const unknown of open) {
      const [first, ...others] = ofUnknown[unknown]!;
      for (const other of others) {
        equations.join(first!, other);
        lines.join(lineOf[first!]!, lineOf[other]!);
      }
    }
    const side = sides.slice();
    const sums = this.charges.map((charge) => charge.slice());
    if (open.length > 0) {
      sides.forEach((own, line) => (side[lines.of(line)] = side[lines.of(line)]! | own));
      for (let equation = 0; equation < lineOf.length; equation++) {
        const top = equations.of(equation);
        if (top !== equation) for (const sum of sums) sum[top] = sum[top]! + sum[equation]!;
      }
    }
    const broken: number[] = [];
    for (let equation = 0; equation < lineOf.length; equation++) {
      if (equations.of(equation) === equation && sums.some((sum) => sum[equation] !== 0)) broken.push(equation);
    }
    const tops = broken.map((equation) => lines.of(lineOf[equation]!));
    const distinct = [...new Set(tops)];
    return {
      equations: broken,
      charges: sums.map((sum) => broken.map((equation) => sum[equation]!)),
      lines: tops.map((top) => distinct.indexOf(top)),
      sides: distinct.map((top) => side[top]!),
    };
  }

  /** Each part has two lines or more, and at least as many unknowns as it has rows, and as it has columns. */
  private roughly({ sides }: Nodes): number {
    const reach = Math.max(2, this.places.reach);
    const halves = Math.ceil(sides.length / (2 * (reach - 1)));
    return Math.max(halves, ...[1, 2].map((side) => sides.filter((other) => other === side).length));
  }

  private cost(mask: number, { lines, sides }: Nodes): number {
    const [touched, seen] = linesIn(mask, lines, sides);
    const count = bitCount(touched);
    if (seen !== BOTH_SIDES) return count;
    return Math.max(1, Math.ceil((count - 1) / Math.max(1, this.places.reach - 1)));
  }

  /** Tries all divisions into parts whose charges add up to 0. */
  private divide(nodes: Nodes): { cells: number; parts: ReadonlyMap<number, readonly number[]> } {
    const count = nodes.equations.length;
    const neutral = neutralMasks(nodes.charges, count);
    const costs = new Map(neutral.map((mask) => [mask, this.cost(mask, nodes)]));
    const usable = neutral.filter((mask) => !isDivisibleStar(mask, nodes, neutral, costs));
    const best = new Map([[0, 0]]);
    const parts = new Map<number, number[]>([[0, []]]);
    for (const mask of neutral) {
      const lowest = mask & -mask;
      let fewest = Infinity;
      let last: number[] = [];
      for (const part of usable) {
        if (part > mask) break;
        if ((part & lowest) === 0 || (part & mask) !== part) continue;
        const rest = best.get(mask ^ part);
        if (rest === undefined) continue;
        const cells = rest + costs.get(part)!;
        if (cells === fewest) last.push(part);
        else if (cells < fewest) [fewest, last] = [cells, [part]];
      }
      best.set(mask, fewest);
      parts.set(mask, last);
    }
    // Charges that do not cancel at all: the constraints contradict each other, which the search finds out.
    return { cells: best.get(2 ** count - 1) ?? 1, parts };
  }
}

/** All cheapest ways to divide a set of nodes; null when there are too many, or none. */
function waysTo(mask: number, parts: ReadonlyMap<number, readonly number[]>): number[][] | null {
  if (mask === 0) return [[]];
  const ways: number[][] = [];
  for (const part of parts.get(mask) ?? []) {
    const rest = waysTo(mask ^ part, parts);
    if (!rest) return null;
    ways.push(...rest.map((way) => [part, ...way]));
    if (ways.length > MOST_WAYS) return null;
  }
  return ways.length > 0 ? ways : null;
}

/** The lines of a part as bits, and their sides. */
function linesIn(mask: number, lines: readonly number[], sides: readonly number[]): [number, number] {
  let touched = 0;
  let seen = 0;
  for (let index = 0; index < lines.length; index++) {
    if (((mask >> index) & 1) === 0) continue;
    touched |= 1 << lines[index]!;
    seen |= sides[lines[index]!]!;
  }
  return [touched, seen];
}

/** The sets of nodes, as bits in growing order, whose charges add up to 0 under every invariant. */
function neutralMasks(charges: readonly (readonly number[])[], count: number): number[] {
  const isCharged = new Uint8Array(2 ** count);
  for (const charge of charges) {
    const sums = new Float64Array(2 ** count);
    for (let mask = 1; mask < sums.length; mask++) {
      sums[mask] = sums[mask & (mask - 1)]! + charge[31 - Math.clz32(mask & -mask)]!;
      if (sums[mask] !== 0) isCharged[mask] = 1;
    }
  }
  const neutral: number[] = [];
  for (let mask = 1; mask < isCharged.length; mask++) if (isCharged[mask] === 0) neutral.push(mask);
  return neutral;
}

/**
 * Whether a part can only be put right by unknowns of one line (all its other lines are on the other side) and divides into
 * two that together cost the same: such a solution is one of each put together, so it need not be looked at by itself.
 */
function isDivisibleStar(
  mask: number,
  { lines, sides }: Nodes,
  neutral: readonly number[],
  costs: ReadonlyMap<number, number>,
): boolean {
  const [touched] = linesIn(mask, lines, sides);
  const count = (side: number) => sides.filter((other, line) => other === side && (touched >> line) & 1).length;
  const [rows, columns] = [count(1), count(2)];
  if (rows + columns !== bitCount(touched) || Math.min(rows, columns) > 1) return false;
  const divides = (part: number) =>
    part < mask && (part & mask) === part && costs.get(part)! + costs.get(mask ^ part)! <= costs.get(mask)!;
  return neutral.some(divides);
}
