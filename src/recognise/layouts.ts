import type { CellContent } from "../tables/filled";
import { Memory } from "./memory";
import type { Reading } from "./reading";
import type { Scan } from "./scan";
import type { SheetView } from "./sheet-view";

/** No sheet of official tables alone has more cells; what is larger is read each time. */
const MOST_CELLS = 5_000;
const LONGEST = 50_000;
const MOST_LAYOUTS = 24;

const LAYOUTS = new Memory<string, readonly Reading[]>(MOST_LAYOUTS);

/** Labels by their text, numbers only by being there. */
function signOf(content: CellContent): string {
  if (content.type === "text") return `"${content.text}"`;
  return content.type === "blank" ? "" : content.type;
}

/**
 * One text that is equal for sheets whose tables stand at the same places: everything that reading them hangs on, which is all
 * texts but the titles over the first label, and what is filled. Null when a sheet is too large, or has titles between its labels.
 */
function imprintOf(view: SheetView, { labels, titles }: Scan, year: number | undefined): string | null {
  const { row: top, column: left, rowCount, columnCount } = view.grid.area;
  const first = labels[0]!.row;
  if (rowCount * columnCount > MOST_CELLS || titles.some(({ row }) => row >= first)) return null;
  const titled = new Map(titles.map(({ row, column, title }) => [`${row},${column}`, `title ${title.year}`]));
  let imprint = [year, top, left, columnCount].join();
  for (let row = top; row <= view.lastRow; row++) {
    for (let column = left; column <= view.lastColumn; column++) {
      const title = row < first ? titled.get(`${row},${column}`) : undefined;
      imprint += `\n${title ?? signOf(view.contentAt(row, column))}`;
    }
  }
  return imprint.length > LONGEST ? null : imprint;
}

/**
 * How the tables of a sheet are read. Files of one batch are mostly made from one template: a layout that was read before, and
 * left no doubt, is not read again. `year` is that of the sheet's name.
 */
export function recallReadings(
  view: SheetView,
  scan: Scan,
  year: number | undefined,
  read: () => readonly Reading[],
): readonly Reading[] {
  const imprint = imprintOf(view, scan, year);
  const known = imprint === null ? undefined : LAYOUTS.get(imprint);
  if (known) return known;
  const readings = read();
  // doubts quote what stands in the sheet, numbers and titles among it
  if (imprint !== null && readings.every(({ doubts }) => doubts.length === 0)) LAYOUTS.keep(imprint, readings);
  return readings;
}
