import type { ICellData, IStyleData, Nullable, Worksheet } from "@univerjs/core";
import { type Area, lastColumn, lastRow, spanning } from "../addresses";
import type { Book } from "../book";
import { HostError } from "../host-error";
import { type ExcelValue, hasContent, valueOf, valueTypeOf, type ValueType } from "./cell-value";
import { GENERAL } from "./input";
import { displayText } from "./number-format";

/** Excel on the web refuses to answer more than this many cells at once. */
const MOST_CELLS = 5_000_000;

/** One value for each cell of the area, row by row. */
export function readCells<T>(
  book: Book,
  sheetId: string,
  area: Area,
  read: (cell: Nullable<ICellData>, row: number, column: number) => T,
): T[][] {
  if (area.rows * area.columns > MOST_CELLS) {
    throw new HostError("ResponsePayloadSizeLimitExceeded", `${area.rows * area.columns} cells were asked for.`);
  }
  const matrix = book.worksheet(sheetId).getCellMatrix();
  return Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (__, j) => {
      const row = area.row + i;
      const column = area.column + j;
      return read(matrix.getValue(row, column), row, column);
    }),
  );
}

export const readValues = (book: Book, sheetId: string, area: Area): ExcelValue[][] =>
  readCells(book, sheetId, area, valueOf);

export const readValueTypes = (book: Book, sheetId: string, area: Area): ValueType[][] =>
  readCells(book, sheetId, area, valueTypeOf);

export const readFormulas = (book: Book, sheetId: string, area: Area): ExcelValue[][] =>
  readCells(book, sheetId, area, (cell, row, column) => book.formula(sheetId, row, column) ?? valueOf(cell));

export const readTexts = (book: Book, sheetId: string, area: Area): string[][] =>
  readCells(book, sheetId, area, (cell, row, column) =>
    displayText(valueOf(cell), numberFormatOf(book, sheetId, row, column)),
  );

export const readNumberFormats = (book: Book, sheetId: string, area: Area): string[][] =>
  readCells(book, sheetId, area, (_, row, column) => numberFormatOf(book, sheetId, row, column));

/** A cell's number format; what rows, columns and the sheet give it counts too. */
export function numberFormatOf(book: Book, sheetId: string, row: number, column: number): string {
  const sheet = book.worksheet(sheetId);
  if (row >= sheet.getRowCount() || column >= sheet.getColumnCount()) return GENERAL;
  return ownStyle(sheet, row, column).n?.pattern ?? GENERAL;
}

/** A cell's format with what its row, column and sheet give it, and without what conditional formats show over it. */
export const ownStyle = (sheet: Worksheet, row: number, column: number): IStyleData =>
  sheet.getComposedCellStyleByCellData(row, column, sheet.getCellRaw(row, column));

/** The smallest area around all cells that are used: with content or, unless `valuesOnly`, with a format of their own. */
export function usedArea(book: Book, sheetId: string, valuesOnly: boolean, within?: Area): Area | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  const cover = (row: number, column: number, lastR = row, lastC = column): void => {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, lastR);
    right = Math.max(right, lastC);
  };
  const inside = (row: number, column: number): boolean =>
    !within || (row >= within.row && row <= lastRow(within) && column >= within.column && column <= lastColumn(within));
  const sheet = book.worksheet(sheetId);
  sheet.getCellMatrix().forValue((row, column, cell) => {
    if (inside(row, column) && (hasContent(cell) || (!valuesOnly && !!cell?.s))) cover(row, column);
  });
  return bottom < 0 ? null : spanning(top, left, bottom, right);
}
