import type { ConfirmedCells } from "../record/confirmed-cells";
import { suspectsOf, type Repair } from "../repair/suspects";
import type { Finding } from "../rules/finding";
import type { CheckedTable } from "../rules/workbook";
import type { CellKey } from "../tables/table";

/** A formula without a result is not wrong: a number in its place would only put it away. */
const isWrong = (finding: Finding): boolean =>
  finding.kind === "sum" || (finding.kind === "kind" && finding.fault !== "uncalculated");

/**
 * What is wrong in a table; null when nothing is, or only cells are still to be filled.
 * @param confirmed what a person took for right
 */
export function repairTable({ filled, check }: CheckedTable, confirmed: ConfirmedCells): Repair | null {
  if (!check.findings.some(isWrong)) return null;
  return suspectsOf(filled, check, { confirmed: new Set(confirmed.of(filled)) });
}

/** The cells that are named when a person is told of it. */
export function keysIn({ suspects, proof }: Repair): CellKey[] {
  const suspected = suspects.flatMap(({ cells, evidence }) => [
    ...cells.map(({ key }) => key),
    ...evidence.flatMap(({ cell, others }) => [cell, ...others]),
  ]);
  return [...suspected, ...proof.unsolved.flatMap(({ forced }) => forced)];
}
