import type { SectionId } from "../tables/table";
import type { Partings } from "./clusters";
import { lexiconsOf, weightOf, type Lexicon } from "./lexicon";
import type { Scan } from "./scan";
import type { TextCell } from "./sheet-view";

/** Strong labels of other sections that make up a table between two rows. */
const FEWEST_OF_OTHER = 3;
/** Labels in one row that make up a header of section 三. */
const FEWEST_OF_HEADER = 2;

/** The label of a header that a text is, or is probably meant for; those that other tables have as well do not count. */
function headerLabelOf({ columns, headings }: Lexicon, { wording }: TextCell): string | null {
  for (const words of [columns, headings]) {
    const match = words.find(wording) ?? words.findNear(wording);
    if (match && "entry" in match && weightOf(match.entry.wording.core) !== "none") return match.entry.official;
  }
  return null;
}

/** The rows with labels of a header: in section 三 several of them, however damaged; in section 二 the bar of the first group. */
function findHeaders(section: SectionId, { labels, near }: Scan): number[] {
  const [first] = lexiconsOf(section);
  if (section === "section2") {
    const bar = first!.rowGroups.entries[0]!.wording.core;
    return labels.filter(({ wording }) => wording.core === bar).map(({ row }) => row);
  }
  const rows = new Map<number, Set<string>>();
  for (const cell of [...labels, ...near()]) {
    const label = headerLabelOf(first!, cell);
    if (label !== null) rows.set(cell.row, (rows.get(cell.row) ?? new Set()).add(label));
  }
  return [...rows].filter(([, names]) => names.size >= FEWEST_OF_HEADER).map(([row]) => row);
}

/** How many of some rows, which are in ascending order, are not beyond one. */
function countUpTo(rows: readonly number[], last: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! <= last) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What parts the tables of a section from each other. `hasTitle` tells of titles of other reports. */
export function partingsOf(section: SectionId, scan: Scan, hasTitle: Partings["hasOther"]): Partings {
  const own = lexiconsOf(section).flatMap(({ rows, rowGroups, columns }) => [rows, rowGroups, columns]);
  const isOwn = ({ wording }: TextCell) => own.some((words) => words.find(wording) !== null);
  const others = scan.labels.filter((cell) => weightOf(cell.wording.core) === "strong" && !isOwn(cell));
  const otherRows = others.map(({ row }) => row);
  const headers = findHeaders(section, scan).sort((a, b) => a - b);
  return {
    hasOther: (above, below) =>
      hasTitle(above, below) || countUpTo(otherRows, below) - countUpTo(otherRows, above) >= FEWEST_OF_OTHER,
    hasHeader: (above, below) => countUpTo(headers, below) > countUpTo(headers, above),
  };
}
