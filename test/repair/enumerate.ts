import type { Constraint } from "../../src/repair/system";

/** Sums of whole numbers, their right side brought to the left. */
interface Sum {
  factors: ReadonlyMap<number, number>;
  /** By how much it is off. */
  off: number;
}

/**
 * All smallest sets of cells by trying every set that touches all broken sums, one more cell at a time; each as `cell=value`
 * in one line. Shares nothing with the search that it is to be compared with.
 * @param largest cells of the largest sets to try
 * @returns null when no set so large is enough
 */
export function enumerateSmallest(
  constraints: readonly Constraint[],
  values: readonly number[],
  largest: number,
): string[] | null {
  const sums = constraints.map(({ terms, minimum }): Sum => {
    const factors = new Map(terms.map(({ unknown, factor }) => [unknown, factor]));
    const total = terms.reduce((part, { unknown, factor }) => part + factor * values[unknown]!, 0);
    return { factors, off: total - Number(minimum) };
  });
  const negative = values.flatMap((value, cell) => (value < 0 ? [cell] : []));
  for (let size = negative.length; size <= largest; size++) {
    const found = new Set<string>();
    for (const set of setsOf(size, negative, sums, values.length)) {
      const changes = solve(set, sums);
      const then = changes?.map((change, index) => values[set[index]!]! + change);
      if (then?.every((value) => value >= 0)) found.add(then.map((value, index) => `${set[index]}=${value}`).join(" "));
    }
    if (found.size > 0) return [...found].sort();
  }
  return null;
}

function* setsOf(size: number, chosen: readonly number[], sums: readonly Sum[], count: number): Generator<number[]> {
  const open = sums.find(({ off, factors }) => off !== 0 && !chosen.some((cell) => factors.has(cell)));
  if (chosen.length === size) {
    if (!open) yield [...chosen].sort((a, b) => a - b);
    return;
  }
  const cells = open ? [...open.factors.keys()] : Array.from({ length: count }, (_, cell) => cell);
  for (const cell of cells) if (!chosen.includes(cell)) yield* setsOf(size, [...chosen, cell], sums, count);
}

/** The only changes of some cells that put all sums right, by elimination; null when there are none, or several. */
function solve(set: readonly number[], sums: readonly Sum[]): number[] | null {
  const rows = sums.map(({ factors, off }) => [...set.map((cell) => factors.get(cell) ?? 0), -off]);
  const pivots: number[][] = [];
  for (let column = 0; column < set.length; column++) {
    const pivot = rows.find((row) => !pivots.includes(row) && row[column] !== 0);
    if (!pivot) return null;
    pivots.push(pivot);
    for (const row of rows) {
      const factor = row[column]!;
      if (row !== pivot && factor !== 0)
        row.forEach((value, index) => (row[index] = value * pivot[column]! - factor * pivot[index]!));
    }
  }
  if (rows.some((row) => !pivots.includes(row) && row.some((value) => value !== 0))) return null;
  const changes = pivots.map((row, column) => row[set.length]! / row[column]!);
  return changes.every(Number.isInteger) ? changes : null;
}
