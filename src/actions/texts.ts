import type { MatchTexts } from "../batch/units/match-words";
import type { AnyFinding, AnyRuleId } from "../rules/cross/any-finding";
import type { SkippedRule, UndecidedYears } from "../rules/cross/cross-finding";
import type { Verdict } from "../rules/check";
import type { ReportFinding, ReportSubject } from "../rules/report/report-finding";
import type { Severity } from "../rules/rule";
import type { Summary } from "../rules/workbook";
import type { CutSheet, PlacedTable } from "../excel/placed-table";
import type { Signature } from "../record/explanation";
import type { StandingState } from "../record/explanation-book";
import type { RecordProblem } from "../record/record";
import type { SealedTable } from "../record/seal/seal";
import type { Likelihood } from "../repair/likelihood";
import type { Suspect } from "../repair/suspects";
import type { Undecided } from "../rules/undecided";
import type { FilledTable, Placement } from "../tables/filled";
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

/** A list of the report sheet: its heading, and the heads of its columns. */
export interface SectionTexts {
  heading: string;
  columns: readonly [number: string, kind: string, subject: string, place: string, message: string];
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
  scope: string;
  /** With which report of last year the workbook was compared; `noLastYear` when no report was given. */
  lastYear: string;
  noLastYear: string;
  years: MatchTexts & { skipped(skipped: SkippedRule): string; undecided(check: UndecidedYears): string };
  /** Stands there only when blank cells count as 0. */
  blanks: string;
  blankIsZero: string;
  verdicts: Readonly<Record<Verdict, string>>;
  /** Where no title told unit or year. */
  unknown: string;
  /** Stands in the place of the lists when there is nothing to list. */
  noFindings: string;
  findings: SectionTexts;
  suspects: SectionTexts;
  undecided: SectionTexts;
  /** Names of what was written about a warning, in the place of a rule. */
  explanation: string;
  objection: string;
  certainties: Readonly<Record<Likelihood | "confirmed", string>>;
  /** Why a cell that a person took for right is none of those that are probably wrong. */
  confirmed: string;
  severities: Readonly<Record<Severity, string>>;
  record: {
    states: Readonly<Record<StandingState, string>>;
    problems: Readonly<Record<RecordProblem, string>>;
    /** Who wrote it, and when. */
    signature(signed: Signature): string;
  };
  /** That the sheet is written anew at each check, and where explanations are written. */
  rewritten: string;
  /** When it was checked, by the clock of the computer; no text that a spreadsheet takes for a date. */
  describeTime(time: Date): string;
  /** How many findings of each severity there are; how much was checked, and what is open in it. */
  describeCounts(summary: Summary): readonly [findings: string, scope: string];
  /** At how many rows or columns something is so. */
  describeCount(count: number): string;
  /** Cells that are many: the first of them, and how many there are. */
  describeCells(addresses: readonly string[]): string;
  /** What a rule is called, with its code on a line of its own. */
  nameRule(rule: AnyRuleId): string;
  /** Why a rule could not be decided. */
  describeUndecided(undecided: Undecided, filled: FilledTable): string;
  /** What would put a part right, and what speaks for it. */
  describeSuspect(suspect: Suspect, placement: Placement): { change: string; reasons: string };
  /** The sentence about a finding. */
  describeFinding(finding: AnyFinding, table: PlacedTable): string;
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
  /** Present only when blank cells counted as 0. */
  blanks: string;
  /** Which tables were checked. */
  scope: string;
  /** With which report of last year it was compared. */
  lastYear: string;
  /** Of a sum: whose reports are in it. */
  units: string;
  /** Over what stood in the checked cells. */
  digest: string;
  /** What a seal is, and what it is not. */
  notice: string;
  noticeText: string;
  /** Names each table in a few words. */
  describeScope(tables: readonly SealedTable[]): string;
}
