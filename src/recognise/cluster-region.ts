import { SECTIONS } from "../tables/formats";
import type { FormatId, SectionId } from "../tables/table";
import type { Cluster } from "./clusters";
import { coresOf, lexiconsOf, weightOf, type Lexicon } from "./lexicon";
import { labelsInRow, range, type Bounds, type Region } from "./region";
import type { SheetView } from "./sheet-view";

/** How far above the first row label a header may begin, and below the last one a damaged row may stand. */
const HEADER_REACH = 10;
export const TAIL_REACH = 3;
/** Columns before the first label that may hold outer labels. */
const LEFT_REACH = 3;

/** How far below its last label a table may go on: not below its last row, nor where another table begins. */
function lastTailRow(view: SheetView, cluster: Cluster, { table }: Lexicon): number {
  const { lastRow } = cluster;
  if (cluster.keys.has(table.rows.at(-1)!.key)) return lastRow;
  const others = coresOf(SECTIONS.filter((section) => section !== table.section));
  const isForeign = (row: number) =>
    range(cluster.firstColumn, cluster.lastColumn).some((column) => {
      const core = view.labelAt(row, column)?.wording.core;
      return core !== undefined && weightOf(core) !== "none" && others.has(core);
    });
  return (range(lastRow + 1, lastRow + TAIL_REACH).find(isForeign) ?? lastRow + TAIL_REACH + 1) - 1;
}

/** What else stands on the sheet. */
export interface Neighbours {
  clusters: readonly Cluster[];
  /** Headers of section 四. */
  blocks: readonly Bounds[];
}

/** Keeps a region apart from headers of section 四 beside it. */
function fence(region: Region, cluster: Cluster, blocks: readonly Bounds[]): void {
  for (const block of blocks) {
    // Of a header above, the row with the numbers still lies between.
    const isBeside = block.firstRow <= cluster.lastRow && block.lastRow + 1 >= cluster.firstRow;
    if (!isBeside) continue;
    if (block.firstColumn > cluster.lastColumn) region.right = Math.min(region.right, block.firstColumn - 1);
    if (block.lastColumn < cluster.firstColumn) region.left = Math.max(region.left, block.lastColumn + 1);
  }
}

/** The part of the sheet in which a cluster's table stands, apart from the tables beside, above and below it. */
export function regionOf(view: SheetView, cluster: Cluster, others: Neighbours, lexicon: Lexicon): Region {
  const region = {
    view,
    lexicon,
    top: Math.max(view.grid.area.row, cluster.firstRow - HEADER_REACH),
    bottom: Math.min(view.lastRow, lastTailRow(view, cluster, lexicon)),
    left: Math.max(view.grid.area.column, cluster.firstColumn - LEFT_REACH),
    right: view.lastColumn,
  };
  fence(region, cluster, others.blocks);
  for (const other of others.clusters) {
    if (other === cluster) continue;
    const isBeside = other.firstRow <= cluster.lastRow && other.lastRow >= cluster.firstRow;
    if (isBeside && other.firstColumn > cluster.lastColumn)
      region.right = Math.min(region.right, other.firstColumn - 1);
    if (isBeside && other.lastColumn < cluster.firstColumn) region.left = cluster.firstColumn;
    if (other.lastRow < cluster.firstRow) region.top = Math.max(region.top, partingRow(region, other, cluster) + 1);
    if (other.firstRow > cluster.lastRow) region.bottom = Math.min(region.bottom, partingRow(region, cluster, other));
  }
  return region;
}

/**
 * The last row of the upper of two tables. Below its last label a damaged one may follow, up to the first row that holds
 * neither figures nor anything like a label.
 */
function partingRow({ view, lexicon, left, right }: Region, upper: Cluster, lower: Cluster): number {
  if (upper.keys.has(lexicon.table.rows.at(-1)!.key)) return upper.lastRow;
  const end = Math.min(upper.lastRow + TAIL_REACH, lower.firstRow - 1);
  const isEmpty = (row: number) =>
    range(left, right).every((column) => {
      const label = view.labelAt(row, column);
      if (!label) return view.stateAt(row, column) !== "figure";
      const words = [lexicon.rows, lexicon.rowGroups, lexicon.columns, lexicon.headings];
      return words.every((one) => one.find(label.wording) === null && one.findNear(label.wording) === null);
    });
  const parting = range(upper.lastRow + 1, end).find(isEmpty);
  // Without one, section 三 needs the rows for its header; in section 二 a table begins with its own bar.
  return parting ?? (lexicon.table.section === "section3" ? upper.lastRow : lower.firstRow - 1);
}

/**
 * The format whose labels the region holds most of; of two that it holds as many of, the one that lacks fewer; then `fallback`.
 */
export function chooseLexicon(
  view: SheetView,
  cluster: Cluster,
  others: Neighbours,
  section: SectionId,
  fallback: FormatId,
): Lexicon {
  const known = coresOf([section]);
  const scored = lexiconsOf(section).map((lexicon) => {
    const region = regionOf(view, cluster, others, lexicon);
    const { rows, rowGroups, columns } = lexicon;
    const held = new Set<string>();
    for (const { column, wording } of range(region.top, region.bottom).flatMap((row) => labelsInRow(region, row))) {
      const isLabel = column <= cluster.lastColumn;
      for (const words of isLabel ? [rows, rowGroups] : [columns]) {
        const match = words.find(wording) ?? (known.has(wording.core) ? null : words.findNear(wording));
        // 其他 is a label of a row in one format only.
        if (match && "entry" in match && (isLabel || weightOf(match.entry.wording.core) !== "none"))
          held.add(match.entry.official);
      }
    }
    const official = [rows, rowGroups, columns].flatMap((words) => words.entries);
    return { lexicon, held: held.size, lacking: official.length - held.size };
  });
  scored.sort((a, b) => b.held - a.held || a.lacking - b.lacking);
  const [best] = scored;
  const tied = scored.filter(({ held, lacking }) => held === best!.held && lacking === best!.lacking);
  return (tied.find(({ lexicon }) => lexicon.table.format === fallback) ?? best!).lexicon;
}
