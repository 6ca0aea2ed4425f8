import type { CrossFinding } from "../rules/cross/cross-finding";
import type { Finding } from "../rules/finding";
import type { RuleId, Severity } from "../rules/rule";
import type { CrossRuleId } from "../rules/cross/cross-rule";
import type { TableResult } from "./file-result";
import { tableOfFinding, type UnitCheck } from "./units/compare-units";

export type AnyFinding = Finding | CrossFinding;
export type AnyRuleId = RuleId | CrossRuleId;

/** A finding of a unit with the table that it stands in. */
export interface UnitFinding {
  finding: AnyFinding;
  table: TableResult;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Everything found in a unit's report, what blocks first; then in the order of the tables. */
export function findingsOf({ result: { tables }, comparison }: UnitCheck): UnitFinding[] {
  const own = tables.flatMap((table) => table.findings.map((finding): UnitFinding => ({ finding, table })));
  const between = (comparison?.check?.findings ?? []).map((finding): UnitFinding => ({
    finding,
    table: tableOfFinding(finding, tables),
  }));
  return [...own, ...between].sort((a, b) => ORDER[a.finding.severity] - ORDER[b.finding.severity]);
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

export function countSeverities(findings: readonly UnitFinding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { finding } of findings) counts[finding.severity] += 1;
  return counts;
}
