import type { Change } from "./change";
import type { Constraint, Unknown } from "./system";

/** By how much an equation is off; null while a number of it is missing. */
function offBy({ terms, minimum }: Constraint, valueOf: (unknown: number) => bigint | null): bigint | null {
  let sum = -(minimum ?? 0n);
  for (const { unknown, factor } of terms) {
    const value = valueOf(unknown);
    if (value === null) return null;
    sum += BigInt(factor) * value;
  }
  return sum;
}

/**
 * Of the cells that a set changes, those that an equation from beyond the table asks for: it is broken as the table stands, and
 * holds when that cell has its new number.
 */
export function askedFor(
  set: readonly Change[],
  beyond: readonly Constraint[],
  unknowns: readonly Unknown[],
): number[] {
  const now = (unknown: number) => unknowns[unknown]!.value;
  return set.flatMap(({ unknown, least, most }) => {
    if (least === null || least !== most) return [];
    const then = (other: number) => (other === unknown ? least : now(other));
    const isAsked = beyond.some(
      (equation) =>
        equation.terms.some((term) => term.unknown === unknown) &&
        offBy(equation, now) !== 0n &&
        offBy(equation, then) === 0n,
    );
    return isAsked ? [unknown] : [];
  });
}
