import { unclearIn } from "../repair/legible";
import type { Suspect } from "../repair/suspects";
import type { Placement } from "../tables/filled";
import { placementOf } from "./file-result";
import type { UnitCheck } from "./units/compare-units";

/** Of more answers that are equally likely a person reads none. */
const MOST_TIES = 6;

/** The words about suspects; a locale has them. */
export interface SuspectTexts {
  describeSuspect: (
    suspect: Suspect,
    placement: Placement,
  ) => { change: string; reasons: readonly string[]; sentence: string };
}

/** One answer to what is wrong in a part of a table. */
export interface SuspectLine {
  sheet: string;
  /** Answers that are as likely as this one, itself included: one of them is right. */
  ties: number;
  isCertain: boolean;
  /** J28 64 → 55 */
  change: string;
  reasons: readonly string[];
  /** The change with its reasons. */
  sentence: string;
}

/** What is probably wrong in a unit's tables: the likeliest answer to each independent part, ties as ties. */
export function suspectLines({ tables }: UnitCheck, texts: SuspectTexts): SuspectLine[] {
  return tables.flatMap((table) => {
    const suspects = table.repair?.suspects ?? [];
    const unclear = unclearIn(suspects);
    const placement = placementOf(table);
    return [...new Set(suspects.map(({ group }) => group))].flatMap((group) => {
      const likeliest = suspects.filter((one) => one.group === group && one.rank === 1);
      if (likeliest.length > MOST_TIES || unclear?.groups.has(group)) return [];
      return likeliest.map((suspect): SuspectLine => ({
        sheet: table.sheet,
        ties: likeliest.length,
        isCertain: suspect.certain,
        ...texts.describeSuspect(suspect, placement),
      }));
    });
  });
}
