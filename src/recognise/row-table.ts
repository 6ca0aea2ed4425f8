import type { CellPosition, LabelDoubt } from "../tables/filled";
import { SECTIONS } from "../tables/formats";
import { keyOf, splitKey, type CellKey, type FormatId, type SectionId } from "../tables/table";
import { alignRow, crowdedColumns, NOT_TOLD, spanOf, type Alignment } from "./align";
import type { Cluster } from "./clusters";
import { markForeign } from "./foreign";
import { findHeaderRows, noteDoubts, placeOfColumn, readHeader, type HeaderBlock } from "./header-block";
import { coresOf, lexiconsOf, weightOf, type Lexicon } from "./lexicon";
import { doubtAt, labelsInRow, type Bounds, type Region } from "./region";
import { strayDoubt, strayRows } from "./stray";
import { readRowLabels, type LabelledRow, type RowLabels } from "./row-labels";
import type { SheetView, TextCell } from "./sheet-view";
import type { Reading } from "./reading";

/** How far above the first row label a header may begin, and below the last one a damaged row may stand. */
const HEADER_REACH = 10;
const TAIL_REACH = 3;
/** Columns before the first label that may hold outer labels. */
const LEFT_REACH = 3;

const range = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

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

/** The columns in which rows have numbers, in official order, and how many sheet columns each spans. */
function widthsOf({ table }: Lexicon, rows: ReadonlySet<string>): ReadonlyMap<string, number> {
  const widest = new Map<string, number>();
  for (const { key, columnCount } of table.numbers) {
    const { row, column } = splitKey(key);
    if (rows.has(row)) widest.set(column, Math.max(columnCount, widest.get(column) ?? 0));
  }
  return new Map(table.columns.flatMap(({ key }) => (widest.has(key) ? [[key, widest.get(key)!]] : [])));
}

interface Parts {
  region: Region;
  labels: RowLabels;
  headers: readonly HeaderBlock[];
  lastLabelColumn: number;
}

function readParts(region: Region, cluster: Cluster): Parts {
  const { lexicon } = region;
  const { lastColumn: lastLabelColumn } = cluster;
  const isRowLabel = ({ column, wording }: TextCell) =>
    column <= lastLabelColumn && weightOf(wording.core) !== "none" && lexicon.rows.findNear(wording) !== null;
  const damaged = range(region.top, region.bottom).filter((row) => labelsInRow(region, row).some(isRowLabel));
  const taken = new Set([...cluster.hits.map(({ row }) => row), ...damaged]);
  const headerRows = findHeaderRows(region, taken, lastLabelColumn);
  const isHeader = (row: number) => headerRows.some(({ first, last }) => row >= first && row <= last);
  const start = Math.min(headerRows[0]?.first ?? Infinity, cluster.firstRow - (headerRows.length > 0 ? 0 : TAIL_REACH));
  const rows = range(Math.max(region.top, start), region.bottom).filter((row) => !isHeader(row));
  const labels = readRowLabels(region, rows, lastLabelColumn);
  const headers = headerRows.map((block, index) => {
    const next = headerRows[index + 1]?.first ?? Infinity;
    const under = labels.rows.filter(({ row }) => row > block.last && row < next);
    const rowKeys = under.length > 0 ? under.map(({ key }) => key) : lexicon.table.rows.map(({ key }) => key);
    return readHeader(region, block, widthsOf(lexicon, new Set(rowKeys)));
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

/** Finds for each row where its numbers stand. */
function alignRows({ region }: Parts, plans: readonly RowPlan[]): { plan: RowPlan; alignment: Alignment }[] {
  const { view, right, lexicon } = region;
  // A figure beside the widest row bears on the narrower ones as well: what stands before it may have been shifted along.
  const widest = Math.max(...plans.flatMap(({ columns }) => columns.map(([, column]) => column)));
  const spanOver = ({ line, columns, first }: RowPlan) =>
    spanOf(
      line.row,
      columns.map(([, column]) => column),
      first,
      right,
      widest,
    );
  const filled = plans.filter(({ columns, part }) => columns.length > 0 && !part);
  const crowded = new Set(filled.flatMap((plan) => crowdedColumns(view, spanOver(plan))));
  const align = (plan: RowPlan, usual?: ReadonlySet<number>): Alignment =>
    filled.includes(plan) ? alignRow(view, spanOver(plan), plan.header?.named ?? new Set(), usual, crowded) : NOT_TOLD;
  const full = plans.map((plan) => align(plan)).filter(({ isFull }) => isFull);
  const timesBeside = (column: number) => full.filter(({ beside }) => beside.includes(column)).length;
  const usual = new Set(full.flatMap(({ beside }) => beside).filter((column) => timesBeside(column) > full.length / 2));
  const isSettled = full.length >= FEWEST_SETTLED;
  return plans.map((plan) => {
    const alignment = align(plan, usual);
    const columns = plan.columns.map(([, column]) => column);
    const isComplete = columns.length === lexicon.columnsOf.get(plan.line.key)!.length;
    // With a column unknown, a figure beyond the known ones may be its own, or the row may be shifted under them.
    const isBeyond = (column: number) =>
      (column < columns[0]! || column > columns.at(-1)!) && !(isSettled && usual.has(column));
    const isUnclear = !isComplete && (alignment.shift !== 0 || alignment.beside.some(isBeyond));
    return { plan, alignment: isUnclear ? NOT_TOLD : alignment };
  });
}

/** Full rows that must be there before a figure beside most of them explains itself. */
const FEWEST_SETTLED = 3;

/**
 * Of rows that stand there twice, the only one with figures; null when both or none have any. Under a header of its own the
 * filled one may be of the table above, with its row of this table blank.
 */
function onlyFilled(view: SheetView, plans: readonly RowPlan[]): RowPlan | null {
  if (new Set(plans.map(({ header }) => header)).size > 1) return null;
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
  doubts.push(...columnDoubts(parts, chosen), ...alignmentDoubts(parts, aligned), ...unlabelledRows(parts, chosen));
  for (const { plan, alignment } of aligned) {
    const { row } = plan.line;
    if (alignment.shift !== 0 || alignment.beside.length > 0) sensitive.add(row);
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
    doubts: markForeign(doubts, lexicon),
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
        doubt: fault
          ? doubtAt("doubled", fault, expected)
          : { fault: "missing" as const, expected, position: placeOfColumn(lexicon, column, line, header) },
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
    // Figures under a header that is missing are told with it.
    const isComplete = plan.columns.length === lexicon.columnsOf.get(plan.line.key)!.length;
    for (const column of isComplete ? alignment.spare : []) {
      if (spares.has(column)) continue;
      spares.add(column);
      const isWithin = column < plan.columns.at(-1)![1];
      doubts.push(strayDoubt(view, { row: plan.line.row, column }, isWithin));
    }
  }
  return doubts;
}

/** Rows between those of the table that hold numbers and have no label. */
function unlabelledRows({ region, labels, headers }: Parts, plans: readonly RowPlan[]): LabelDoubt[] {
  if (plans.length === 0) return [];
  const told = new Set(labels.rows.map(({ row }) => row));
  const isHeader = (row: number) => headers.some(({ firstRow, lastRow }) => row >= firstRow && row <= lastRow);
  const first = Math.min(...told);
  const header = headers.filter(({ lastRow }) => lastRow < first).at(-1);
  const between = range(header ? header.lastRow + 1 : first, Math.max(...told)).filter(
    (row) => !told.has(row) && !isHeader(row),
  );
  const columns = [...new Set(plans.flatMap((plan) => plan.columns.map(([, column]) => column)))].sort((a, b) => a - b);
  return strayRows(region, between, columns);
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
  const doubts = missing.map((label): LabelDoubt => ({ fault: "missing", expected: [label], cells: [] }));
  return [...doubts, ...noteDoubts(headers, lexicon, Math.min(...labels.cells.map(({ column }) => column)))];
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
