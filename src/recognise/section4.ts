import type { CellPosition, LabelDoubt } from "../tables/filled";
import { keyOf, type CellKey } from "../tables/table";
import { alignRow, spanOf } from "./align";
import { COLUMN_GAP, wordsOf, type Block } from "./blocks";
import { weightOf, type Lexicon } from "./lexicon";
import type { Reading } from "./reading";
import { labelsInRow, type Bounds, type Region } from "./region";
import { isOfficial } from "./scan";
import { readOutcomes, type Outcomes } from "./outcomes";
import type { SheetView, TextCell } from "./sheet-view";
import { strayDoubt } from "./stray";
import { AUXILIARY } from "./variants";

/** Rows below the header in which the numbers may begin. */
const VALUE_REACH = 5;
/** Outcomes that must be told before numbers are read. */
const FEWEST_OUTCOMES = 3;
const LONGEST_REMARK = 20;

interface ValueRow {
  /** Null when there is no row for numbers. */
  row: number | null;
  /** Whether a second row could be meant as well. */
  isAmbiguous: boolean;
  /** Rows on whose filling the choice hangs. */
  sensitive: readonly number[];
}

/** Something other than numbers begins: a heading, a sentence, a label of any table. */
function endsTable({ lexicon }: Region, labels: readonly TextCell[]): boolean {
  return labels.some(
    (cell) =>
      cell.text.length > LONGEST_REMARK ||
      isOfficial(cell) ||
      wordsOf(lexicon).some((words) => words.findNear(cell.wording) !== null) ||
      (cell.wording.ordinal !== null && cell.wording.core.length >= 4),
  );
}

/** One row below a header, as far as it may be the one with the numbers. */
interface Candidate {
  row: number;
  figures: number;
  /** Whether a text stands where the row's label would, or in the place of a number. */
  isLabelled: boolean;
}

/** The rows below a header that may hold its numbers, down to where something else begins. `columns` are those told. */
function findCandidates(
  region: Region,
  block: Block,
  { cells, named }: Outcomes,
  columns: readonly number[],
): Candidate[] {
  const header = [...cells.map(({ column }) => column), ...named];
  const first = Math.min(...header) - 1;
  const last = Math.max(...header);
  const rows: Candidate[] = [];
  for (let row = block.lastRow + 1; row <= block.lastRow + VALUE_REACH; row++) {
    const labels = labelsInRow(region, row);
    if (endsTable(region, labels)) break;
    const within = labels.filter(({ column }) => column >= first && column <= last);
    const isAuxiliary = labels.some(({ wording }) => AUXILIARY.has(wording.core));
    if (isAuxiliary && rows.length > 0) continue;
    rows.push({
      row,
      figures: columns.filter((column) => region.view.stateAt(row, column) === "figure").length,
      isLabelled: within.length > 0,
    });
  }
  return rows;
}

/**
 * The first row below the header may have a label, as tables with a column for the office do; further down a label names
 * another row. It is the one with the numbers only when it is clear that they are not there: not when the row of the table
 * itself may be blank, or has a label as well, or stands below.
 */
function findValueRow(rows: readonly Candidate[]): ValueRow {
  const filled = rows.filter(({ figures }) => figures > 0);
  const chosen = filled.find((one) => one === rows[0] || !one.isLabelled) ?? rows[0];
  if (!chosen) return { row: null, isAmbiguous: false, sensitive: [] };
  const isRival = ({ row, figures, isLabelled }: Candidate) =>
    isLabelled ? chosen.figures === 0 || chosen.isLabelled || row < chosen.row : figures > 1 || chosen.figures < 3;
  const isAmbiguous = filled.some((one) => one !== chosen && isRival(one));
  const isPlain = chosen === rows[0] && filled.length <= 1 && rows.slice(1).every(({ isLabelled }) => !isLabelled);
  return { row: chosen.row, isAmbiguous, sensitive: isPlain ? [] : rows.map(({ row }) => row) };
}

/** The part of the sheet in which a block's table stands, apart from the tables beside it. */
function regionOf(view: SheetView, lexicon: Lexicon, block: Block, others: readonly Bounds[]): Region {
  const isBeside = ({ firstRow, lastRow }: Bounds) =>
    firstRow <= block.lastRow + VALUE_REACH && lastRow >= block.firstRow;
  const beside = others.filter(isBeside);
  const right = beside
    .filter(({ firstColumn }) => firstColumn > block.lastColumn)
    .map(({ firstColumn }) => firstColumn);
  const left = beside.filter(({ lastColumn }) => lastColumn < block.firstColumn).map(({ lastColumn }) => lastColumn);
  return {
    view,
    lexicon,
    top: block.firstRow,
    bottom: view.lastRow,
    left: Math.max(view.grid.area.column, block.firstColumn - 3, ...left.map((column) => column + 1)),
    right: Math.min(view.lastColumn, block.lastColumn + COLUMN_GAP, ...right.map((column) => column - 1)),
  };
}

/** Reads the table under a block of labels; `others` are the tables and headers beside it. */
export function readSection4(view: SheetView, lexicon: Lexicon, block: Block, others: readonly Bounds[]): Reading {
  const region = regionOf(view, lexicon, block, others);
  const outcomes = readOutcomes(region, { row: block.firstRow, rowCount: block.lastRow - block.firstRow + 1 });
  const { told } = outcomes;
  const columns = told.map(({ column }) => column);
  const allCells = lexicon.table.numbers.map(({ key }) => key);
  const isReadable = told.length >= FEWEST_OUTCOMES;
  const value: ValueRow = isReadable
    ? findValueRow(findCandidates(region, block, outcomes, columns))
    : { row: null, isAmbiguous: false, sensitive: [] };
  const base = { lexicon, labels: outcomes.cells, weight: weigh(outcomes, block, value) };
  const sensitive = new Set(value.sensitive);
  if (value.row === null || value.isAmbiguous) {
    const expected = [lexicon.table.labels[0]!.text];
    const doubt: LabelDoubt = value.isAmbiguous
      ? { fault: "ambiguous", expected, cells: allCells, position: { row: value.row!, column: columns[0]! } }
      : { fault: "missing", expected, cells: allCells };
    const others = outcomes.doubts.map((one) => ({ ...one, cells: [] }));
    return { ...base, positions: {}, doubts: [...others, doubt], sensitive };
  }
  return { ...base, ...placeNumbers(region, outcomes, value.row, sensitive) };
}

/** Puts the numbers of the chosen row under their labels. */
function placeNumbers(
  region: Region,
  { told, named, doubts }: Outcomes,
  row: number,
  sensitive: Set<number>,
): Pick<Reading, "positions" | "doubts" | "sensitive"> {
  const { view, left, right, lexicon } = region;
  const columns = told.map(({ column }) => column);
  const aligned = alignRow(view, spanOf(row, columns, Math.max(left, columns[0]! - 3), right), named);
  // With a column unknown, a figure beyond the known ones may be its own, or the row may be shifted under them.
  const isBeyond = (column: number) => column < columns[0]! || column > columns.at(-1)!;
  const isComplete = columns.length === lexicon.table.numbers.length;
  const isUnclear = !isComplete && aligned.beside.some(isBeyond);
  // No other row could confirm a shift.
  const isTold = aligned.shift === 0 && !isUnclear;
  if (!isTold || aligned.beside.length > 0) sensitive.add(row);
  const positions: Record<CellKey, CellPosition> = {};
  const keys = told.map(({ group, outcome }) => keyOf(group, outcome));
  const at = { row, column: columns[0]! };
  const expected = lexicon.rowLabels.get(told[0]!.group)!;
  const isWithin = (column: number) => column > columns[0]! && column < columns.at(-1)!;
  const more: LabelDoubt[] = aligned.spare.map((column) => strayDoubt(view, { row, column }, isWithin(column)));
  if (isTold) told.forEach(({ column }, index) => (positions[keys[index]!] = { row, column }));
  else more.push({ fault: "ambiguous", expected, cells: keys, position: at });
  return { positions, doubts: [...doubts, ...more], sensitive };
}

function weigh({ outcomes, groups }: Outcomes, { labels }: Block, { row }: ValueRow): Reading["weight"] {
  // Outcomes are worded as in no other table, but are shorter than what counts as telling elsewhere.
  const cores = new Set(labels.map(({ wording }) => wording.core).filter((core) => weightOf(core) !== "none"));
  return {
    strong: cores.size >= FEWEST_OUTCOMES ? cores.size : 0,
    columns: Math.max(outcomes.size, groups.size),
    filledRows: row === null ? 0 : 1,
  };
}
