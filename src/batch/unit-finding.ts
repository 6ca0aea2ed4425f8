import type { Standing } from "../record/explanation-book";
import type { AnyFinding } from "../rules/cross/any-finding";
import { tableOfFinding } from "../rules/cross/table-of-finding";
import type { ReportFinding } from "../rules/report/report-finding";
import type { Severity } from "../rules/rule";
import type { TableResult } from "./file-result";
import type { UnitCheck } from "./units/compare-units";

/** A finding of a unit with the table that it stands in; of its report as a whole, in none. */
export type UnitFinding = ({ finding: AnyFinding; table: TableResult } | { finding: ReportFinding; table: null }) & {
  /** What the unit wrote about it; null for what passes by no explanation. */
  standing: Standing | null;
  /** Whose report it is in: a file may hold those of several units. */
  unit: string | null;
};

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, unfilled: 2, hint: 3 };

/** Everything found in a unit's report, what blocks first; then of the whole before that of tables, in their order. */
export function findingsOf({ result: { tables, reports, unit }, comparison }: UnitCheck): UnitFinding[] {
  const unitOf = (index: number) => reports.find((report) => report.tables.includes(index))?.unit ?? unit;
  const whole = reports.flatMap((report) =>
    report.findings.map((finding, index): UnitFinding => {
      const standing = report.standings[index] ?? null;
      return { finding, table: null, standing, unit: report.unit ?? unit };
    }),
  );
  const own = tables.flatMap((table, place) =>
    table.findings.map((finding, index): UnitFinding => {
      const standing = table.standings[index] ?? null;
      return { finding, table, standing, unit: unitOf(place) };
    }),
  );
  const between = (comparison?.check?.findings ?? []).map((finding, index): UnitFinding => ({
    finding,
    table: tableOfFinding(finding, tables, ({ section }) => section),
    standing: comparison!.standings[index]!,
    unit,
  }));
  return [...whole, ...own, ...between].sort((a, b) => ORDER[a.finding.severity] - ORDER[b.finding.severity]);
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

export function countSeverities(findings: readonly UnitFinding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, unfilled: 0, hint: 0 };
  for (const { finding } of findings) counts[finding.severity] += 1;
  return counts;
}
