import { countSeverities, findingsOf } from "../../batch/unit-finding";
import type { UnitCheck } from "../../batch/units/compare-units";
import type { BatchLocale } from "../../locales/batch-locale";
import { countStandings } from "../../record/standing-counts";

/** How much was found in a unit, and how its warnings stand; empty when nothing was. */
export function countWords(unit: UnitCheck, { batch }: BatchLocale): string {
  const findings = findingsOf(unit);
  const standings = countStandings(findings.map(({ standing }) => standing));
  return batch.desk.counts(countSeverities(findings), standings, unit.result.summary.blanks);
}
