import { matchSentence } from "../../batch/units/match-words";
import type { AppState } from "../state";
import type { ReportTexts } from "../texts";

/** With which report of last year a workbook was compared, and what could not be: an export and its report sheet say it. */
export function describeYears(comparison: AppState["comparison"], { noLastYear, years }: ReportTexts): string {
  if (!comparison) return noLastYear;
  const { check } = comparison;
  return [
    matchSentence(comparison, years),
    ...(check?.skipped ?? []).map((skipped) => years.skipped(skipped)),
    ...(check && check.undecided > 0 ? [years.undecided(check)] : []),
  ].join("");
}
