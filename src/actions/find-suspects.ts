import { LIMITS } from "../repair/effort";
import { suspectsOf, type Repair } from "../repair/suspects";
import type { CheckedTable } from "../rules/workbook";
import type { FilledTable } from "../tables/filled";
import type { TrustedCell } from "./table-repair";

/** Milliseconds. It takes one or two for most tables; who would wait longer than this reads the findings instead. */
const LONGEST = 1000;

/**
 * What is wrong in a table, apart from what a person takes for right. Loaded when it is first wanted.
 * @param lastYear the same table of the year before, where it is known
 */
export function findSuspects(
  { filled, check }: CheckedTable,
  trusted: readonly TrustedCell[],
  lastYear: FilledTable | null,
): Repair {
  const now = () => performance.now();
  return suspectsOf(filled, check, {
    confirmed: new Set(trusted.map(({ key }) => key)),
    ...(lastYear && { lastYear }),
    limits: { ...LIMITS, deadline: { now, at: now() + LONGEST } },
  });
}
