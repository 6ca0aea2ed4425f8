import { weightOf } from "./lexicon";
import { labelsInRow, range, type Region } from "./region";

/** Sheet rows that make up one header. */
export interface HeaderRows {
  first: number;
  last: number;
}

/** Rows that may be put between the rows of one header. */
const WIDEST_GAP = 2;

/** Finds the rows that hold labels of columns and none of rows. `taken` are the sheet rows that do. */
export function findHeaderRows(region: Region, taken: ReadonlySet<number>, lastLabelColumn: number): HeaderRows[] {
  const { lexicon, top, bottom } = region;
  // The groups of section 二 have a header row each; only that of section 三 has several rows.
  const gap = lexicon.table.section === "section3" ? WIDEST_GAP : 0;
  const namesIn = (row: number) => {
    const names = new Set<string>();
    for (const { wording } of labelsInRow(region, row)) {
      const match = lexicon.columns.find(wording) ?? lexicon.headings.find(wording);
      if (match && weightOf(match.entry.wording.core) !== "none") names.add(match.entry.official);
    }
    return names;
  };
  const blocks: (HeaderRows & { names: Set<string>; lastNames: Set<string> })[] = [];
  for (let row = top; row <= bottom; row++) {
    const names = taken.has(row) ? new Set<string>() : namesIn(row);
    if (names.size === 0) continue;
    const block = blocks.at(-1);
    const isNext =
      block !== undefined &&
      row - block.last <= gap + 1 &&
      !range(block.last + 1, row - 1).some((between) => taken.has(between)) &&
      // A label that comes again, but not in the row below: here the header begins once more.
      ![...names].some((name) => block.names.has(name) && !block.lastNames.has(name));
    if (!isNext) blocks.push({ first: row, last: row, names, lastNames: names });
    else Object.assign(block, { last: row, names: new Set([...block.names, ...names]), lastNames: names });
  }
  if (gap === 0) return blocks;
  // 总计 and 其他 say little alone; beside a header they are part of it.
  const joins = (row: number) =>
    !taken.has(row) &&
    !blocks.some(({ first, last }) => row >= first && row <= last) &&
    row >= top &&
    row <= bottom &&
    labelsInRow(region, row).some(
      ({ column, wording }) => column > lastLabelColumn && lexicon.columns.has(wording.core),
    );
  return blocks.map(({ first, last }) => ({
    first: joins(first - 1) ? first - 1 : first,
    last: joins(last + 1) ? last + 1 : last,
  }));
}
