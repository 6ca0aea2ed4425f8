import type { UnitCheck } from "../batch/units/compare-units";
import type { Verdict } from "../rules/check";

/** How many files there were, and of each verdict; those that could not be read are incomplete, too. */
export type Counts = Record<Verdict | "files" | "unreadable", number>;

export const noCounts = (): Counts => ({ files: 0, pass: 0, fail: 0, incomplete: 0, unreadable: 0 });

export function count(counts: Counts, { verdict, result }: UnitCheck): void {
  counts.files += 1;
  counts[verdict] += 1;
  if (result.error) counts.unreadable += 1;
}
