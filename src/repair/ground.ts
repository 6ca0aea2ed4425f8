import type { Frame } from "./frame";
import type { Unknown } from "./system";

/** Limits of a column. */
export interface Range {
  minimum: bigint | null;
  maximum: bigint | null;
}

/** What stays the same during one search. */
export interface Ground {
  frame: Frame;
  ranges: readonly Range[];
  /** Whether the value at which a closed column stands could be made larger, smaller. */
  canRise: Uint8Array;
  canFall: Uint8Array;
  /** Closed columns that must stay closed. Changes while a search goes through alternatives. */
  barred: Uint8Array;
}

/** The whole number nearest to zero within limits. */
export function nearestToZero({ minimum, maximum }: Range): bigint {
  if (minimum !== null && minimum > 0n) return minimum;
  return maximum !== null && maximum < 0n ? maximum : 0n;
}

export function makeGround(frame: Frame, unknowns: readonly Unknown[]): Ground {
  const ranges: Range[] = unknowns.map(({ minimum, maximum }) => ({ minimum, maximum }));
  frame.constraints.forEach(({ minimum, maximum }, index) => {
    if (frame.sums[index] !== null) ranges.push({ minimum, maximum });
  });
  const flags = (test: (unknown: Unknown) => boolean) =>
    Uint8Array.from(unknowns, (unknown) => (test(unknown) ? 1 : 0));
  return {
    frame,
    ranges,
    canRise: flags(({ value, maximum }) => value !== null && (maximum === null || value < maximum)),
    canFall: flags(({ value, minimum }) => value !== null && (minimum === null || value > minimum)),
    barred: flags(({ locked }) => locked),
  };
}
