import type { Verdict } from "../rules/check";
import type { AnyFinding, AnyRuleId } from "../rules/cross/any-finding";
import type { ReportFinding, ReportSubject } from "../rules/report/report-finding";
import type { Severity } from "../rules/rule";
import type { CheckedTable, Summary } from "../rules/workbook";
import type { Signature } from "../record/explanation";
import { REPORT_SHEET } from "../record/report-sheet";
import type { SealedTable } from "../record/seal/seal";
import type { Likelihood } from "../repair/likelihood";
import type { Suspect } from "../repair/suspects";
import type { Undecided } from "../rules/undecided";
import type { FilledTable, Placement } from "../tables/filled";
import type { RecordTexts } from "./record";
import type { YearTexts } from "./years";
import { sheetReference } from "../tables/address";
import { SECTION_NAMES } from "../tables/sections";
import type { Area, CellKind } from "../tables/table";

/**
 * The words that are written into a workbook or into a file's name. What `actions/texts.ts` asks for, stated once more: this room
 * must not know actions, and the compiler holds the two together where the pane hands these words over.
 */
export interface SheetTexts {
  /** What Excel says when a cell gets something that is not of its kind: title at most 32 characters, message at most 225. */
  validation: Readonly<Record<CellKind, { title: string; message: string }>>;
  report: ReportTexts;
  stamp: StampTexts;
  /** Without the ending; null where no title told it. */
  fileName(subject: { unit: string | null; year: number | null; verdict: Verdict }): string;
}

/** The custom document properties that an exported workbook carries, and what stands in those that are sentences. */
export interface StampTexts {
  unit: string;
  year: string;
  time: string;
  rules: string;
  verdict: string;
  counts: string;
  /** Present only when blank cells counted as 0. */
  blanks: string;
  scope: string;
  /** With which report of last year it was compared. */
  lastYear: string;
  /** Of a sum: whose reports are in it. */
  units: string;
  digest: string;
  notice: string;
  noticeText: string;
  describeScope(tables: readonly SealedTable[]): string;
}

export interface SectionTexts {
  heading: string;
  columns: readonly [number: string, kind: string, subject: string, place: string, message: string];
}

export interface ReportTexts {
  sheet: string;
  title: string;
  unit: string;
  year: string;
  time: string;
  rules: string;
  verdict: string;
  counts: string;
  scope: string;
  lastYear: string;
  noLastYear: string;
  years: Pick<YearTexts, "found" | "doubtful" | "none" | "absent" | "skipped" | "undecided">;
  blanks: string;
  blankIsZero: string;
  verdicts: Readonly<Record<Verdict, string>>;
  unknown: string;
  noFindings: string;
  findings: SectionTexts;
  suspects: SectionTexts;
  undecided: SectionTexts;
  explanation: string;
  objection: string;
  certainties: Readonly<Record<Likelihood | "confirmed", string>>;
  confirmed: string;
  severities: Readonly<Record<Severity, string>>;
  record: Pick<RecordTexts, "states" | "problems" | "describeObjection" | "describeRetracted"> & {
    signature(signed: Signature): string;
  };
  rewritten: string;
  formatTime(time: Date): string;
  /** When something was checked, by the clock of the computer; no text that a spreadsheet takes for a date. */
  describeTime(time: Date): string;
  describeCounts(summary: Summary): readonly [findings: string, scope: string];
  describeCount(count: number): string;
  /** Cells that are many: the first of them, and how many there are. */
  describeCells(addresses: readonly string[]): string;
  nameRule(rule: AnyRuleId): string;
  describeUndecided(undecided: Undecided, filled: FilledTable): string;
  describeSuspect(suspect: Suspect, placement: Placement): { change: string; reasons: string };
  describeFinding(finding: AnyFinding, table: CheckedTable): string;
  describeReportFinding(finding: ReportFinding): string;
  wholeReport(subject: ReportSubject): string;
  describeCut(cut: { sheet: string; area: Area }): string;
}

/** 2026-01-31 09:05, in the time of the machine: sorts as text and reads the same everywhere. */
export function formatTime(time: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join("-");
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** Who wrote something, and when, as far as it is known. */
export function signature({ by, at }: Signature): string {
  const time = formatTime(new Date(at));
  return by === null ? time : `${by} ${time}`;
}

/** What other programs and other offices look for in a workbook: the same in every language. */
export const OFFICIAL_NAMES: Pick<SheetTexts, "stamp" | "fileName"> & { reportSheet: string } = {
  reportSheet: REPORT_SHEET,
  stamp: {
    unit: "勾稽 填报单位",
    year: "勾稽 报告年度",
    time: "勾稽 校验时间",
    rules: "勾稽 规则版本",
    verdict: "勾稽 校验结论",
    counts: "勾稽 问题数量",
    blanks: "勾稽 空白格",
    scope: "勾稽 校验范围",
    lastYear: "勾稽 上年比对",
    units: "勾稽 汇总单位",
    digest: "勾稽 数据摘要",
    notice: "勾稽 说明",
    noticeText:
      "校验戳只用于查明校验之后各表的数字、标题和核实说明有无改动，不核对工作表“校验结果”和打印件上的文字；不是电子签名，不能证明由谁校验。",
    describeScope,
  },
  fileName: ({ unit, year, verdict }) => [unit ?? "未注明单位", year ?? "未注明年度", IN_FILE_NAME[verdict]].join("-"),
};

/** 表三（2021 年版）表三!A2:J29；… As many as a property holds. */
function describeScope(tables: readonly SealedTable[]): string {
  const named = tables.map(
    ({ section, format, sheet, range }) =>
      `${SECTION_NAMES[section].sheet}（${format} 年版）${sheetReference(sheet)}!${range}`,
  );
  const whole = named.join("；");
  return whole.length <= LONGEST_SCOPE ? whole : `共 ${tables.length} 张表：${whole.slice(0, LONGEST_SCOPE)}……`;
}

/** Characters; a property holds 255. */
const LONGEST_SCOPE = 200;

const IN_FILE_NAME: Readonly<Record<Verdict, string>> = {
  pass: "校验通过",
  fail: "未通过",
  incomplete: "未完成",
};
