import type { FilledTable } from "../tables/filled";
import type { TableCheck, Verdict } from "./check";
import type { ReportCheck } from "./report/check-reports";
import type { Severity } from "./rule";

/** A table with the result of its check. */
export interface CheckedTable {
  filled: FilledTable;
  check: TableCheck;
}

/** What the banner says about a whole workbook. */
export interface Summary {
  verdict: Verdict;
  tables: number;
  findings: Readonly<Record<Severity, number>>;
  /** Cells still to be filled. */
  blanks: number;
  /** Relations that could not be decided. */
  undecided: number;
  /** Warnings that nobody has explained. */
  unexplained: number;
  /** Sheets that are larger than what was read of them. */
  cutSheets: number;
}

/** Adds up checks. A workbook without any table is incomplete: nothing was checked. */
export function summarise(
  tables: Iterable<CheckedTable>,
  reports: readonly ReportCheck[] = [],
  cutSheets = 0,
): Summary {
  const findings = { error: 0, warning: 0, unfilled: 0, hint: 0 };
  const verdicts = new Set<Verdict>();
  let count = 0;
  let blanks = 0;
  let undecided = 0;
  let unexplained = 0;
  for (const { check } of tables) {
    count += 1;
    verdicts.add(check.verdict);
    blanks += check.blanks.length;
    undecided += check.undecided;
    unexplained += check.unexplained;
    for (const finding of check.findings) findings[finding.severity] += 1;
  }
  const verdict: Verdict = verdicts.has("fail")
    ? "fail"
    : count === 0 || verdicts.has("incomplete")
      ? "incomplete"
      : "pass";
  const summary = { verdict, tables: count, findings, blanks, undecided, unexplained, cutSheets: 0 };
  return addCutSheets(addReports(summary, reports), cutSheets);
}

/** From the best to the worst. */
const ORDER: readonly Verdict[] = ["pass", "incomplete", "fail"];

const worst = (verdicts: readonly Verdict[]): Verdict =>
  ORDER[Math.max(...verdicts.map((verdict) => ORDER.indexOf(verdict)))]!;

/** A table may stand where nothing was read: that all others hold is no pass. */
export function addCutSheets(summary: Summary, cutSheets: number): Summary {
  return cutSheets === 0 ? summary : { ...summary, cutSheets, verdict: worst([summary.verdict, "incomplete"]) };
}

/** What was found besides the tables. */
export interface Besides extends Pick<ReportCheck, "verdict" | "unexplained"> {
  findings: readonly { severity: Severity }[];
}

/** Adds what was found in reports as a whole to what was found in their tables. */
export function addReports(summary: Summary, reports: readonly Besides[]): Summary {
  if (reports.every(({ findings, verdict }) => findings.length === 0 && verdict === "pass")) return summary;
  const findings = { ...summary.findings };
  for (const finding of reports.flatMap((report) => report.findings)) findings[finding.severity] += 1;
  return {
    ...summary,
    findings,
    verdict: worst([summary.verdict, ...reports.map(({ verdict }) => verdict)]),
    unexplained: reports.reduce((sum, { unexplained }) => sum + unexplained, summary.unexplained),
  };
}
