import type { FilledTable } from "../tables/filled";
import { FIRST_YEAR, formatOf } from "../tables/formats";
import type { Grid } from "../tables/grid";
import type { FormatId, SectionId } from "../tables/table";
import { clusterRows, type Cluster, type Partings } from "./clusters";
import { fillTable } from "./fill-table";
import { coresOf, lexiconOf, weightOf } from "./lexicon";
import { isTable, type Reading } from "./reading";
import { chooseLexicon, readRowTable, regionOf } from "./row-table";
import { scan } from "./scan";
import { findBlocks, readSection4 } from "./section4";
import { SheetView, type TextCell } from "./sheet-view";
import { findTitle, makeBreaks } from "./titles";
import { readName } from "./year";

const NEWEST: FormatId = "2021";

/** Strong labels of other sections that make up a table between two rows. */
const FEWEST_OF_OTHER = 3;

/** What parts the tables of a section from each other. */
function partingsOf(section: SectionId, labels: readonly TextCell[], hasTitle: Partings["hasOther"]): Partings {
  const { columns, rowGroups } = lexiconOf(NEWEST, section);
  const own = coresOf([section]);
  const others = labels.filter(({ wording: { core } }) => weightOf(core) === "strong" && !own.has(core));
  // In section 二 each group has a header of its own; there a table begins with the bar of the first.
  const first = rowGroups.entries[0]!.wording.core;
  const rows = new Map<number, number>();
  for (const { row, wording } of labels) {
    const isPart =
      section === "section2" ? wording.core === first : columns.has(wording.core) && weightOf(wording.core) !== "none";
    if (isPart) rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  const least = section === "section2" ? 1 : 2;
  const headers = [...rows].filter(([, count]) => count >= least).map(([row]) => row);
  const isWithin = (row: number, above: number, below: number) => row > above && row <= below;
  return {
    hasOther: (above, below) =>
      hasTitle(above, below) || others.filter(({ row }) => isWithin(row, above, below)).length >= FEWEST_OF_OTHER,
    hasHeader: (above, below) => headers.some((row) => isWithin(row, above, below)),
  };
}

const formatFor = (year: number | undefined): FormatId | undefined =>
  year !== undefined && year >= FIRST_YEAR ? formatOf(year) : undefined;

/**
 * Finds every official table on a sheet by its labels, wherever it stands and however its labels are written. What does
 * not fit is told in the doubts of the table; a number that cannot be told for certain has no place and no content.
 * In reading order.
 */
export function recogniseSheet(grid: Grid): FilledTable[] {
  const view = new SheetView(grid);
  const { labels, titles } = scan(view);
  if (labels.length === 0) return [];
  const name = readName(grid.sheet);
  const titleAt = (row: number, column: number) => ({ ...name, ...findTitle(titles, row, column) });
  const hasTitle = makeBreaks(titles);

  const found: { reading: Reading; cluster?: Cluster }[] = [];
  const clusters = (["section2", "section3"] as const).flatMap((section) =>
    clusterRows(labels, section, partingsOf(section, labels, hasTitle)).map((cluster) => ({ section, cluster })),
  );
  const all = clusters.map(({ cluster }) => cluster);
  for (const { section, cluster } of clusters) {
    const { year } = titleAt(cluster.firstRow, cluster.firstColumn);
    const lexicon = chooseLexicon(view, cluster, all, section, formatFor(year) ?? NEWEST);
    const reading = readRowTable(regionOf(view, cluster, all, lexicon), cluster);
    if (isTable(reading)) found.push({ reading, cluster });
  }

  const isTaken = (cell: TextCell) =>
    found.some(({ reading }) => reading.labels.some(({ row, column }) => row === cell.row && column === cell.column));
  const free = labels.filter((cell) => !isTaken(cell));
  const neighbour = found[0]?.reading.lexicon.table.format;
  for (const block of findBlocks(view, free, lexiconOf(NEWEST, "section4"))) {
    const { year } = titleAt(block.firstRow, block.firstColumn);
    const lexicon = lexiconOf(formatFor(year) ?? neighbour ?? NEWEST, "section4");
    const reading = readSection4(view, lexicon, block);
    if (isTable(reading)) found.push({ reading });
  }
  return found
    .map(({ reading }) => fillTable(view, reading, titleAt))
    .sort((a, b) => a.placement.area.row - b.placement.area.row || a.placement.area.column - b.placement.area.column);
}
