import type { CellPosition, LabelDoubt } from "../tables/filled";
import { keyOf, type CellKey, type FormatId, type SectionId } from "../tables/table";
import { alignRow, spanOf, type Alignment } from "./align";
import type { Cluster } from "./clusters";
import { findHeaderRows, readHeader, type HeaderBlock } from "./header-block";
import { lexiconsOf, weightOf, type Lexicon } from "./lexicon";
import { labelsInRow, doubtAt, type Region } from "./region";
import { readRowLabels, type LabelledRow, type RowLabels } from "./row-labels";
import type { SheetView, TextCell } from "./sheet-view";
import type { Reading } from "./reading";

/** How far above the first row label a header may begin, and below the last one a damaged row may stand. */
const HEADER_REACH = 10;
const TAIL_REACH = 3;
/** Columns before the first label that may hold outer labels. */
const LEFT_REACH = 3;

/** The part of the sheet in which a cluster's table stands, apart from the tables beside, above and below it. */
export function regionOf(view: SheetView, cluster: Cluster, others: readonly Cluster[], lexicon: Lexicon): Region {
  let top = cluster.firstRow - HEADER_REACH;
  let bottom = cluster.lastRow + TAIL_REACH;
  let right = view.lastColumn;
  for (const other of others) {
    if (other === cluster) continue;
    const isBeside = other.firstRow <= cluster.lastRow && other.lastRow >= cluster.firstRow;
    if (isBeside && other.firstColumn > cluster.lastColumn) right = Math.min(right, other.firstColumn - 1);
    if (other.lastRow < cluster.firstRow) top = Math.max(top, other.lastRow + 1);
    if (other.firstRow > cluster.lastRow) bottom = Math.min(bottom, other.firstRow - 1);
  }
  return {
    view,
    lexicon,
    top: Math.max(view.grid.area.row, top),
    bottom: Math.min(view.lastRow, bottom),
    left: Math.max(view.grid.area.column, cluster.firstColumn - LEFT_REACH),
    right,
  };
}

/**
 * The format whose labels the region holds most of; of two that it holds as many of, the one that lacks fewer; then `fallback`.
 */
export function chooseLexicon(
  view: SheetView,
  cluster: Cluster,
  others: readonly Cluster[],
  section: SectionId,
  fallback: FormatId,
): Lexicon {
  const scored = lexiconsOf(section).map((lexicon) => {
    const region = regionOf(view, cluster, others, lexicon);
    const seen = new Set<string>();
    for (let row = region.top; row <= region.bottom; row++) {
      for (const { wording } of labelsInRow(region, row)) seen.add(wording.core);
    }
    const official = [lexicon.rows, lexicon.rowGroups, lexicon.columns]
      .flatMap((words) => words.entries)
      .filter(({ wording }) => weightOf(wording.core) !== "none");
    const held = official.filter(({ wording }) => seen.has(wording.core)).length;
    return { lexicon, held, lacking: official.length - held };
  });
  scored.sort((a, b) => b.held - a.held || a.lacking - b.lacking);
  const [best] = scored;
  const tied = scored.filter(({ held, lacking }) => held === best!.held && lacking === best!.lacking);
  return (tied.find(({ lexicon }) => lexicon.table.format === fallback) ?? best!).lexicon;
}

const range = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

interface Parts {
  region: Region;
  labels: RowLabels;
  headers: readonly HeaderBlock[];
  lastLabelColumn: number;
}

function readParts(region: Region, cluster: Cluster): Parts {
  const { lexicon } = region;
  const taken = new Set(cluster.hits.map(({ row }) => row));
  const { lastColumn: lastLabelColumn } = cluster;
  const headerRows = findHeaderRows(region, taken, lastLabelColumn);
  const isHeader = (row: number) => headerRows.some(({ first, last }) => row >= first && row <= last);
  const start = Math.min(headerRows[0]?.first ?? Infinity, cluster.firstRow - (headerRows.length > 0 ? 0 : TAIL_REACH));
  const rows = range(Math.max(region.top, start), region.bottom).filter((row) => !isHeader(row));
  const labels = readRowLabels(region, rows, lastLabelColumn);
  const headers = headerRows.map((block, index) => {
    const next = headerRows[index + 1]?.first ?? Infinity;
    const under = labels.rows.filter(({ row }) => row > block.last && row < next);
    const needed = new Set(under.flatMap(({ key }) => lexicon.columnsOf.get(key)!));
    const official = lexicon.table.columns.map(({ key }) => key);
    return readHeader(region, block, needed.size > 0 ? official.filter((key) => needed.has(key)) : official);
  });
  return { region, labels, headers, lastLabelColumn };
}

/** The header over a row: the last one above it, unless the bar of the row's group stands between. */
function headerOver({ labels, headers, region }: Parts, { row, key }: LabelledRow): HeaderBlock | null {
  const header = headers.filter(({ lastRow }) => lastRow < row).at(-1);
  if (!header) return null;
  const outer = region.lexicon.rowLabels.get(key)!.slice(0, -1);
  const isCutOff = labels.bars.some((bar) => bar.row > header.lastRow && bar.row < row && outer.includes(bar.group));
  return isCutOff && region.lexicon.table.section === "section2" ? null : header;
}

interface RowPlan {
  line: LabelledRow;
  header: HeaderBlock | null;
  /** Columns of the header in ascending order, with their keys. */
  columns: readonly (readonly [key: string, column: number])[];
  first: number;
  /** A text between the label and the numbers that is no label: the row is only a part of the official one. */
  part: TextCell | null;
}

function planRow(parts: Parts, line: LabelledRow): RowPlan {
  const { region, labels } = parts;
  const header = headerOver(parts, line);
  const keys = region.lexicon.columnsOf.get(line.key)!;
  const columns = [...(header?.columns ?? [])].filter(([key]) => keys.includes(key)).sort(([, a], [, b]) => a - b);
  const firstNumber = columns[0]?.[1] ?? line.label.column + 1;
  const part = range(line.label.column + 1, firstNumber - 1)
    .filter((column) => !header?.named.has(column))
    .map((column) => region.view.labelAt(line.row, column))
    .find((cell) => cell && !labels.cells.some((label) => label.row === cell.row && label.column === cell.column));
  return { line, header, columns, first: line.label.column + 1, part: part ?? null };
}

const NOT_TOLD: Alignment = { shift: null, spare: [], isFull: false };

/** Finds for each row where its numbers stand. */
function alignRows({ region }: Parts, plans: readonly RowPlan[]) {
  const { view, right } = region;
  const align = (plan: RowPlan, spare?: ReadonlySet<number>): Alignment => {
    if (plan.columns.length === 0 || plan.part) return NOT_TOLD;
    const columns = plan.columns.map(([, column]) => column);
    return alignRow(view, spanOf(plan.line.row, columns, plan.first, right), plan.header?.named ?? new Set(), spare);
  };
  const spare = new Set(plans.flatMap((plan) => align(plan).spare));
  return plans.map((plan) => ({ plan, alignment: align(plan, spare) }));
}

/** Of rows that stand there twice, the only one with figures; null when both or none have any. */
function onlyFilled(view: SheetView, plans: readonly RowPlan[]): RowPlan | null {
  const filled = plans.filter(({ line, columns }) =>
    columns.some(([, column]) => view.stateAt(line.row, column) === "figure"),
  );
  return filled.length === 1 ? filled[0]! : null;
}

/** Reads the table of a cluster of row labels: section 二 or 三. */
export function readRowTable(region: Region, cluster: Cluster): Reading {
  const parts = readParts(region, cluster);
  const { labels, headers } = parts;
  const { lexicon, view } = region;
  const cellsOf = (row: string): CellKey[] => lexicon.columnsOf.get(row)!.map((column) => keyOf(row, column));
  const doubts: LabelDoubt[] = [...headers.flatMap((header) => header.doubts), ...labels.doubts];
  const positions: Record<CellKey, CellPosition> = {};
  const sensitive = new Set<number>();

  const byKey = new Map<string, RowPlan[]>();
  for (const line of labels.rows) byKey.set(line.key, [...(byKey.get(line.key) ?? []), planRow(parts, line)]);
  const chosen: RowPlan[] = [];
  for (const [key, plans] of byKey) {
    const plan = plans.length === 1 ? plans[0]! : onlyFilled(view, plans);
    if (plans.length > 1) {
      plans.forEach(({ line }) => sensitive.add(line.row));
      const second = plans.at(-1)!.line.label;
      doubts.push(doubtAt("doubled", second, lexicon.rowLabels.get(key), plan ? [] : cellsOf(key)));
    }
    if (plan) chosen.push(plan);
  }
  for (const { key, labels: expected } of lexicon.table.rows) {
    if (byKey.has(key)) continue;
    const fault = labels.faults.get(key);
    doubts.push(
      fault ? doubtAt("ambiguous", fault, expected, cellsOf(key)) : { fault: "missing", expected, cells: cellsOf(key) },
    );
  }

  const aligned = alignRows(parts, chosen);
  doubts.push(...columnDoubts(parts, chosen), ...alignmentDoubts(parts, aligned));
  for (const { plan, alignment } of aligned) {
    const { row } = plan.line;
    if (alignment.shift !== 0 || alignment.spare.length > 0) sensitive.add(row);
    if (alignment.shift === null) continue;
    for (const [key, column] of plan.columns) {
      positions[keyOf(plan.line.key, key)] = { row, column: column + alignment.shift };
    }
  }
  doubts.push(...outerDoubts(parts, chosen));
  return {
    lexicon,
    labels: [...labels.cells, ...headers.flatMap(({ cells }) => cells)],
    positions,
    doubts,
    sensitive,
    weight: weigh(parts, cluster),
  };
}

/** Columns that the header does not tell, for the rows under it. */
function columnDoubts({ region }: Parts, plans: readonly RowPlan[]): LabelDoubt[] {
  const { lexicon } = region;
  const lost = new Map<string, { doubt: Omit<LabelDoubt, "cells">; cells: CellKey[] }>();
  for (const { line, header, columns } of plans) {
    const bar = lexicon.table.section === "section2" ? lexicon.rowLabels.get(line.key)!.slice(0, -1) : [];
    for (const column of lexicon.columnsOf.get(line.key)!) {
      if (columns.some(([key]) => key === column)) continue;
      const expected = [...bar, ...lexicon.columnLabels.get(column)!];
      const fault = header?.faults.get(column);
      const id = expected.join("\n");
      const entry = lost.get(id) ?? {
        doubt: fault ? doubtAt("doubled", fault, expected) : { fault: "missing" as const, expected },
        cells: [],
      };
      entry.cells.push(keyOf(line.key, column));
      lost.set(id, entry);
    }
  }
  return [...lost.values()].map(({ doubt, cells }) => ({ ...doubt, cells }));
}

function alignmentDoubts({ region }: Parts, rows: readonly { plan: RowPlan; alignment: Alignment }[]): LabelDoubt[] {
  const { view, lexicon } = region;
  const doubts: LabelDoubt[] = [];
  const shifts = new Set<number>();
  const spares = new Set<number>();
  for (const { plan, alignment } of rows) {
    const expected = lexicon.rowLabels.get(plan.line.key)!;
    const told = plan.columns.map(([key]) => keyOf(plan.line.key, key));
    if (plan.part) doubts.push(doubtAt("unknown", plan.part, expected, told));
    else if (alignment.shift === null && told.length > 0)
      doubts.push(doubtAt("ambiguous", plan.line.label, expected, told));
    else if (alignment.shift && !shifts.has(alignment.shift)) {
      shifts.add(alignment.shift);
      doubts.push(doubtAt("shifted", plan.line.label, expected));
    }
    for (const column of alignment.spare) {
      if (spares.has(column)) continue;
      spares.add(column);
      const content = view.contentAt(plan.line.row, column);
      const found = content.type === "number" ? String(content.value) : content.type === "text" ? content.text : "";
      doubts.push({ fault: "unknown", expected: [], cells: [], found, position: { row: plan.line.row, column } });
    }
  }
  return doubts;
}

/** Labels of groups that are nowhere to be seen. No number is lost by it. */
function outerDoubts({ labels, headers, region }: Parts, plans: readonly RowPlan[]): LabelDoubt[] {
  const { lexicon } = region;
  const outer = new Set(plans.flatMap(({ line }) => lexicon.rowLabels.get(line.key)!.slice(0, -1)));
  const told = new Set(plans.flatMap(({ columns }) => columns.map(([key]) => key)));
  const over = new Set([...told].flatMap((key) => lexicon.columnLabels.get(key)!.slice(0, -1)));
  const missing = [
    ...[...outer].filter((label) => !labels.groups.has(label)),
    ...[...over].filter((label) => !headers.some(({ headings }) => headings.has(label))),
  ];
  return missing.map((label) => ({ fault: "missing", expected: [label], cells: [] }));
}

/** What speaks for a table: strong labels, and whether there is anything to read. */
function weigh({ labels, headers, region }: Parts, cluster: Cluster): Reading["weight"] {
  const cores = new Set(cluster.hits.map(({ wording }) => wording.core));
  const columns = new Set(headers.flatMap((header) => [...header.columns.keys()]));
  for (const { cells } of headers) {
    for (const { wording } of cells) if (region.lexicon.columns.has(wording.core)) cores.add(wording.core);
  }
  const strong = [...cores].filter((core) => weightOf(core) === "strong").length;
  const rows = labels.rows.filter(({ row, label }) =>
    range(label.column + 1, region.right).some((column) => region.view.stateAt(row, column) === "figure"),
  );
  return { strong, columns: columns.size, filledRows: new Set(rows.map(({ row }) => row)).size };
}
