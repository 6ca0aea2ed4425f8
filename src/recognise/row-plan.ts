import { splitKey } from "../tables/table";
import { alignRow, crowdedColumns, NOT_TOLD, spanOf, type Alignment } from "./align";
import { TAIL_REACH } from "./cluster-region";
import type { Cluster } from "./clusters";
import { readHeader, type HeaderBlock } from "./header-block";
import { findHeaderRows } from "./header-rows";
import { weightOf, type Lexicon } from "./lexicon";
import { labelsInRow, range, type Region } from "./region";
import { readRowLabels, type LabelledRow, type RowLabels } from "./row-labels";
import type { TextCell } from "./sheet-view";

/** The columns in which rows have numbers, in official order, and how many sheet columns each spans. */
function widthsOf({ table }: Lexicon, rows: ReadonlySet<string>): ReadonlyMap<string, number> {
  const widest = new Map<string, number>();
  for (const { key, columnCount } of table.numbers) {
    const { row, column } = splitKey(key);
    if (rows.has(row)) widest.set(column, Math.max(columnCount, widest.get(column) ?? 0));
  }
  return new Map(table.columns.flatMap(({ key }) => (widest.has(key) ? [[key, widest.get(key)!]] : [])));
}

/** What was read of one table besides its numbers. */
export interface TableParts {
  region: Region;
  labels: RowLabels;
  headers: readonly HeaderBlock[];
  lastLabelColumn: number;
}

export function readParts(region: Region, cluster: Cluster): TableParts {
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
function headerOver({ labels, headers, region }: TableParts, { row, key }: LabelledRow): HeaderBlock | null {
  const header = headers.filter(({ lastRow }) => lastRow < row).at(-1);
  if (!header) return null;
  const outer = region.lexicon.rowLabels.get(key)!.slice(0, -1);
  const isCutOff = labels.bars.some((bar) => bar.row > header.lastRow && bar.row < row && outer.includes(bar.group));
  return isCutOff && region.lexicon.table.section === "section2" ? null : header;
}

/** Where the numbers of one row may stand, by its label and the header over it. */
export interface RowPlan {
  line: LabelledRow;
  header: HeaderBlock | null;
  /** Columns of the header in ascending order, with their keys. */
  columns: readonly (readonly [key: string, column: number])[];
  first: number;
  /** A text between the label and the numbers that is no label: the row is only a part of the official one. */
  part: TextCell | null;
}

export function planRow(parts: TableParts, line: LabelledRow): RowPlan {
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

/** Full rows that must be there before a figure beside most of them explains itself. */
const FEWEST_SETTLED = 3;

/** A row with where its numbers stand. */
export interface AlignedRow {
  plan: RowPlan;
  alignment: Alignment;
}

export function alignRows({ region }: TableParts, plans: readonly RowPlan[]): AlignedRow[] {
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
