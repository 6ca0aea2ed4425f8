import { ExplanationBook, type Standing } from "../../record/explanation-book";
import { subjectOf } from "../../record/subject";
import { compareYears } from "../../rules/cross/compare-years";
import type { CrossCheck } from "../../rules/cross/cross-finding";
import { tableOfFinding } from "../../rules/cross/table-of-finding";
import type { CheckOptions, Verdict } from "../../rules/check";
import type { FilledTable } from "../../tables/filled";
import { filledTables, type FileResult, type TableResult } from "../file-result";
import type { Absent, NamedReport, PreviousReports, UnitMatch } from "./match-units";
import { repairWithLastYear } from "./repair-with-last-year";

/** A report of this year, as far as comparing needs it. */
export interface ComparedReport extends NamedReport {
  filled: readonly FilledTable[];
  explanations: ExplanationBook;
}

/** A unit's report beside that of the year before. */
export interface Comparison {
  match: UnitMatch<FileResult> | Absent;
  /** Null when no report of the year before is certain to be the unit's. */
  check: CrossCheck | null;
  /** How its findings stand, in their order. */
  standings: readonly Standing[];
  /** How many of them nobody has explained. */
  unexplained: number;
  /** Of comparing alone: what could not be compared, or does not agree and is not explained, is no pass. */
  verdict: Verdict;
}

/** The explanations that stand for what was found, as they stand for warnings of one report. */
function standingsOf({ findings }: CrossCheck, { filled, explanations }: ComparedReport): Standing[] {
  return findings.map((finding) => {
    const own = tableOfFinding(finding, filled, ({ placement }) => placement.table.section);
    return explanations.standing(subjectOf(finding, own));
  });
}

/** Whether everything could be compared. That the format has changed between the years is nobody's fault. */
const isWhole = ({ undecided, skipped }: CrossCheck): boolean =>
  undecided === 0 && skipped.every(({ obstacle }) => obstacle === "format");

/**
 * Compares a report with that of the year before, where one was found.
 * @param tablesOf gives last year's tables
 */
export function compareReports(
  report: ComparedReport,
  match: Comparison["match"],
  options: CheckOptions,
  tablesOf: (result: FileResult) => readonly FilledTable[] = filledTables,
): Comparison {
  if (match.kind !== "found") {
    return {
      match,
      check: null,
      standings: [],
      unexplained: 0,
      verdict: match.kind === "absent" ? "pass" : "incomplete",
    };
  }
  const check = compareYears({ current: report.filled, previous: tablesOf(match.report) }, options);
  const standings = standingsOf(check, report);
  const unexplained = standings.filter(({ state }) => state !== "explained").length;
  return { match, check, standings, unexplained, verdict: isWhole(check) && unexplained === 0 ? "pass" : "incomplete" };
}

/** A result that has its figures, to be compared. */
function comparedReport(result: FileResult): ComparedReport {
  const { file, unit, year, betweenYears } = result;
  return { file, unit, year, filled: filledTables(result), explanations: new ExplanationBook(betweenYears) };
}

/** Compares a file with the report of the year before; null for a file without tables. */
export function compareWithLastYear(
  current: FileResult,
  match: Comparison["match"],
  options: CheckOptions,
): Comparison | null {
  return current.tables.length === 0 ? null : compareReports(comparedReport(current), match, options);
}

/** The verdict on a file with what comparing the years came to. */
function verdictWith({ verdict }: FileResult, comparison: Comparison | null): Verdict {
  return verdict === "pass" ? (comparison?.verdict ?? verdict) : verdict;
}

/** A checked file, beside its unit's report of the year before where one was asked for. */
export interface UnitCheck {
  result: FileResult;
  comparison: Comparison | null;
  verdict: Verdict;
  /** The tables of the result; where last year's report is known, what is wrong in them is worked out with it. */
  tables: readonly TableResult[];
}

export function judgeUnit(result: FileResult, comparison: Comparison | null, options: CheckOptions): UnitCheck {
  const verdict = verdictWith(result, comparison);
  const { match, check } = comparison ?? {};
  if (match?.kind !== "found" || !check) return { result, comparison, verdict, tables: result.tables };
  return { result, comparison, verdict, tables: repairWithLastYear(result, match.report, check, options) };
}

/** @param previous last year's reports; null where nothing is to be compared */
export function makeUnitCheck(
  result: FileResult,
  previous: PreviousReports<FileResult> | null,
  options: CheckOptions,
): UnitCheck {
  return judgeUnit(result, previous && compareWithLastYear(result, previous.match(result), options), options);
}
