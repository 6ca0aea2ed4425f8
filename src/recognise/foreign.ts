import type { LabelDoubt } from "../tables/filled";
import { lexiconsOf, weightOf, type Lexicon } from "./lexicon";
import { readWording } from "./wording";

const wordsOf = ({ rows, rowGroups, columns, headings }: Lexicon) => [rows, rowGroups, columns, headings];

/** Tells of labels that were not understood whether the other format has them, to the letter: then the table mixes both. */
export function markForeign(doubts: readonly LabelDoubt[], lexicon: Lexicon): LabelDoubt[] {
  const others = lexiconsOf(lexicon.table.section).filter((other) => other !== lexicon);
  const isForeign = (found: string) => {
    const wording = readWording(found);
    if (weightOf(wording.core) === "none") return false;
    return others.some((other) => wordsOf(other).some((words) => words.has(wording.core)));
  };
  return doubts.map((doubt) =>
    doubt.fault === "unknown" && doubt.found !== undefined && isForeign(doubt.found)
      ? { ...doubt, fault: "foreign" }
      : doubt,
  );
}
