import type { CellConcern } from "../tables/concern";
import type { CellKey, Table } from "../tables/table";
import type { UnreadCell } from "./check-file";
import { placementOf, type TableResult } from "./file-result";

/** The words about cells of a published report that nothing was read of; a locale has them. */
export interface UnreadTexts {
  batch: {
    /** What is printed, and the readings. */
    describeConcern: (concern: CellConcern) => string;
    /** The same of cells of which the same is to be said, or that stand in a row that runs together, and where they are. */
    unread: (sheet: string, cells: readonly UnreadCell[], table: Table) => string;
  };
}

/** Cells of a table that the same is to be said of. */
export interface UnreadGroup {
  keys: readonly CellKey[];
  concern: CellConcern;
  sentence: string;
}

/** Cells by what is the same of them. */
function group({ unread }: TableResult, nameOf: (concern: CellConcern) => string): UnreadCell[][] {
  const groups = new Map<string, UnreadCell[]>();
  for (const cell of unread) {
    const name = nameOf(cell.concern);
    groups.set(name, [...(groups.get(name) ?? []), cell]);
  }
  return [...groups.values()];
}

const say = (cells: readonly UnreadCell[], table: TableResult, { batch }: UnreadTexts): string =>
  batch.unread(table.sheet, cells, placementOf(table).table);

/** What was printed where nothing could be read for certain, and how it may be read: without it a report is incomplete for no reason. */
export function unreadGroups(table: TableResult, texts: UnreadTexts): UnreadGroup[] {
  return group(table, texts.batch.describeConcern).map((cells) => ({
    keys: cells.map(({ key }) => key),
    concern: cells[0]!.concern,
    sentence: say(cells, table, texts),
  }));
}

/** The same for a person to read: one sentence for a row that runs together, with all of its cells. */
export function unreadLines(table: TableResult, texts: UnreadTexts): string[] {
  const nameOf = (concern: CellConcern) =>
    concern.code === "asked" ? `asked ${concern.question}` : texts.batch.describeConcern(concern);
  return group(table, nameOf).map((cells) => say(cells, table, texts));
}
