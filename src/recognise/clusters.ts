import type { SectionId } from "../tables/table";
import { lexiconsOf, weightOf } from "./lexicon";
import type { TextCell } from "./sheet-view";

/** A cell whose text is, to the letter, the label of a row or of a group of rows. */
export interface Hit extends TextCell {
  /** The row key, or the group's label. */
  key: string;
  isRow: boolean;
  /** Whether it says which part of the table was seen: in section 三 a group's label may be repeated in each of its rows. */
  isTelling: boolean;
  /** The place among the official labels, from top to bottom. */
  order: number;
}

/** Hits that belong to one table. */
export interface Cluster {
  hits: Hit[];
  /** Row keys and group labels seen. */
  keys: Set<string>;
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
  /** `order` of the last row label. */
  order: number;
  telling: Telling;
}

/** What the telling labels of a cluster are together; kept as they come, as a sheet may have thousands. */
interface Telling {
  keys: Set<string>;
  first: Pick<Hit, "row" | "order">;
  last: Pick<Hit, "row" | "order">;
  lowest: number;
  highest: number;
}

/** Rows without any label that may stand between two rows of one table. */
const WIDEST_GAP = 40;
/** Columns that a bar may span, with others put in between. */
const WIDEST_SPAN = 10;
/** Columns over which the labels of one table may be spread to either side. */
const REACH: Readonly<Record<SectionId, number>> = { section2: 2, section3: 3, section4: 0 };
/** Labels that must come again before a second table is seen instead of a row that stands there twice. */
const FEWEST_REPEATED = 3;
/** Rows by which a row that stands there twice may be behind the one before. */
const SMALL_STEP = 4;

/** What may stand between two rows of a sheet, apart from their own labels. */
export interface Partings {
  /** The title of another report, or a table of another section. */
  hasOther: (first: number, last: number) => boolean;
  /** A header of the section, from the row after `first` on. */
  hasHeader: (first: number, last: number) => boolean;
}

/** Columns that may be put between the cells that a bar spans, and one more. */
const BAR_STEP = 3;

/** The cells among `labels` that are labels of rows of the section, in either format; a bar counts in the first of its cells. */
function findHits(labels: readonly TextCell[], section: SectionId): Hit[] {
  const hits: Hit[] = [];
  let bar: Hit | null = null;
  for (const hit of labels.flatMap((cell) => hitOf(cell, section) ?? [])) {
    const isBar = section === "section2" && !hit.isRow;
    const isAgain = isBar && bar?.row === hit.row && bar.key === hit.key && hit.column - bar.column <= BAR_STEP;
    if (isBar) bar = hit;
    if (!isAgain) hits.push(hit);
  }
  return hits;
}

function hitOf(cell: TextCell, section: SectionId): Hit | null {
  for (const lexicon of lexiconsOf(section)) {
    const row = lexicon.rows.find(cell.wording);
    const match = row ?? lexicon.rowGroups.find(cell.wording);
    if (!match || weightOf(match.entry.wording.core) === "none") continue;
    const { official, value: key } = match.entry;
    const isRow = row !== null;
    const isTelling = isRow || section === "section2";
    return { ...cell, key, isRow, isTelling, order: lexicon.orderOf.get(official)! };
  }
  return null;
}

function open(hit: Hit): Cluster {
  const { row, column } = hit;
  const cluster: Cluster = {
    hits: [],
    keys: new Set(),
    firstRow: row,
    lastRow: row,
    firstColumn: column,
    lastColumn: column,
    order: -1,
    telling: {
      keys: new Set(),
      first: { row: Infinity, order: Infinity },
      last: { row: -Infinity, order: -Infinity },
      lowest: Infinity,
      highest: -Infinity,
    },
  };
  put(cluster, hit);
  return cluster;
}

function put(cluster: Cluster, hit: Hit): void {
  cluster.hits.push(hit);
  cluster.keys.add(hit.key);
  cluster.firstRow = Math.min(cluster.firstRow, hit.row);
  cluster.lastRow = Math.max(cluster.lastRow, hit.row);
  cluster.firstColumn = Math.min(cluster.firstColumn, hit.column);
  cluster.lastColumn = Math.max(cluster.lastColumn, hit.column);
  if (hit.isRow) cluster.order = hit.order;
  if (hit.isTelling) tell(cluster.telling, hit);
}

function tell(telling: Telling, hit: Hit): void {
  telling.keys.add(hit.key);
  if (hit.row < telling.first.row) telling.first = hit;
  if (hit.row >= telling.last.row) telling.last = hit;
  telling.lowest = Math.min(telling.lowest, hit.order);
  telling.highest = Math.max(telling.highest, hit.order);
}

/** How far back in the official order `later` begins; a row out of its place says nothing of the others. */
const stepBack = ({ telling: earlier }: Cluster, { telling: later }: Cluster): number =>
  Math.min(earlier.last.order - later.first.order, earlier.highest - later.lowest);

/**
 * Whether `later` only goes on with, or says again a little of, what `earlier` began. It may go back by `furthestBack` rows of
 * the official table.
 */
function isContinuation(
  earlier: Cluster,
  later: Cluster,
  section: SectionId,
  { hasOther, hasHeader }: Partings,
  furthestBack: number,
): boolean {
  if (later.firstRow - earlier.lastRow > WIDEST_GAP || hasOther(earlier.lastRow, later.firstRow)) return false;
  const step = stepBack(earlier, later);
  if (step > furthestBack) return false;
  if (step > 0 && hasHeader(earlier.lastRow, later.firstRow)) return false;
  const [before, after] = [earlier.telling.keys, later.telling.keys];
  const repeated = [...after].filter((key) => before.has(key)).length;
  // A second table of section 三 has a header of its own; in section 二 only the order tells.
  if (repeated > 0 && step > SMALL_STEP && section === "section2") return false;
  return repeated < Math.max(FEWEST_REPEATED, Math.min(before.size, after.size) / 2);
}

/** Whether a hit may be the next label of a cluster; what begins anew instead is joined later when it belongs together. */
function goesOn({ keys, lastRow, order }: Cluster, hit: Hit, section: SectionId): boolean {
  // In section 三 a group's label may be repeated in each of its rows; in section 二 a bar stands once, over its rows.
  if (!hit.isRow && section === "section3") return true;
  return lastRow === hit.row || (!keys.has(hit.key) && hit.order > order);
}

/**
 * Divides the row labels of a section among the tables of a sheet: neighbours in rows and columns belong together, and a
 * new table begins where most labels come again.
 */
export function clusterRows(labels: readonly TextCell[], section: SectionId, partings: Partings): Cluster[] {
  const clusters: Cluster[] = [];
  let recent: Cluster[] = [];
  for (const hit of findHits(labels, section)) {
    recent = recent.filter(({ lastRow }) => hit.row - lastRow <= WIDEST_GAP);
    const near = recent.filter((cluster) => isNear(cluster, hit, section, partings));
    // What another table, or part of one, stands between is not gone on with.
    const lastRow = Math.max(...near.map((cluster) => cluster.lastRow));
    const home = near.filter((cluster) => cluster.lastRow === lastRow && goesOn(cluster, hit, section)).at(-1);
    if (home) put(home, hit);
    else {
      const opened = open(hit);
      clusters.push(opened);
      recent.push(opened);
    }
  }
  // First what stands under one header and in order, then what is out of order, then what goes on under a repeated header.
  const isParted = {
    ...partings,
    hasOther: (first: number, last: number) => partings.hasOther(first, last) || partings.hasHeader(first, last),
  };
  const own = clusters.filter((cluster) => !clusters.some((other) => isRepetition(cluster, other)));
  const inOrder = mergeContinuations(own, section, isParted, SMALL_STEP);
  return mergeContinuations(mergeContinuations(inOrder, section, isParted), section, partings);
}

/** Whether a cluster is only the bars of another one, written once more in each cell that they span. */
function isRepetition(cluster: Cluster, other: Cluster): boolean {
  return (
    other.firstRow <= cluster.lastRow &&
    other.lastRow >= cluster.firstRow &&
    cluster.firstColumn > other.firstColumn &&
    cluster.firstColumn - other.lastColumn <= WIDEST_SPAN &&
    !cluster.hits.some(({ isRow }) => isRow) &&
    other.hits.some(({ isRow }) => isRow)
  );
}

function isNear(
  { lastRow, firstColumn, lastColumn }: Cluster,
  hit: Hit,
  section: SectionId,
  partings: Partings,
): boolean {
  return (
    hit.row - lastRow <= WIDEST_GAP &&
    hit.column >= firstColumn - REACH[section] &&
    hit.column <= lastColumn + REACH[section] &&
    !partings.hasOther(lastRow, hit.row) &&
    !partings.hasHeader(lastRow, hit.row)
  );
}

/** Joins clusters that follow each other in the same columns and belong to one table. */
function mergeContinuations(
  clusters: readonly Cluster[],
  section: SectionId,
  partings: Partings,
  furthestBack = Infinity,
): Cluster[] {
  const merged: Cluster[] = [];
  let recent: Cluster[] = [];
  for (const cluster of [...clusters].sort((a, b) => a.firstRow - b.firstRow)) {
    recent = recent.filter(({ lastRow }) => cluster.firstRow - lastRow <= WIDEST_GAP);
    const before = recent
      .filter(
        (other) =>
          cluster.firstColumn <= other.lastColumn + REACH[section] &&
          cluster.lastColumn >= other.firstColumn - REACH[section],
      )
      .sort((a, b) => a.lastRow - b.lastRow)
      .at(-1);
    if (!before || !isContinuation(before, cluster, section, partings, furthestBack)) {
      merged.push(cluster);
      recent.push(cluster);
    } else for (const hit of cluster.hits) put(before, hit);
  }
  return merged;
}
