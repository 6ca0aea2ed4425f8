import type { Verdict } from "../rules/check";

/** How many files there were, and of each verdict. */
export type Counts = Record<Verdict | "files", number>;

export const noCounts = (): Counts => ({ files: 0, pass: 0, fail: 0, incomplete: 0 });

export function count(counts: Counts, verdict: Verdict): void {
  counts.files += 1;
  counts[verdict] += 1;
}
