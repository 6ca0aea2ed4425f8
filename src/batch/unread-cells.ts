import type { CellConcern } from "../tables/concern";
import type { Placement } from "../tables/filled";
import type { CellKey } from "../tables/table";
import type { UnreadCell } from "./check-file";
import { placementOf, type TableResult } from "./file-result";

/** The words about cells of a published report that nothing was read of; a locale has them. */
export interface UnreadTexts {
  batch: {
    /** What is printed, and the readings. */
    describeConcern: (concern: CellConcern) => string;
    unread: (sheet: string, places: readonly string[], sentence: string) => string;
  };
  describePlace: (key: CellKey, placement: Placement) => { words: string };
}

/** Cells of a table that the same is to be said of. */
export interface UnreadGroup {
  keys: readonly CellKey[];
  concern: CellConcern;
  sentence: string;
}

/** What was printed where nothing could be read for certain, and how it may be read: without it a report is incomplete for no reason. */
export function unreadGroups(table: TableResult, texts: UnreadTexts): UnreadGroup[] {
  const { describeConcern, unread } = texts.batch;
  const groups = new Map<string, UnreadCell[]>();
  for (const cell of table.unread) {
    const sentence = describeConcern(cell.concern);
    groups.set(sentence, [...(groups.get(sentence) ?? []), cell]);
  }
  const placement = placementOf(table);
  return [...groups].map(([sentence, cells]) => {
    const keys = cells.map(({ key }) => key);
    const places = keys.map((key) => texts.describePlace(key, placement).words);
    return { keys, concern: cells[0]!.concern, sentence: unread(table.sheet, places, sentence) };
  });
}
