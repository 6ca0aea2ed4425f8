import { suspectsOf, type Repair } from "../repair/suspects";
import type { CheckedTable } from "../rules/workbook";

/** What is wrong in a table; null when nothing is, or only cells are still to be filled. */
export function repairTable({ filled, check }: CheckedTable): Repair | null {
  if (!check.findings.some(({ kind }) => kind === "sum" || kind === "kind")) return null;
  return suspectsOf(filled, check);
}
