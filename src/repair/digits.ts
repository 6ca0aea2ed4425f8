/** Slips of the hand on the digits of a number: from what should stand there to what does. */

/** In how many ways a slip could have gone with that number, of which one was met; null when it was not this slip. */
export type Ways = number | null;

const digitsOf = (value: bigint): string => `${value < 0n ? -value : value}`;
const isSameSign = (a: bigint, b: bigint): boolean => a < 0n === b < 0n;

/** Positions at which two texts of one length differ. */
function differences(a: string, b: string): number[] {
  const found: number[] = [];
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) found.push(index);
  return found;
}

const without = (text: string, index: number): string => text.slice(0, index) + text.slice(index + 1);

/** A text with any one character taken out. */
function shortened(text: string): string[] {
  return [...text].map((_, index) => without(text, index));
}

/** A shape of two numbers of one sign, as digits. */
function onDigits(test: (right: string, now: string) => Ways): (then: bigint, now: bigint) => Ways {
  return (then, now) => (isSameSign(then, now) ? test(digitsOf(then), digitsOf(now)) : null);
}

/** Two neighbouring digits in each other's place: 85 for 58. */
export const swapped = onDigits((right, now) => {
  if (right.length !== now.length) return null;
  const [first, second, ...others] = differences(right, now);
  if (first === undefined || second !== first + 1 || others.length > 0) return null;
  return right[first] === now[second] && right[second] === now[first] ? right.length - 1 : null;
});

/** Any two digits in each other's place: 813 for 318 is not, 381 for 183 is. */
export const swappedApart = onDigits((right, now) => {
  if (right.length !== now.length) return null;
  const [first, second, ...others] = differences(right, now);
  if (first === undefined || second === undefined || second === first + 1 || others.length > 0) return null;
  const isSwap = right[first] === now[second] && right[second] === now[first];
  return isSwap ? (right.length * (right.length - 1)) / 2 : null;
});

/** One digit is another. */
export const wrong = onDigits((right, now) =>
  right.length === now.length && differences(right, now).length === 1 ? 9 * right.length : null,
);

/** One digit is missing: 29 for 299. */
export const dropped = onDigits((right, now) => (shortened(right).includes(now) ? right.length : null));

/** One digit stands there twice: 19979 for 1979 does not, 1779 for 179 does. */
export const doubled = onDigits((right, now) => {
  const isDouble = [...now].some((digit, index) => digit === now[index + 1] && without(now, index) === right);
  return isDouble ? right.length : null;
});

/** One digit too many. */
export const added = onDigits((right, now) => (shortened(now).includes(right) ? 10 * (right.length + 1) : null));

/** The sign is the other one. */
export function negated(then: bigint, now: bigint): Ways {
  return now !== 0n && now === -then ? 1 : null;
}

/** The number in another unit: 万, or its reverse. */
export function otherUnit(then: bigint, now: bigint): Ways {
  const UNIT = 10_000n;
  return now !== 0n && (now === then * UNIT || then === now * UNIT) ? 2 : null;
}

/** The number rounded to tens, hundreds … */
export function rounded(then: bigint, now: bigint): Ways {
  const digits = digitsOf(then).length;
  for (let power = 1; power < digits; power++) {
    const unit = 10n ** BigInt(power);
    const off = then < now ? now - then : then - now;
    if (now !== 0n && now % unit === 0n && 2n * off <= unit) return digits - 1;
  }
  return null;
}
