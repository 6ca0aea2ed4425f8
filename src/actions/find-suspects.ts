import { LIMITS } from "../repair/effort";
import { suspectsOf, type Repair } from "../repair/suspects";
import type { CheckedTable } from "../rules/workbook";
import type { TrustedCell } from "./table-repair";

/** Milliseconds. Who waits longer reads the findings instead: then the search has come too far to tell cells apart. */
const LONGEST = 200;

/** What is wrong in a table, apart from what a person takes for right. Loaded when it is first wanted. */
export function findSuspects({ filled, check }: CheckedTable, trusted: readonly TrustedCell[]): Repair {
  const now = () => performance.now();
  return suspectsOf(filled, check, {
    confirmed: new Set(trusted.map(({ key }) => key)),
    limits: { ...LIMITS, deadline: { now, at: now() + LONGEST } },
  });
}
