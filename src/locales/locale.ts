import type { ReportFinding, ReportSubject } from "../rules/report/report-finding";
import type { AnyFinding, AnyRuleId } from "../rules/cross/any-finding";
import type { Severity } from "../rules/rule";
import type { Verdict } from "../rules/check";
import type { Suspect } from "../repair/suspects";
import type { CellKey } from "../tables/table";
import type { Placement } from "../tables/filled";
import type { ErrorDetails, ErrorText } from "./errors";
import type { RecordTexts } from "./record";
import type { SheetTexts } from "./sheet";
import type { YearTexts } from "./years";
import type { Words } from "./zh-CN/words";

export type LocaleId = "zh-CN" | "en-US";

/** Every word that a person reads, in one language. */
export interface Locale {
  id: LocaleId;
  /** Buttons, headings and messages of the pane. */
  words: Words;
  verdicts: Readonly<Record<Verdict, string>>;
  severities: Readonly<Record<Severity, string>>;
  rules: Readonly<Record<AnyRuleId, RuleText>>;
  describeFinding: (finding: AnyFinding, placement: Placement) => FindingText;
  describeReportFinding: (finding: ReportFinding) => FindingText;
  /** Whose report and of which year; empty when nothing tells. */
  describeSubject: (subject: ReportSubject) => string;
  describePlace: (key: CellKey, placement: Placement) => PlaceText;
  describeSuspect: (suspect: Suspect, placement: Placement) => SuspectText;
  /** A code that is not known gets the words for an unexpected error, with the code in them. */
  describeError: (code: string, details: ErrorDetails) => ErrorText;
  /** What a workbook remembers. */
  record: RecordTexts;
  /** What is written into the workbook. */
  sheet: SheetTexts;
  /** About two years of one unit. */
  years: YearTexts;
}

export interface RuleText {
  /** The rule in a few words. */
  name: string;
  /** What is wrong when it is broken, in a few words. */
  broken: string;
  /** What must hold, as a formula in words. */
  statement: string;
  /** Why it must hold, and how to put it right. */
  explanation: string;
}

export interface FindingText {
  /** What is wrong, in a few words. */
  title: string;
  /** Where it is, in words. */
  place: string;
  /** Where it is, as an address without the sheet's name; empty when the sheet has no such cell. */
  address: string;
  /** The whole finding in one or two sentences, beginning with the place: both sides with numbers and the difference. */
  sentence: string;
  /** Both sides of a sum, term by term; empty for findings of other kinds. */
  sides: readonly SideText[];
}

export interface SideText {
  name: string;
  sum: string;
  terms: readonly { label: string; value: string; address: string }[];
}

export interface SuspectText {
  /** Addresses without the sheet's name; what stands there and what should, in words where that is no number. */
  cells: readonly { address: string; current: string; suggested: string }[];
  /** All of it in one line: D7 121 → 112. */
  change: string;
  /** The change and what speaks for it, in one line. */
  sentence: string;
  /** What speaks for it, the strongest first, each in a few words; those of several cells begin with the address. */
  reasons: readonly string[];
}

export interface PlaceText {
  words: string;
  /** Without the sheet's name; empty when the sheet has no such cell. */
  address: string;
}
