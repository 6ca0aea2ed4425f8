import type { SectionId } from "../tables/table";
import { lexiconsOf, weightOf } from "./lexicon";
import type { TextCell } from "./sheet-view";

/** A cell whose text is, to the letter, the label of a row or of a group of rows. */
export interface Hit extends TextCell {
  /** The row key, or the group's label. */
  key: string;
  isRow: boolean;
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
}

/** Rows without any label that may stand between two rows of one table. */
const WIDEST_GAP = 40;
/** Columns over which the labels of one table may be spread to either side. */
const REACH: Readonly<Record<SectionId, number>> = { section2: 2, section3: 3, section4: 0 };
/** Labels that must come again before a second table is seen instead of a row that stands there twice. */
const FEWEST_REPEATED = 3;

type Index = ReadonlyMap<string, { key: string; isRow: boolean }>;

function makeIndex(section: SectionId): Index {
  const index = new Map<string, { key: string; isRow: boolean }>();
  for (const { rows, rowGroups } of lexiconsOf(section)) {
    for (const { wording, value } of rowGroups.entries) index.set(wording.core, { key: value, isRow: false });
    for (const { wording, value } of rows.entries) {
      if (weightOf(wording.core) !== "none") index.set(wording.core, { key: value, isRow: true });
    }
  }
  return index;
}

const indexes = new Map<SectionId, Index>();

function indexOf(section: SectionId): Index {
  const known = indexes.get(section);
  if (known) return known;
  const made = makeIndex(section);
  indexes.set(section, made);
  return made;
}

/** The cells among `labels` that are labels of rows of the section. */
function findHits(labels: readonly TextCell[], section: SectionId): Hit[] {
  const index = indexOf(section);
  return labels.flatMap((cell) => {
    const found = index.get(cell.wording.core);
    return found ? [{ ...cell, ...found }] : [];
  });
}

function open(hit: Hit): Cluster {
  return {
    hits: [hit],
    keys: new Set([hit.key]),
    firstRow: hit.row,
    lastRow: hit.row,
    firstColumn: hit.column,
    lastColumn: hit.column,
  };
}

function put(cluster: Cluster, hit: Hit): void {
  cluster.hits.push(hit);
  cluster.keys.add(hit.key);
  cluster.firstRow = Math.min(cluster.firstRow, hit.row);
  cluster.lastRow = Math.max(cluster.lastRow, hit.row);
  cluster.firstColumn = Math.min(cluster.firstColumn, hit.column);
  cluster.lastColumn = Math.max(cluster.lastColumn, hit.column);
}

const rowKeys = ({ hits }: Cluster) => new Set(hits.filter(({ isRow }) => isRow).map(({ key }) => key));

/** Whether `later` only goes on with, or says again a little of, what `earlier` began. */
function isContinuation(
  earlier: Cluster,
  later: Cluster,
  isBetween: (first: number, last: number) => boolean,
): boolean {
  if (later.firstRow - earlier.lastRow > WIDEST_GAP || isBetween(earlier.lastRow, later.firstRow)) return false;
  const [before, after] = [rowKeys(earlier), rowKeys(later)];
  const repeated = [...after].filter((key) => before.has(key)).length;
  return repeated < Math.max(FEWEST_REPEATED, Math.min(before.size, after.size) / 2);
}

/**
 * Divides the row labels of a section among the tables of a sheet: neighbours in rows and columns belong together, and a
 * new table begins where most labels come again. `isBetween` tells whether something that ends a table stands between two rows.
 */
export function clusterRows(
  labels: readonly TextCell[],
  section: SectionId,
  isBetween: (first: number, last: number) => boolean,
): Cluster[] {
  const reach = REACH[section];
  const clusters: Cluster[] = [];
  for (const hit of findHits(labels, section)) {
    const near = clusters.filter(
      ({ lastRow, firstColumn, lastColumn }) =>
        hit.row - lastRow <= WIDEST_GAP &&
        hit.column >= firstColumn - reach &&
        hit.column <= lastColumn + reach &&
        !isBetween(lastRow, hit.row),
    );
    // In section 三 a group's label may be repeated in each of its rows; in section 二 a bar coming again is a new table.
    const mayRepeat = !hit.isRow && section === "section3";
    const home = near.filter(({ keys, lastRow }) => mayRepeat || !keys.has(hit.key) || lastRow === hit.row).at(-1);
    if (home) put(home, hit);
    else clusters.push(open(hit));
  }
  return mergeContinuations(clusters, reach, isBetween);
}

function mergeContinuations(
  clusters: readonly Cluster[],
  reach: number,
  isBetween: (first: number, last: number) => boolean,
): Cluster[] {
  const merged: Cluster[] = [];
  for (const cluster of [...clusters].sort((a, b) => a.firstRow - b.firstRow)) {
    const earlier = merged
      .filter(
        (other) =>
          cluster.firstColumn <= other.lastColumn + reach &&
          cluster.lastColumn >= other.firstColumn - reach &&
          isContinuation(other, cluster, isBetween),
      )
      .at(-1);
    if (!earlier) merged.push(cluster);
    else for (const hit of cluster.hits) put(earlier, hit);
  }
  return merged;
}
