import { nearestToZero, type Ground, type Range } from "./ground";
import { solveFor, substitute, UNSOLVED, type Row } from "./row";
import { mustChange, type Unknown } from "./system";

const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0);

/**
 * The equations of a system with some unknowns open: those may take any value within their limits, all others stay at theirs.
 * An exact simplex method in whole numbers (after Dutertre and de Moura, "A Fast Linear-Arithmetic Solver for DPLL(T)", 2006):
 * either it finds values for the open unknowns that satisfy everything, or a row that shows why there are none. In such a row
 * at least one more of the closed unknowns has to change.
 */
export class Tableau {
  private constructor(
    readonly ground: Ground,
    private readonly rows: Row[],
    /** Where the columns stand that no row gives. */
    private readonly values: bigint[],
    private readonly isOpen: Uint8Array,
    /** Open columns that no row gives. */
    private readonly freedom: Set<number>,
  ) {}

  /** Open at first: what must change and what costs nothing. */
  static make(ground: Ground, unknowns: readonly Unknown[]): Tableau {
    const { frame, ranges } = ground;
    const isOpen = new Uint8Array(frame.columns);
    const freedom = new Set<number>();
    const values = unknowns.map((unknown, index) => {
      const isFree = !unknown.locked && (unknown.weight === 0 || mustChange(unknown));
      if (isFree) {
        isOpen[index] = 1;
        freedom.add(index);
      }
      return unknown.value !== null && !(isFree && mustChange(unknown)) ? unknown.value : nearestToZero(ranges[index]!);
    });
    const rows = frame.constraints.map((constraint, index): Row => {
      const sum = constraint.terms.reduce(
        (total, { unknown, factor }) => total + BigInt(factor) * values[unknown]!,
        0n,
      );
      const coefficients = frame.coefficients[index]!;
      const column = frame.sums[index]!;
      if (column === null) return { gives: UNSOLVED, scale: 1, coefficients, result: constraint.minimum! - sum };
      isOpen[column] = 1;
      return { gives: column, scale: 1, coefficients, result: sum };
    });
    while (values.length < frame.columns) values.push(0n);
    return new Tableau(ground, rows, values, isOpen, freedom);
  }

  copy(): Tableau {
    return new Tableau(this.ground, this.rows.slice(), this.values.slice(), this.isOpen.slice(), new Set(this.freedom));
  }

  /** By how much the equations are broken that nothing solves yet, in the order of the constraints; null for the others. */
  residuals(): (bigint | null)[] {
    return this.rows.map(({ gives, result }) => (gives === UNSOLVED ? result : null));
  }

  /** Forgets by how much an equation is broken, as if it held. */
  forgive(constraint: number): void {
    this.rows[constraint] = { ...this.rows[constraint]!, result: 0n };
  }

  /** Opens an unknown; `settle` finds its value. */
  open(column: number): void {
    this.isOpen[column] = 1;
    this.freedom.add(column);
  }

  /** Opens an unknown of a broken row and lets it put that row right. */
  openFor(row: number, column: number): void {
    this.open(column);
    this.pivot(row, column, this.nearestLimit(row));
  }

  /** Whether values were found for all: nothing is left to choose. */
  isDetermined(): boolean {
    return this.freedom.size === 0;
  }

  /** The value of a column, rounded down; exact where `isWhole`. */
  valueOf(column: number): bigint {
    const row = this.rows.find(({ gives }) => gives === column);
    return row ? row.result / BigInt(row.scale) : this.values[column]!;
  }

  /**
   * An unknown whose value is no whole number, and the next whole number below; null when there is none.
   * @param first the one to take when it is among them
   */
  fraction(first = UNSOLVED): { column: number; floor: bigint } | null {
    const rows = this.rows.filter(
      ({ gives, scale, result }) =>
        scale !== 1 && gives >= 0 && gives < this.ground.frame.unknowns && result % BigInt(scale) !== 0n,
    );
    const row = rows.find(({ gives }) => gives === first) ?? rows[0];
    if (!row) return null;
    const { gives, scale, result } = row;
    return { column: gives, floor: result / BigInt(scale) - (result < 0n ? 1n : 0n) };
  }

  /** A copy in which an open column has narrower limits. */
  narrowed(column: number, limits: Partial<Range>): Tableau {
    const ranges = this.ground.ranges.slice();
    ranges[column] = { ...ranges[column]!, ...limits };
    const { rows, values, isOpen, freedom } = this.copy();
    return new Tableau({ ...this.ground, ranges }, rows, values, isOpen, freedom);
  }

  /**
   * Looks for values of the open unknowns.
   * @returns -1 when everything is satisfied, else the row that cannot be without opening more, the one with fewest unknowns
   * that could help
   */
  settle(): number {
    for (;;) {
      let conflict = -1;
      let fewest = Infinity;
      let broken = -1;
      let entering = -1;
      for (let index = 0; index < this.rows.length; index++) {
        const direction = this.violation(index);
        if (direction === 0) continue;
        const free = this.firstFree(index, direction);
        if (free < 0) {
          const count = this.helpers(index).length;
          if (count < fewest) [conflict, fewest] = [index, count];
        } else if (broken < 0 || this.rows[index]!.gives < this.rows[broken]!.gives) [broken, entering] = [index, free];
      }
      if (conflict >= 0) return conflict;
      if (broken < 0) return -1;
      this.pivot(broken, entering, this.nearestLimit(broken));
    }
  }

  /** Closed unknowns of a broken row that could help to put it right: those that can move the right way. */
  helpers(index: number): number[] {
    const { coefficients } = this.rows[index]!;
    const { canRise, canFall, barred, frame } = this.ground;
    const direction = this.violation(index);
    const found: number[] = [];
    for (let column = 0; column < frame.unknowns; column++) {
      const coefficient = coefficients[column]!;
      if (coefficient === 0 || barred[column] === 1 || this.isOpen[column] === 1) continue;
      // A row without a whole solution can be helped either way.
      const rises = coefficient > 0 === direction > 0;
      if (direction === 0 || (rises ? canRise : canFall)[column] === 1) found.push(column);
    }
    return found;
  }

  /** All closed unknowns on which the values of the open ones depend. */
  allHelpers(): number[] {
    const { barred, frame } = this.ground;
    const found: number[] = [];
    for (let column = 0; column < frame.unknowns; column++) {
      if (barred[column] === 1 || this.isOpen[column] === 1) continue;
      if (this.rows.some(({ coefficients }) => coefficients[column] !== 0)) found.push(column);
    }
    return found;
  }

  /** A quick test, without false negatives, whether opening one more unknown of a row can satisfy everything. */
  mayComplete(index: number, column: number): boolean {
    if (this.freedom.size > 0) return true;
    const broken = this.rows[index]!;
    if (broken.gives !== UNSOLVED) {
      return this.rows.every(
        ({ gives, coefficients, result }) => gives !== UNSOLVED || (coefficients[column] === 0) === (result === 0n),
      );
    }
    const own = broken.coefficients[column]!;
    for (const { gives, coefficients, result } of this.rows) {
      if (gives !== UNSOLVED) continue;
      const other = coefficients[column]!;
      if ((other === 0) !== (result === 0n)) return false;
      if (other !== 0 && BigInt(other) * broken.result !== BigInt(own) * result) return false;
    }
    return true;
  }

  /**
   * Makes an open unknown as large (direction 1) or as small (-1) as it can be with everything satisfied, and returns its value,
   * rounded down; null when there is no limit. Call it only after `settle` has found values.
   */
  extreme(column: number, direction: 1 | -1): bigint | null {
    for (let move = this.improving(column, direction); move; move = this.improving(column, direction))
      if (!this.advance(move.column, move.direction)) return null;
    return this.valueOf(column);
  }

  /**
   * Of some open unknowns, those that can take one value only. Call it only after `settle` has found values: it moves them on.
   */
  fixed(columns: readonly number[]): number[] {
    const start = this.fractions(columns);
    const isFixed = columns.map(() => true);
    columns.forEach((column, index) => {
      for (const direction of [1, -1] as const) {
        // Every step to other values shows of all that it changes that they are not fixed.
        while (isFixed[index]) {
          const move = this.improving(column, direction);
          if (!move) break;
          if (!this.advance(move.column, move.direction)) isFixed[index] = false;
          this.fractions(columns).forEach(([value, scale], other) => {
            const [before, unit] = start[other]!;
            if (value * unit !== before * scale) isFixed[other] = false;
          });
        }
      }
    });
    return columns.filter((_, index) => isFixed[index]);
  }

  /** Values as fractions: numerator and denominator. */
  private fractions(columns: readonly number[]): [bigint, bigint][] {
    const rows = new Map(this.rows.map((row) => [row.gives, row]));
    return columns.map((column) => {
      const row = rows.get(column);
      return row ? [row.result, BigInt(row.scale)] : [this.values[column]!, 1n];
    });
  }

  private range(column: number): Range {
    return column === UNSOLVED ? NOTHING : this.ground.ranges[column]!;
  }

  /** 1 when a row's value is too large, -1 when it is too small. */
  private violation(index: number): number {
    const { gives, scale, result } = this.rows[index]!;
    if (gives === UNSOLVED) return sign(result);
    const { minimum, maximum } = this.range(gives);
    if (maximum !== null && result > (scale === 1 ? maximum : maximum * BigInt(scale))) return 1;
    return minimum !== null && result < (scale === 1 ? minimum : minimum * BigInt(scale)) ? -1 : 0;
  }

  private nearestLimit(index: number): bigint {
    const { minimum, maximum } = this.range(this.rows[index]!.gives);
    return this.violation(index) > 0 ? maximum! : minimum!;
  }

  /** The first open column that can bring a row's value down (direction 1) or up (-1); -1 when there is none. */
  private firstFree(index: number, direction: number): number {
    const { coefficients } = this.rows[index]!;
    let first = -1;
    for (const column of this.freedom) {
      const coefficient = coefficients[column]!;
      if (coefficient === 0 || (first >= 0 && column > first)) continue;
      if (this.canMove(column, coefficient > 0 === direction > 0 ? 1 : -1)) first = column;
    }
    return first;
  }

  private canMove(column: number, direction: number): boolean {
    const { minimum, maximum } = this.range(column);
    const value = this.values[column]!;
    return direction > 0 ? maximum === null || value < maximum : minimum === null || value > minimum;
  }

  /** A move of an open column that no row gives which makes another column larger (direction 1) or smaller (-1). */
  private improving(column: number, direction: 1 | -1): { column: number; direction: number } | null {
    if (this.freedom.has(column)) return this.canMove(column, direction) ? { column, direction } : null;
    const { coefficients } = this.rows.find(({ gives }) => gives === column)!;
    let first = -1;
    for (const free of this.freedom) {
      const coefficient = coefficients[free]!;
      if (coefficient === 0 || (first >= 0 && free > first)) continue;
      if (this.canMove(free, -Math.sign(coefficient) * direction)) first = free;
    }
    return first < 0 ? null : { column: first, direction: -Math.sign(coefficients[first]!) * direction };
  }

  /** Moves a column until it or something that depends on it comes to a limit; false when nothing ever does. */
  private advance(column: number, direction: number): boolean {
    const value = this.values[column]!;
    const { minimum, maximum } = this.range(column);
    const own = direction > 0 ? maximum : minimum;
    // The way that is left, as a fraction.
    let nearest = own === null ? null : { way: own > value ? own - value : value - own, per: 1n, row: -1 };
    let limit = 0n;
    for (let index = 0; index < this.rows.length; index++) {
      const { gives, scale, coefficients, result } = this.rows[index]!;
      const coefficient = coefficients[column]!;
      if (coefficient === 0) continue;
      const range = this.range(gives);
      const isRising = coefficient > 0 !== direction > 0;
      const stop = isRising ? range.maximum : range.minimum;
      if (stop === null) continue;
      const way = isRising ? stop * BigInt(scale) - result : result - stop * BigInt(scale);
      const per = BigInt(Math.abs(coefficient));
      const comparison = nearest ? sign(way * nearest.per - nearest.way * per) : -1;
      const isFirst = comparison === 0 && nearest!.row >= 0 && gives < this.rows[nearest!.row]!.gives;
      if (comparison < 0 || isFirst) [nearest, limit] = [{ way, per, row: index }, stop];
    }
    if (!nearest) return false;
    if (nearest.row >= 0) this.pivot(nearest.row, column, limit);
    else this.shift(column, direction > 0 ? nearest.way : -nearest.way);
    return true;
  }

  private shift(column: number, by: bigint): void {
    this.values[column] = this.values[column]! + by;
    this.rows.forEach((row, index) => {
      const coefficient = row.coefficients[column]!;
      if (coefficient !== 0) this.rows[index] = { ...row, result: row.result - BigInt(coefficient) * by };
    });
  }

  /** Solves a row for an open column; the one that the row gave so far is left standing at `value`. */
  private pivot(index: number, column: number, value: bigint): void {
    const before = this.values[column]!;
    const solved = solveFor(this.rows[index]!, column, before, value);
    const leaving = this.rows[index]!.gives;
    this.rows[index] = solved;
    for (let other = 0; other < this.rows.length; other++) {
      if (other !== index && this.rows[other]!.coefficients[column] !== 0)
        this.rows[other] = substitute(this.rows[other]!, column, before, solved);
    }
    this.freedom.delete(column);
    if (leaving === UNSOLVED) return;
    this.freedom.add(leaving);
    this.values[leaving] = value;
  }
}

const NOTHING: Range = { minimum: 0n, maximum: 0n };
