import { compareYears } from "../../rules/cross/compare-years";
import { CROSS_RULES } from "../../rules/cross/cross-catalogue";
import type { CrossCheck, CrossFinding } from "../../rules/cross/cross-finding";
import type { CheckOptions, Verdict } from "../../rules/check";
import { filledTables, type FileResult, type TableResult } from "../file-result";
import type { PreviousReports, UnitMatch } from "./match-units";
import { repairWithLastYear } from "./repair-with-last-year";

/** A unit's report beside that of the year before. */
export interface Comparison {
  match: UnitMatch<FileResult>;
  /** Null when no report of the year before is certain to be the unit's. */
  check: CrossCheck | null;
}

/** Compares two results that have their figures. */
export function compareResults(current: FileResult, previous: FileResult, options: CheckOptions): CrossCheck {
  return compareYears({ current: filledTables(current), previous: filledTables(previous) }, options);
}

/** Finds the unit's report of the year before and compares; null for a file without tables. */
export function compareWithPrevious(
  current: FileResult,
  previous: PreviousReports<FileResult>,
  options: CheckOptions,
): Comparison | null {
  if (current.tables.length === 0) return null;
  const match = previous.match(current);
  return { match, check: match.kind === "found" ? compareResults(current, match.report, options) : null };
}

/** The table of this year that a finding between years stands in. */
export function tableOfFinding({ rule }: CrossFinding, tables: readonly TableResult[]): TableResult {
  const { section } = CROSS_RULES[rule];
  const table = tables.find((one) => one.section === section);
  if (!table) throw new RangeError(`no ${section} among the tables of a finding of ${rule}`);
  return table;
}

/** Whether everything that can be compared was, and agrees. That the format has changed between the years is nobody's fault. */
function isSettled({ check }: Comparison): boolean {
  if (!check) return false;
  const isHindered = check.skipped.some(({ obstacle }) => obstacle !== "format");
  return check.findings.length === 0 && check.undecided === 0 && !isHindered;
}

/** The verdict on a file with what comparing the years came to: what could not be compared, or does not agree, is not passed. */
function verdictWith({ verdict }: FileResult, comparison: Comparison | null): Verdict {
  return verdict === "pass" && comparison && !isSettled(comparison) ? "incomplete" : verdict;
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
  return judgeUnit(result, previous && compareWithPrevious(result, previous, options), options);
}
