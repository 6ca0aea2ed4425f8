import type { FilledTable } from "../tables/filled";
import type { AnyFinding } from "./cross/any-finding";
import type { Finding } from "./finding";
import type { ReportFinding, ReportSubject } from "./report/report-finding";

/**
 * Which warnings a person has explained. A warning without an explanation keeps its table, and with it the workbook, from
 * passing. Whoever keeps the explanations says here which of them still stand for the numbers as they are now; the check asks
 * only about findings for which `isToExplain` holds, whenever the table or the answers may have changed (`judgeTable`).
 */
export interface Explanations {
  isExplained(finding: Finding, filled: FilledTable): boolean;
  /** The same for a warning about a report as a whole. */
  isReportExplained(finding: ReportFinding, subject: ReportSubject): boolean;
}

/** Whether a finding passes with an explanation. */
export const isToExplain = ({ severity }: AnyFinding): boolean => severity === "warning";
