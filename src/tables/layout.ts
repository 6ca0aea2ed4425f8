import { FONT } from "./styles";
import type { LabelBlock, Table } from "./table";

/** Points. A line of 9-point text needs about 12; cells keep some air above and below. */
const LINE_HEIGHT = 12;
const ROW_AIR = 6;
const SMALLEST_ROW = 20;
/** Points that Excel keeps free at both sides of a cell together. */
const SIDE_AIR = 5;

/** Width of a text in points at the table's font: a full-width character is as wide as the font is high, others half. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0xff ? FONT.size : FONT.size / 2;
  return width;
}

function linesOf(block: LabelBlock, widths: readonly number[]): number {
  const width = widths
    .slice(block.column, block.column + block.columnCount)
    .reduce((sum, next) => sum + next, -SIDE_AIR);
  const perLine = Math.max(1, Math.floor(width / FONT.size)) * FONT.size;
  return block.text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / perLine)), 0);
}

/**
 * Heights in points, one for each row, in which every label fits with wrapping. Excel cannot do this by itself: its autofit
 * passes over merged cells.
 */
export function rowHeights(table: Table): number[] {
  const heights = new Array<number>(table.rowCount).fill(SMALLEST_ROW);
  const grow = (block: LabelBlock) => {
    const needed = linesOf(block, table.columnWidths) * LINE_HEIGHT + ROW_AIR;
    const rows = heights.slice(block.row, block.row + block.rowCount);
    const missing = needed - rows.reduce((sum, next) => sum + next, 0);
    if (missing <= 0) return;
    for (let row = block.row; row < block.row + block.rowCount; row++) heights[row]! += missing / block.rowCount;
  };
  for (const block of [...table.labels].sort((a, b) => a.rowCount - b.rowCount)) grow(block);
  return heights.map((height) => Math.ceil(height));
}
