import type { Bound } from "./bound";
import type { Effort } from "./effort";
import type { Tableau } from "./tableau";
import { hasWhole } from "./whole";

/** A smallest set of unknowns whose opening satisfies everything, and the tableau in which it does. */
export interface Found {
  opened: readonly number[];
  tableau: Tableau;
}

export interface Outcome {
  /** Weight of the sets that were found; when none was, what a set weighs at least. */
  weight: number;
  found: readonly Found[];
  /**
   * `all`: these are all smallest sets. `some`: smallest, but there may be more of them. `none`: no set exists at all.
   * `open`: given up.
   */
  end: "all" | "some" | "none" | "open";
}

/**
 * Depth-first search with growing budgets. At each broken row one of its unknowns must be opened; once a branch is done, its unknown
 * is barred from the branches after it, so every set is met once. A budget grows to the least that a cut branch needs, so
 * the first budget with a set is the smallest weight: proven, because every smaller one was searched through.
 */
export class Search {
  private readonly cheapest: number;
  private found: Found[] = [];
  private next = Infinity;
  private wasCut = false;
  private isFull = false;

  /** @param free the unknowns that are open from the start */
  constructor(
    private readonly weights: readonly number[],
    private readonly free: readonly number[],
    private readonly bound: Bound,
    private readonly effort: Effort,
  ) {
    this.cheapest = weights.reduce((least, weight) => (weight > 0 ? Math.min(least, weight) : least), Infinity);
  }

  /** Finds all smallest sets of whatever weight. */
  run(root: Tableau): Outcome {
    const cells = this.bound.cellsBesides(this.free);
    const least = cells === 0 ? 0 : cells * this.cheapest;
    if (cells > this.effort.limits.cells) return { weight: least, found: [], end: "open" };
    return this.runFrom(root, least, Infinity);
  }

  /** Finds all sets of one weight, if there is none that is lighter. */
  runAt(root: Tableau, weight: number): Outcome {
    return this.runFrom(root, weight, weight);
  }

  /** @param from a weight below which there is no set; the last budget to try is `upTo` */
  private runFrom(root: Tableau, from: number, upTo: number): Outcome {
    let budget = from;
    for (;;) {
      this.next = Infinity;
      this.explore(root.copy(), [], 0, budget);
      if (this.found.length > 0) {
        const end = this.wasCut || this.isFull || this.effort.isSpent ? "some" : "all";
        return { weight: budget, found: this.found, end };
      }
      if (this.effort.isSpent || this.wasCut) return { weight: budget, found: [], end: "open" };
      if (this.next === Infinity) return { weight: budget, found: [], end: "none" };
      budget = this.next;
      if (budget > upTo) return { weight: budget, found: [], end: "open" };
    }
  }

  private explore(tableau: Tableau, opened: readonly number[], spent: number, budget: number): void {
    const row = tableau.settle();
    const isWhole = row < 0 ? hasWhole(tableau) : false;
    if (isWhole) this.keep({ opened, tableau });
    else if (isWhole === null) this.wasCut = true;
    else if (spent + this.cheapest > budget) this.postpone(spent + this.cheapest);
    else if (opened.length >= this.effort.limits.cells) this.wasCut = true;
    else this.branch(tableau, row, opened, spent, budget);
  }

  /** @param row the broken row, or -1 when only whole values are missing */
  private branch(tableau: Tableau, row: number, opened: readonly number[], spent: number, budget: number): void {
    const { barred } = tableau.ground;
    const done: number[] = [];
    for (const unknown of row < 0 ? tableau.allHelpers() : tableau.helpers(row)) {
      const least = this.leastWith(tableau, row, unknown, opened, spent, budget);
      if (least > budget) this.postpone(least);
      else {
        this.effort.step();
        if (this.effort.isSpent || this.isFull) break;
        const child = tableau.copy();
        if (row < 0) child.open(unknown);
        else child.openFor(row, unknown);
        this.explore(child, [...opened, unknown], spent + this.weights[unknown]!, budget);
      }
      barred[unknown] = 1;
      done.push(unknown);
    }
    for (const unknown of done) barred[unknown] = 0;
  }

  /** What a set weighs at least that has one more unknown opened; cheap to find out. */
  private leastWith(
    tableau: Tableau,
    row: number,
    unknown: number,
    opened: readonly number[],
    spent: number,
    budget: number,
  ): number {
    const cost = spent + this.weights[unknown]!;
    if (cost > budget) return cost;
    if (cost + this.cheapest > budget)
      return row < 0 || tableau.mayComplete(row, unknown) ? cost : cost + this.cheapest;
    this.effort.step();
    const more = this.bound.cellsBesides([...this.free, ...opened, unknown]);
    return more === 0 ? cost : cost + this.cheapest * more;
  }

  private keep(found: Found): void {
    this.found.push(found);
    if (this.found.length >= this.effort.limits.sets) this.isFull = true;
  }

  private postpone(weight: number): void {
    this.next = Math.min(this.next, weight);
  }
}
