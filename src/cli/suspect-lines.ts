import { unclearIn } from "../repair/legible";
import type { Repair, Suspect } from "../repair/suspects";
import type { CommandTexts } from "../locales/command";
import type { Locale } from "../locales";
import type { Placement } from "../tables/filled";
import type { CellKey } from "../tables/table";

/** Ties that are shown one by one; who needs all of them takes the JSON. */
const MOST_TIES = 8;

function groupLines(group: readonly Suspect[], placement: Placement, locale: Locale, texts: CommandTexts): string[] {
  const ties = group.filter(({ rank }) => rank === 1).map((suspect) => locale.describeSuspect(suspect, placement));
  const [first] = ties;
  if (!first) return [];
  const others = group.length - ties.length;
  if (ties.length === 1) return [texts.suspect(first.sentence, group[0]!.certain, others)];
  return [
    texts.ties(
      ties.length,
      ties.every(({ cells }) => cells.length === 1),
    ),
    ...ties.slice(0, MOST_TIES).map(({ sentence }) => texts.tie(sentence)),
    ...(ties.length > MOST_TIES ? [texts.moreTies(ties.length - MOST_TIES)] : []),
    ...(others > 0 ? [texts.lessLikely(others)] : []),
  ];
}

/** The likeliest cells of each independent part of a table, ties as ties, what could not be located, and what was not suspected. */
export function suspectLines(
  { suspects, proof }: Repair,
  confirmed: readonly CellKey[],
  placement: Placement,
  locale: Locale,
  texts: CommandTexts,
): string[] {
  const unclear = unclearIn(suspects);
  // a published report has no addresses
  const nameOf = (key: CellKey) => {
    const { address, words } = locale.describePlace(key, placement);
    return address || words;
  };
  const groups = [...new Set(suspects.map(({ group }) => group))].filter((group) => !unclear?.groups.has(group));
  return [
    ...groups.flatMap((group) =>
      groupLines(
        suspects.filter((suspect) => suspect.group === group),
        placement,
        locale,
        texts,
      ),
    ),
    ...(unclear ? [texts.unclear(unclear.cells, unclear.unusable.map(nameOf))] : []),
    ...proof.unsolved.map(({ reason, atLeast }) =>
      reason === "tooMany" ? texts.tooMany(atLeast) : texts.contradiction(confirmed.length > 0),
    ),
    ...(confirmed.length > 0
      ? [texts.confirmed(confirmed.map((key) => locale.describePlace(key, placement).address))]
      : []),
  ];
}
