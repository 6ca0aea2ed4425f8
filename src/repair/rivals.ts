import { chanceOf, explain, type Account } from "./explain";
import { isTotal, type Scene, type Slip } from "./scene";
import type { Coefficient, Unknown } from "./system";
import type { TableSystem } from "./table-system";

/** Changes of cells, by position. */
type Amounts = ReadonlyMap<number, bigint>;

/** What is known of a table, as far as rivals go. */
interface Standing {
  system: TableSystem;
  unknowns: readonly Unknown[];
  scene: Scene;
}

/** Changes that put everything right as an answer does, with more cells of them. */
export interface Rival {
  slips: readonly Slip[];
  account: Account;
}

/** Four cells at the corners of a rectangle whose sides are sums. */
interface Rectangle {
  /** Changes of the four that leave all sums as they are: 1 for the cell that is looked at, 1 or −1 for each other. */
  unit: Amounts;
  /** The two sides that do not touch the cell that is looked at. */
  sides: readonly (readonly [number, number])[];
}

/** Where the cells of a system stand in its constraints. */
interface Crossings {
  /** The constraints of each cell. */
  of: readonly (readonly number[])[];
  /** The cells that stand in just two constraints, by `nameOf` these. */
  between: ReadonlyMap<string, readonly number[]>;
  rectangles: Map<number, readonly Rectangle[]>;
}

const nameOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const known = new WeakMap<TableSystem, Crossings>();

function crossingsOf(system: TableSystem): Crossings {
  const made = known.get(system);
  if (made) return made;
  const of = system.cells.map((_, cell) =>
    system.constraints.flatMap(({ terms }, index) => (terms.some(({ unknown }) => unknown === cell) ? [index] : [])),
  );
  const between = new Map<string, number[]>();
  of.forEach(([first, second, ...others], cell) => {
    if (first === undefined || second === undefined || others.length > 0) return;
    const name = nameOf(first, second);
    between.set(name, [...(between.get(name) ?? []), cell]);
  });
  const crossings = { of, between, rectangles: new Map() };
  known.set(system, crossings);
  return crossings;
}

/** All rectangles with a cell at one corner; none for a cell that does not stand in just two sums. */
function rectanglesAt(cell: number, system: TableSystem): readonly Rectangle[] {
  const { rectangles } = crossingsOf(system);
  const made = rectangles.get(cell) ?? makeRectangles(cell, system);
  rectangles.set(cell, made);
  return made;
}

function makeRectangles(cell: number, system: TableSystem): Rectangle[] {
  const { of, between } = crossingsOf(system);
  const [first, second, ...others] = of[cell]!;
  if (first === undefined || second === undefined || others.length > 0) return [];
  const factorOf = (constraint: number, unknown: number): bigint =>
    BigInt(system.constraints[constraint]!.terms.find((term) => term.unknown === unknown)!.factor);
  /** A cell beside in a constraint, the other constraint that it stands in, and by how much it moves that one. */
  const besideIn = (constraint: number) =>
    system.constraints[constraint]!.terms.flatMap(({ unknown, factor }: Coefficient) => {
      const crossing = of[unknown]!;
      if (unknown === cell || crossing.length !== 2) return [];
      const through = crossing[0] === constraint ? crossing[1]! : crossing[0]!;
      const change = -factorOf(constraint, cell) / BigInt(factor);
      return [{ unknown, through, change, moves: factorOf(through, unknown) * change }];
    });
  const found: Rectangle[] = [];
  for (const a of besideIn(first)) {
    for (const b of besideIn(second)) {
      for (const corner of between.get(nameOf(a.through, b.through)) ?? []) {
        const change = -a.moves / factorOf(a.through, corner);
        if (change * factorOf(b.through, corner) !== -b.moves) continue;
        const unit = new Map([
          [cell, 1n],
          [a.unknown, a.change],
          [b.unknown, b.change],
          [corner, change],
        ]);
        const sides = [[a.unknown, corner] as const, [b.unknown, corner] as const];
        found.push({ unit, sides });
      }
    }
  }
  return found;
}

/** What one wrong digit at the end makes of a number, up or down. */
const DIGITS = [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n].flatMap((digit) => [digit, -digit]);

/**
 * By how much the corners of a rectangle may have been off together: so much that the cell was right after all, or so much that two
 * of the others have each other's number. Where two cells of the answer are corners, the other two need only one wrong digit
 * that both followed.
 */
function amountsIn(
  { unit, sides }: Rectangle,
  { now, then }: Slip,
  answer: readonly Slip[],
  unknowns: readonly Unknown[],
): Set<bigint> {
  const others = [...unit.keys()].filter((corner) => !answer.some((slip) => slip.cell === corner));
  const isFigure = (corner: number) => unknowns[corner]!.value !== 0n;
  const amounts = new Set(others.length === 2 && others.every(isFigure) ? DIGITS : []).add(now! - then!);
  for (const [a, b] of sides) {
    const between = (unknowns[b]!.value ?? 0n) - (unknowns[a]!.value ?? 0n);
    if (between !== 0n && unit.get(a) === -unit.get(b)!) amounts.add(between * unit.get(a)!);
  }
  return amounts;
}

/**
 * The rivals of an answer: those in which the corners of a rectangle are off that has a cell of the answer at one corner. The
 * sums look the same.
 * @param answer one cell for each part
 */
export function rivalsOf(answer: readonly Slip[], { system, unknowns, scene }: Standing): Rival[] {
  return answer.flatMap((slip) =>
    rectanglesAt(slip.cell, system).flatMap((rectangle) =>
      [...amountsIn(rectangle, slip, answer, unknowns)].flatMap((amount): Rival[] => {
        const slips = merge(rectangle.unit, amount, answer, unknowns);
        return slips ? [{ slips, account: explain(slips, scene) }] : [];
      }),
    ),
  );
}

/** Null when a cell cannot hold what it would have to. */
function merge(unit: Amounts, amount: bigint, answer: readonly Slip[], unknowns: readonly Unknown[]): Slip[] | null {
  const slips = new Map(answer.map((slip) => [slip.cell, slip]));
  for (const [cell, factor] of unit) {
    const { value, minimum, maximum, locked } = unknowns[cell]!;
    if (value === null || locked) return null;
    const then = (slips.get(cell)?.then ?? value) + factor * amount;
    if ((minimum !== null && then < minimum) || (maximum !== null && then > maximum)) return null;
    if (then === value) slips.delete(cell);
    else slips.set(cell, { cell, now: value, then });
  }
  return [...slips.values()];
}

/** How many totals over a wrong number were added up with it. */
const FOLLOWING = 0.5;
/** What is less likely beside the answer than this is passed over: there are some hundred of them. */
const NEGLIGIBLE = 4e-5;

/** The same, where two pairs of the corners were exchanged so that nothing could be seen of it, before the one cell went wrong. */
function exchangedBefore({ cell, then }: Slip, { unit, sides }: Rectangle, { unknowns, scene }: Standing): number {
  let likelihood = 0;
  for (const [mate] of sides) {
    const amount = unknowns[mate]!.value! - then!;
    if (amount === 0n) continue;
    const slips = [...unit].map(([at, factor]): Slip => {
      const now = at === cell ? then! : unknowns[at]!.value!;
      return { cell: at, now, then: now + factor * amount };
    });
    if (slips.some((slip) => slip.then! < 0n)) continue;
    const { fit, slips: count } = explain(slips, scene);
    if (count === 2) likelihood += Math.exp(fit / 1000);
  }
  return likelihood;
}

/**
 * How likely it is, beside the answer, that one of its cells is wrong by another amount than it seems: one digit of a second cell in
 * line with it is wrong as well, and the same digit in a third, whose total followed, so that only the first seems wrong. A total may
 * have been added up with the second cell before it went wrong itself; or a cell went wrong twice, and its total followed in between.
 * Without the rate of these two slips.
 */
export function hiddenIn({ cell, now, then }: Slip, { system, unknowns, scene }: Standing): number {
  const own = chanceOf({ cell, now, then }, scene);
  const apart = new Map(
    DIGITS.map((digit) => {
      const other = then! + digit;
      return [digit, other < 0n ? 0 : chanceOf({ cell, now, then: other }, scene) / own];
    }),
  );
  const isOver = (total: number, item: number) =>
    scene.sums(total).some((sum) => isTotal(sum) && sum.some((addend) => addend.cell === item));
  const digitIn = (other: number, change: bigint): number => {
    const value = unknowns[other]!.value!;
    return value === 0n || value + change < 0n ? 0 : chanceOf({ cell: other, now: value, then: value + change }, scene);
  };
  let likelihood = 0;
  for (const { unit, sides } of rectanglesAt(cell, system)) {
    likelihood += exchangedBefore({ cell, now, then }, { unit, sides }, { system, unknowns, scene });
    for (const [mate, corner] of sides) {
      const [second] = sides.find((side) => side[0] !== mate)!;
      const third = isOver(mate, corner) ? corner : isOver(corner, mate) ? mate : null;
      if (third === null || unknowns[mate]!.value === 0n || unknowns[corner]!.value === 0n) continue;
      const followed = isOver(cell, second) ? FOLLOWING : 0;
      const follows = isOver(second, cell) ? FOLLOWING : 0;
      for (const digit of DIGITS) {
        const first = apart.get(digit)! + followed;
        const again =
          follows > 0 && then! + digit >= 0n ? follows * chanceOf({ cell, now: then, then: then! + digit }, scene) : 0;
        const both = again + (first < NEGLIGIBLE ? 0 : first * digitIn(second, unit.get(second)! * digit));
        if (both < NEGLIGIBLE) continue;
        likelihood += both * FOLLOWING * digitIn(third, unit.get(third)! * digit);
      }
    }
  }
  return likelihood;
}

/**
 * The same where the answer has a second cell: it was right, and the one that stands in line with both was wrong instead. Without the
 * rate of the one more slip.
 */
export function hiddenBehind(slip: Slip, other: Slip, { system, unknowns, scene }: Standing): number {
  const { cell, then } = slip;
  const isOver = (total: number, item: number) =>
    scene.sums(total).some((sum) => isTotal(sum) && sum.some((addend) => addend.cell === item));
  const chance = (at: number, now: bigint, change: bigint): number =>
    now + change < 0n ? 0 : chanceOf({ cell: at, now, then: now + change }, scene);
  let likelihood = 0;
  for (const { unit, sides } of rectanglesAt(cell, system)) {
    if (sides[0]![1] !== other.cell) continue;
    const amount = (other.now! - other.then!) * unit.get(other.cell)!;
    for (const [mate] of sides) {
      const [second] = sides.find((side) => side[0] !== mate)!;
      const [atSecond, atMate] = [unknowns[second]!.value!, unknowns[mate]!.value!];
      const first = isOver(cell, second)
        ? chance(second, atSecond, unit.get(second)! * amount)
        : isOver(second, cell)
          ? chance(cell, then!, amount)
          : 0;
      likelihood += (FOLLOWING * first * chance(mate, atMate, unit.get(mate)! * amount)) / chanceOf(other, scene);
    }
  }
  return likelihood;
}
