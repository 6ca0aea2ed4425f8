/** How far a search may go before it says that there are too many errors. */
export interface Limits {
  /** Most cells in one set. */
  cells: number;
  /** Most sets that are listed. */
  sets: number;
  /** Most steps; a step takes ten to forty microseconds. */
  steps: number;
  /** A deadline by a clock that the caller gives, in the clock's unit. */
  deadline?: { now: () => number; at: number };
}

/** Ten cells are a whole row of section 三 and three more; so many steps are some tenths of a second. */
export const LIMITS: Limits = { cells: 10, sets: 500, steps: 12_000 };

/** Steps between two looks at the clock. */
const CLOCK_INTERVAL = 64;

/** Counts steps against the limits. */
export class Effort {
  steps = 0;
  /** Once spent, it stays so. */
  isSpent = false;

  constructor(readonly limits: Limits) {}

  /** One more step. */
  step(): void {
    this.steps += 1;
    const { steps, deadline } = this.limits;
    if (this.steps > steps) this.isSpent = true;
    else if (deadline && this.steps % CLOCK_INTERVAL === 0 && deadline.now() >= deadline.at) this.isSpent = true;
  }
}
