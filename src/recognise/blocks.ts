import { weightOf, type Lexicon } from "./lexicon";
import type { Bounds } from "./region";
import type { SheetView, TextCell } from "./sheet-view";

/** Rows between labels of one header, and columns to the next label of the same header. */
const ROW_GAP = 2;
export const COLUMN_GAP = 15;

/** Where labels of one header stand. */
export interface Block extends Bounds {
  labels: TextCell[];
}

/** The words of the header. */
export const wordsOf = ({ rows, rowGroups, columns }: Lexicon) => [rows, rowGroups, columns];

/** Columns before the first label of a block to the letter in which a damaged one may stand. */
const BEFORE = 5;

/**
 * Whether a label belongs to a header of its own: there are numbers between, or a row for them, which is blank, and the
 * label of a group comes again. A header right under a header is the same one twice.
 */
function beginsAnew(view: SheetView, block: Block, { row, wording }: TextCell, lexicon: Lexicon): boolean {
  const { firstRow, lastRow, firstColumn, lastColumn } = block;
  const holds = (first: number, end: number, isSought: (at: number, column: number) => boolean) => {
    for (let at = first; at < end; at++) {
      for (let column = Math.max(0, firstColumn - BEFORE); column <= lastColumn; column++)
        if (isSought(at, column)) return true;
    }
    return false;
  };
  const isFigure = (at: number, column: number) => column >= firstColumn && view.stateAt(at, column) === "figure";
  if (holds(lastRow + 1, row, isFigure)) return true;
  const isGroup = lexicon.rows.has(wording.core) || lexicon.rowGroups.has(wording.core);
  if (!isGroup || row <= lastRow + 1) return false;
  const saysTheSame = (words: Lexicon["rows"], label: TextCell) => {
    const match = words.find(label.wording) ?? words.findNear(label.wording);
    return match !== null && "entry" in match && match.entry.wording.core === wording.core;
  };
  const isRepeated = (at: number, column: number) => {
    const label = view.labelAt(at, column);
    return label !== null && [lexicon.rows, lexicon.rowGroups].some((words) => saysTheSame(words, label));
  };
  const isNear = (at: number, column: number) => {
    const label = view.labelAt(at, column);
    return label !== null && wordsOf(lexicon).some((words) => words.findNear(label.wording) !== null);
  };
  return holds(firstRow, lastRow + 1, isRepeated) && !holds(lastRow + 1, row, isNear);
}

/** Columns between two cells that one label spans, spare ones among them; further away it is that of a header beside. */
const SPREAD = 3;

/** Whether the same label stands in the same row already, too far off to be that of one header. */
function isBesideItself({ labels }: Block, { row, column, wording }: TextCell, lexicon: Lexicon): boolean {
  if (!lexicon.rows.has(wording.core) && !lexicon.rowGroups.has(wording.core)) return false;
  const same = labels.filter((label) => label.row === row && label.wording.core === wording.core);
  return same.length > 0 && column - Math.max(...same.map((label) => label.column)) > SPREAD;
}

/** Of headers side by side, that in whose columns a cell stands: the last one that begins at or before it. */
function homeOf(blocks: readonly Block[], column: number): Block | undefined {
  const before = blocks.filter(({ firstColumn }) => firstColumn <= column);
  if (before.length === 0) return blocks.at(-1);
  return before.reduce((best, block) => (block.firstColumn >= best.firstColumn ? block : best));
}

/** Groups labels of section 四 that stand close together, with no numbers between them. */
export function findBlocks(view: SheetView, labels: readonly TextCell[], lexicon: Lexicon): Block[] {
  const blocks: Block[] = [];
  for (const cell of labels) {
    const { core } = cell.wording;
    if (!wordsOf(lexicon).some((words) => words.has(core))) continue;
    const { row, column } = cell;
    const near = blocks.filter(
      (block) =>
        row - block.lastRow <= ROW_GAP &&
        column >= block.firstColumn - COLUMN_GAP &&
        column <= block.lastColumn + COLUMN_GAP &&
        !beginsAnew(view, block, cell, lexicon),
    );
    const last = homeOf(near, column);
    const home = last && isBesideItself(last, cell, lexicon) ? undefined : last;
    // 总计 and 其他 stand in many tables: beside other labels they are part of a header, but none begins with them.
    if (!home && weightOf(core) === "none") continue;
    if (!home) {
      blocks.push({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column, labels: [cell] });
      continue;
    }
    home.labels.push(cell);
    home.lastRow = Math.max(home.lastRow, row);
    home.firstColumn = Math.min(home.firstColumn, column);
    home.lastColumn = Math.max(home.lastColumn, column);
  }
  return blocks;
}

/** Labels that stand together and are a header, not words of another table. */
const FEWEST_LABELS = 4;

/** Where headers of section 四 stand for sure, whatever else is on the sheet. Their last 总计 is told by standing next to them. */
export function findFences(view: SheetView, labels: readonly TextCell[], lexicon: Lexicon): Bounds[] {
  const isCommon = ({ wording }: TextCell) => weightOf(wording.core) === "none";
  const blocks = findBlocks(
    view,
    labels.filter((label) => !isCommon(label)),
    lexicon,
  );
  return blocks
    .filter((block) => block.labels.length >= FEWEST_LABELS)
    .map(({ firstRow, lastRow, firstColumn, lastColumn }) => {
      const isNext = ({ row, column }: TextCell) =>
        row >= firstRow && row <= lastRow && column > lastColumn && column <= lastColumn + SPREAD - 1;
      const next = labels.filter((label) => isCommon(label) && isNext(label)).map(({ column }) => column);
      return { firstRow, lastRow, firstColumn, lastColumn: Math.max(lastColumn, ...next) };
    });
}
