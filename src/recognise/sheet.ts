import type { CellPosition, FilledTable } from "../tables/filled";
import { FIRST_YEAR, formatOf } from "../tables/formats";
import type { Grid } from "../tables/grid";
import type { FormatId } from "../tables/table";
import { findBlocks, findFences } from "./blocks";
import { chooseLexicon, regionOf } from "./cluster-region";
import { clusterRows } from "./clusters";
import { fillTable } from "./fill-table";
import { recallReadings } from "./layouts";
import { lexiconOf } from "./lexicon";
import { partingsOf } from "./partings";
import { isTable, type Reading } from "./reading";
import type { Bounds } from "./region";
import { readRowTable } from "./row-table";
import { scan, type Scan } from "./scan";
import { readSection4 } from "./section4";
import { SheetView } from "./sheet-view";
import { extendTail } from "./tails";
import { findTitle, makeBreaks } from "./titles";
import { readName, type Title } from "./year";

const NEWEST: FormatId = "2021";

const formatFor = (year: number | undefined): FormatId | undefined =>
  year !== undefined && year >= FIRST_YEAR ? formatOf(year) : undefined;

function boundsOf(positions: readonly CellPosition[]): Bounds {
  const rows = positions.map(({ row }) => row);
  const columns = positions.map(({ column }) => column);
  return {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  };
}

/** Reads the tables that the labels of a sheet make up; `titleAt` gives the unit and year in force at a cell. */
function readTables(
  view: SheetView,
  scanned: Scan,
  titleAt: (row: number, column: number) => Title,
): readonly Reading[] {
  const { labels, titles } = scanned;
  const hasTitle = makeBreaks(titles);
  const found: Reading[] = [];
  const clusters = (["section2", "section3"] as const).flatMap((section) => {
    const partings = partingsOf(section, scanned, hasTitle);
    return clusterRows(labels, section, partings).map((cluster) => ({ section, partings, cluster }));
  });
  const all = clusters.map(({ cluster }) => cluster);
  for (const { section, partings, cluster } of clusters) extendTail(view, cluster, all, section, partings);
  const fourth = lexiconOf(NEWEST, "section4");
  const neighbours = { clusters: all, blocks: findFences(view, labels, fourth) };
  for (const { section, cluster } of clusters) {
    const { year } = titleAt(cluster.firstRow, cluster.firstColumn);
    const lexicon = chooseLexicon(view, cluster, neighbours, section, formatFor(year) ?? NEWEST);
    const reading = readRowTable(regionOf(view, cluster, neighbours, lexicon), cluster);
    if (isTable(reading)) found.push(reading);
  }

  const placeOf = ({ row, column }: CellPosition) => `${row},${column}`;
  const taken = new Set(found.flatMap((reading) => reading.labels.map(placeOf)));
  const free = labels.filter((cell) => !taken.has(placeOf(cell)));
  const neighbour = found[0]?.lexicon.table.format;
  const tables = found.map(({ labels: cells, positions }) => boundsOf([...cells, ...Object.values(positions)]));
  const blocks = findBlocks(view, free, fourth);
  for (const block of blocks) {
    const { year } = titleAt(block.firstRow, block.firstColumn);
    const lexicon = lexiconOf(formatFor(year) ?? neighbour ?? NEWEST, "section4");
    const reading = readSection4(view, lexicon, block, [...tables, ...blocks.filter((other) => other !== block)]);
    if (isTable(reading)) found.push(reading);
  }
  return found;
}

/**
 * Finds every official table on a sheet by its labels, wherever it stands and however its labels are written. What does
 * not fit is told in the doubts of the table; a number that cannot be told for certain has no place and no content.
 * In reading order.
 */
export function recogniseSheet(grid: Grid): FilledTable[] {
  const view = new SheetView(grid);
  const scanned = scan(view);
  if (scanned.labels.length === 0) return [];
  const name = readName(grid.sheet);
  const titleAt = (row: number, column: number) => ({ ...name, ...findTitle(scanned.titles, row, column) });
  return recallReadings(view, scanned, name.year, () => readTables(view, scanned, titleAt))
    .map((reading) => fillTable(view, reading, titleAt))
    .sort((a, b) => a.placement.area.row - b.placement.area.row || a.placement.area.column - b.placement.area.column);
}
