import type { FilledTable } from "../../tables/filled";
import type { SectionId } from "../../tables/table";
import type { CheckOptions, Verdict } from "../check";
import type { NarrativeFinding } from "../soft/soft-finding";
import { checkMissing, checkTitleYears, checkVersion, type ReportStage } from "./check-report";
import { groupReports, type ReportGroup } from "./group-reports";
import type { ReportFinding, ReportPlace, ReportSubject } from "./report-finding";

/** One report and what was found in it as a whole; its tables have checks of their own. */
export interface ReportCheck extends ReportSubject {
  /** Of these findings alone. */
  verdict: Verdict;
  findings: readonly ReportFinding[];
  /** How many warnings nobody has explained. */
  unexplained: number;
  /** Places of its tables among all that were checked together. */
  tables: readonly number[];
}

/** What is known of a workbook or page besides its tables. */
export interface Whole {
  stage: ReportStage;
  /** What the name of the file tells; it counts where no title does. */
  name?: { unit?: string; year?: number };
  /** What was found in the text of the report. */
  narrative?: readonly NarrativeFinding[];
}

/** Whether a finding about a report passes with an explanation. */
export const isReportToExplain = ({ severity }: ReportFinding): boolean => severity === "warning";

function judge(
  subject: ReportSubject,
  findings: readonly ReportFinding[],
  { explanations }: CheckOptions,
): Pick<ReportCheck, "verdict" | "unexplained"> {
  const isOpen = (finding: ReportFinding) =>
    isReportToExplain(finding) && !explanations?.isReportExplained(finding, subject);
  const unexplained = findings.filter(isOpen).length;
  const isWrong = findings.some(({ severity }) => severity === "error");
  return { verdict: isWrong ? "fail" : unexplained > 0 ? "incomplete" : "pass", unexplained };
}

/** What was published is a report, even when no table can be seen in it. */
const NO_TABLES: ReportGroup = { unit: null, year: null, tables: [] };

/**
 * Checks what tables only show together: whether each report has all of them, in the format of its year. In a workbook that
 * somebody fills nothing depends on the numbers, so the result stands until a table comes, goes, or changes its labels.
 */
export function checkReports(tables: readonly FilledTable[], whole: Whole, options: CheckOptions): ReportCheck[] {
  const { stage, name = {}, narrative = [] } = whole;
  const found = groupReports(tables.map(({ placement }) => placement));
  const isPublished = stage === "published" || stage === "excerpt";
  const groups = found.length === 0 && isPublished ? [NO_TABLES] : found;
  return groups.map((group, index) => {
    const subject = { unit: group.unit ?? name.unit ?? null, year: group.year ?? name.year ?? null };
    const context = { stage, options, isYearFromName: group.year === null };
    const findings = [
      ...checkVersion({ ...group, ...subject }, tables, context),
      ...checkMissing(group, groups, tables, context),
      ...checkTitleYears(group, tables),
      ...(index === 0 ? narrative : []),
    ];
    return { ...subject, tables: group.tables, findings, ...judge(subject, findings, options) };
  });
}

/**
 * Where a person should look for a finding; empty for what stands nowhere in the tables.
 * @param sections of all tables that were checked together
 */
export function placesOf(
  finding: ReportFinding,
  { tables }: ReportCheck,
  sections: readonly SectionId[],
): ReportPlace[] {
  const whole = (indices: readonly number[]) => [...new Set(indices)].map((table) => ({ table, cells: [] }));
  switch (finding.kind) {
    case "version":
      return whole(finding.parts.map(({ table }) => table));
    case "missing":
      return finding.table === undefined ? [] : whole([finding.table]);
    case "statedYear":
      return finding.years.some(({ source }) => source === "table") ? whole(tables) : [];
    case "claim": {
      const cells = [...new Set(finding.expected.flatMap((sum) => sum.cells))];
      const own = tables.filter((index) => sections[index] === finding.section);
      return own.map((table) => ({ table, cells }));
    }
    case "chapter":
    case "year":
      return [];
  }
}
