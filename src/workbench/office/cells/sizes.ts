import type { Book } from "../book";
import { toPoints } from "./units";

/** Points that rows are high together, hidden ones not counting. */
export function heightOf(book: Book, sheetId: string, first: number, count: number): number {
  const sheet = book.worksheet(sheetId);
  return toPoints(
    total(first, count, sheet.getRowCount(), sheet.getConfig().defaultRowHeight, (row) => sheet.getRowHeight(row)),
  );
}

/** Points that columns are wide together, hidden ones not counting. */
export function widthOf(book: Book, sheetId: string, first: number, count: number): number {
  const sheet = book.worksheet(sheetId);
  const width = (column: number): number => sheet.getColumnWidth(column);
  return toPoints(total(first, count, sheet.getColumnCount(), sheet.getConfig().defaultColumnWidth, width));
}

/** What lies beyond the grid's own rows or columns has the standard size. */
function total(first: number, count: number, known: number, standard: number, size: (index: number) => number): number {
  let sum = Math.max(0, first + count - Math.max(first, known)) * standard;
  for (let index = first; index < Math.min(first + count, known); index++) sum += size(index);
  return sum;
}
