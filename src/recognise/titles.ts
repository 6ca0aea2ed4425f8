import type { CellPosition } from "../tables/filled";
import { Memory } from "./memory";
import { readTitle, type Title } from "./year";

/** A cell that names the unit or the year of the tables under it. */
export interface TitleCell extends CellPosition {
  title: Title;
}

/** Notes and headings that come again in each file. */
const known = new Memory<string, Title>(1_000);
const LONGEST_KNOWN = 120;

const titleOf = (text: string): Title =>
  text.length > LONGEST_KNOWN ? readTitle(text) : known.recall(text, () => readTitle(text));

/** The titles among texts, in reading order. */
export function findTitles(texts: readonly (CellPosition & { text: string })[]): TitleCell[] {
  return texts.flatMap(({ row, column, text }) => {
    const title = titleOf(text);
    return title.unit === undefined && title.year === undefined ? [] : [{ row, column, title }];
  });
}

/** What the nearest titles at or above a cell say; each of unit and year from the nearest that says it. */
export function findTitle(titles: readonly TitleCell[], row: number, column: number): Title {
  const above = titles
    .filter((title) => title.row <= row)
    .sort((a, b) => b.row - a.row || Math.abs(a.column - column) - Math.abs(b.column - column));
  const unit = above.find(({ title }) => title.unit !== undefined)?.title.unit;
  const year = above.find(({ title }) => title.year !== undefined)?.title.year;
  return { ...(unit === undefined ? {} : { unit }), ...(year === undefined ? {} : { year }) };
}

/** Tells whether the title of another report stands between two rows. */
export function makeBreaks(titles: readonly TitleCell[]): (first: number, last: number) => boolean {
  const whole = titles.filter(({ title }) => title.unit !== undefined && title.year !== undefined);
  const breaks = whole.filter(({ title }, index) => {
    const before = whole[index - 1]?.title;
    return before !== undefined && (before.unit !== title.unit || before.year !== title.year);
  });
  return (first, last) => breaks.some(({ row }) => row > first && row <= last);
}
