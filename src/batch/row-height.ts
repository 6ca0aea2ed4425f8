import type { SheetCell } from "../xlsx";

/** Points of a line of text, of the highest of the fonts that programs show Chinese in. */
const LINE = 16;
/** Points that a row keeps free above and below its text together. */
const AIR = 4;
/** No row is higher. */
const HIGHEST = 409;
/** Characters that a cell needs beside its text. */
const PADDING = 1;

/** Width of a text in characters of the standard font; a Chinese one is twice as wide as a Latin one. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! < 0x2e80 ? 1 : 2), 0);

const linesOf = (text: string, width: number): number =>
  text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (width - PADDING))), 0);

/**
 * Points that a row needs for texts that wrap; undefined where one line does. Not every program fits rows when it opens a file.
 * @param widths of the columns, in characters
 */
export function rowHeight(cells: readonly (SheetCell | null)[], widths: readonly number[]): number | undefined {
  const lines = Math.max(...cells.map((cell, column) => linesOf(String(cell?.value ?? ""), widths[column]!)));
  return lines > 1 ? Math.min(HIGHEST, lines * LINE + AIR) : undefined;
}
