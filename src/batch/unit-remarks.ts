import type { Verdict } from "../rules/check";
import type { PrintedExplanation } from "../record/printed";
import type { SkippedRule, UndecidedYears } from "../rules/cross/cross-finding";
import { contradictsFile } from "./blank-count";
import type { FileError } from "./file-error";
import type { CutSheet } from "./sheet-grid";
import { unreadLines, type UnreadTexts } from "./unread-cells";
import type { UnitCheck } from "./units/compare-units";
import { matchSentence, type MatchTexts } from "./units/match-words";

/** What became of a unit's file. One that could not be read was not checked: its unit must send another. */
export type Outcome = Verdict | "unreadable";

export const outcomeOf = ({ result, verdict }: UnitCheck): Outcome => (result.error ? "unreadable" : verdict);

/** The words about what is no finding; a locale has them. */
export interface RemarkTexts extends UnreadTexts {
  batch: UnreadTexts["batch"] & { noTables: string; zeroInFile: string };
  years: MatchTexts & { skipped: (skipped: SkippedRule) => string; undecided: (check: UndecidedYears) => string };
  sheet: { report: { describeCut: (cut: CutSheet) => string } };
  record: { lost: (printed: readonly PrintedExplanation[]) => string };
  describeError: (code: string, details: FileError["details"]) => { what: string; next: string };
}

/** Why a file could not be checked, and what to do. */
export function errorSentence({ code, details }: FileError, { describeError }: RemarkTexts): string {
  const { what, next } = describeError(code, details);
  return what + next;
}

/** Why the years could not be compared, wholly or in part. That the format has changed is nobody's fault. */
function comparisonRemarks({ comparison }: UnitCheck, { years }: RemarkTexts): string[] {
  if (!comparison || comparison.match.kind === "absent") return [];
  const { match, check } = comparison;
  if (match.kind !== "found") return [matchSentence(comparison, years)];
  const skipped = (check?.skipped ?? []).filter(({ obstacle }) => obstacle !== "format");
  const undecided = check && check.undecided > 0 ? [years.undecided(check)] : [];
  return [...skipped.map((one) => years.skipped(one)), ...undecided];
}

/** Why a unit is not passed though nothing is found in it, in words: without them it would be incomplete for no reason. */
export function remarksOf(unit: UnitCheck, texts: RemarkTexts): string[] {
  const { error, tables, reports, cutSheets, blanks, lost, summary } = unit.result;
  if (error) return [errorSentence(error, texts)];
  return [
    ...(tables.length === 0 && reports.length === 0 ? [texts.batch.noTables] : []),
    ...(lost.length > 0 ? [texts.record.lost(lost)] : []),
    ...cutSheets.map((cut) => texts.sheet.report.describeCut(cut)),
    ...(contradictsFile(blanks, summary.blanks) ? [texts.batch.zeroInFile] : []),
    ...tables.flatMap((table) => unreadLines(table, texts)),
    ...comparisonRemarks(unit, texts),
  ];
}
