import { explain } from "./explain";
import type { Scene, Slip } from "./scene";
import type { Coefficient, Unknown } from "./system";
import type { TableSystem } from "./table-system";

/** Changes of cells, by position. */
type Amounts = ReadonlyMap<number, bigint>;

/** Where the cells of a system stand in its constraints. */
interface Crossings {
  /** The constraints of each cell. */
  of: readonly (readonly number[])[];
  /** The cells that stand in just two constraints, by `nameOf` these. */
  between: ReadonlyMap<string, readonly number[]>;
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
  const crossings = { of, between };
  known.set(system, crossings);
  return crossings;
}

/**
 * The changes of three cells that do to all sums what a change of one cell does: those at the other corners of a rectangle whose
 * sides are sums. Had three slips hit them with just these amounts, the one cell would look wrong although it is right.
 */
export function rivalsOf(cell: number, amount: bigint, system: TableSystem): Amounts[] {
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
      const change = (factorOf(constraint, cell) * amount) / BigInt(factor);
      return [{ unknown, through, change, moves: factorOf(through, unknown) * change }];
    });
  const rivals: Amounts[] = [];
  for (const a of besideIn(first)) {
    for (const b of besideIn(second)) {
      for (const corner of between.get(nameOf(a.through, b.through)) ?? []) {
        const change = -a.moves / factorOf(a.through, corner);
        if (change * factorOf(b.through, corner) !== -b.moves) continue;
        rivals.push(
          new Map([
            [a.unknown, a.change],
            [b.unknown, b.change],
            [corner, change],
          ]),
        );
      }
    }
  }
  return rivals;
}

/**
 * How well the best of the rivals fits the slips that people make, as `Account.fit`; −∞ when none is possible.
 * @param others changes elsewhere in the table that go with each
 */
export function bestFit(
  rivals: readonly Amounts[],
  others: readonly Slip[],
  unknowns: readonly Unknown[],
  scene: Scene,
): number {
  const alone = explain(others, scene).fit;
  let best = -Infinity;
  for (const rival of rivals) {
    const slips = merge(rival, others, unknowns);
    if (slips) best = Math.max(best, explain(slips, scene).fit - alone);
  }
  return best;
}

/** Null when a cell cannot hold what it would have to. */
function merge(rival: Amounts, others: readonly Slip[], unknowns: readonly Unknown[]): Slip[] | null {
  const slips = new Map(others.map((slip) => [slip.cell, slip]));
  for (const [cell, change] of rival) {
    const { value, minimum, maximum, locked } = unknowns[cell]!;
    if (value === null || locked) return null;
    const then = (slips.get(cell)?.then ?? value) + change;
    if ((minimum !== null && then < minimum) || (maximum !== null && then > maximum)) return null;
    if (then === value) slips.delete(cell);
    else slips.set(cell, { cell, now: value, then });
  }
  return [...slips.values()];
}
