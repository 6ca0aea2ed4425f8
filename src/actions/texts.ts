import type { Finding } from "../rules/finding";
import type { Verdict } from "../rules/check";
import type { ReportFinding, ReportSubject } from "../rules/report/report-finding";
import type { Severity } from "../rules/rule";
import type { Summary } from "../rules/workbook";
import type { CutSheet, PlacedTable } from "../excel/placed-table";
import type { SealedTable } from "../record/seal/seal";
import type { CellKind } from "../tables/table";

/** The words that the add-in writes into the workbook or into a file's name. `locales` gives them. */
export interface AppTexts {
  /** What Excel says when a cell gets something that is not of its kind. */
  validation: Readonly<Record<CellKind, ValidationText>>;
  report: ReportTexts;
  stamp: StampTexts;
  /** Without the ending; what file systems refuse in it is replaced later. `null` where no title told it. */
  fileName(subject: { unit: string | null; year: number | null; verdict: Verdict }): string;
}

export interface ValidationText {
  /** At most 32 characters. */
  title: string;
  /** At most 225 characters. */
  message: string;
}

/** The report sheet, from the top. */
export interface ReportTexts {
  /** Name of the sheet, at most 31 characters and none of : \ / ? * [ ]. */
  sheet: string;
  title: string;
  unit: string;
  year: string;
  time: string;
  rules: string;
  verdict: string;
  counts: string;
  verdicts: Readonly<Record<Verdict, string>>;
  /** Where no title told unit or year. */
  unknown: string;
  /** Stands in the place of the list when there is nothing to list. */
  noFindings: string;
  columns: { number: string; severity: string; rule: string; place: string; message: string };
  severities: Readonly<Record<Severity, string>>;
  formatTime(time: Date): string;
  /** How many tables, findings of each severity, blank cells. */
  describeCounts(summary: Summary): string;
  /** The sentence about a finding. */
  describeFinding(finding: Finding, table: PlacedTable): string;
  /** The sentence about a finding on a report as a whole. */
  describeReportFinding(finding: ReportFinding): string;
  /** The place of what stands nowhere in the tables. */
  wholeReport(subject: ReportSubject): string;
  /** That a sheet is too large to be read whole. */
  describeCut(sheet: CutSheet): string;
}

/** Names of the custom document properties that an exported workbook carries: its seal, for people to see. */
export interface StampTexts {
  unit: string;
  year: string;
  time: string;
  rules: string;
  verdict: string;
  counts: string;
  /** Which tables were checked. */
  scope: string;
  /** Over what stood in the checked cells. */
  digest: string;
  /** What a seal is, and what it is not. */
  notice: string;
  noticeText: string;
  /** Names each table in a few words. */
  describeScope(tables: readonly SealedTable[]): string;
}
