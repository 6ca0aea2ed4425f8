import { SECTIONS } from "../tables/formats";
import type { SectionId } from "../tables/table";
import type { Cluster, Partings } from "./clusters";
import { coresOf, lexiconsOf, weightOf } from "./lexicon";
import type { SheetView, TextCell } from "./sheet-view";

/** Rows below the last label to the letter in which damaged ones are looked for: those of a repeated header, and a few more. */
const REACH = 8;

interface Told {
  key: string;
  order: number;
}

/** The row that a text names, to the letter or nearly. 总计 and 其他 name one only with their number in front. */
function rowNamed(section: SectionId, { wording }: TextCell): Told | null {
  for (const { rows, orderOf } of lexiconsOf(section)) {
    const match = rows.find(wording) ?? rows.findNear(wording);
    if (!match || !("entry" in match)) continue;
    const { official, value, wording: meant } = match.entry;
    if (weightOf(meant.core) === "none" && wording.ordinal !== meant.ordinal) continue;
    return { key: value, order: orderOf.get(official)! };
  }
  return null;
}

/**
 * Lets a cluster reach down to damaged labels of rows that follow its own in order, so that its last rows are not taken for the
 * first of the table below. It ends where a label goes back in order, or anything else begins.
 */
export function extendTail(
  view: SheetView,
  cluster: Cluster,
  others: readonly Cluster[],
  section: SectionId,
  partings: Partings,
): void {
  const foreign = coresOf(SECTIONS.filter((one) => one !== section));
  const { firstColumn, lastColumn, lastRow } = cluster;
  const below = others.filter((other) => other !== cluster && other.firstRow > lastRow).map(({ firstRow }) => firstRow);
  const end = Math.min(view.lastRow, lastRow + REACH, ...below.map((row) => row - 1));
  for (let row = lastRow + 1; row <= end && !partings.hasOther(lastRow, row); row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const cell = view.labelAt(row, column);
      if (!cell) continue;
      const { core } = cell.wording;
      const told = rowNamed(section, cell);
      if (!told && weightOf(core) !== "none" && foreign.has(core)) return;
      if (!told) continue;
      if (told.order <= cluster.order || cluster.keys.has(told.key)) return;
      cluster.keys.add(told.key);
      cluster.order = told.order;
      cluster.lastRow = row;
    }
  }
}
