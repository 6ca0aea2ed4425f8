import { Direction } from "@univerjs/core";
import {
  AddWorksheetMergeMutation,
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColByRangeCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowByRangeCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  RemoveWorksheetMergeCommand,
  RemoveWorksheetMergeMutation,
} from "@univerjs/sheets";
import {
  type Area,
  fromGridRange,
  intersection,
  isSingleCell,
  isWholeColumns,
  isWholeRows,
  lastColumn,
  lastRow,
  sameArea,
  toGridRange,
  union,
} from "../addresses";
import type { Book } from "../book";
import { HostError } from "../host-error";
import { hasContent } from "./cell-value";
import { changeCells } from "./write";

/** Merged cells that have a cell in the area. */
export function mergesWithin(book: Book, sheetId: string, area: Area): Area[] {
  const merges = book.worksheet(sheetId).getMergeData().map(fromGridRange);
  return merges.filter((merge) => intersection(merge, area) !== null);
}

export function unmerge(book: Book, sheetId: string, area: Area): void {
  if (mergesWithin(book, sheetId, area).length === 0) return;
  book.execute(RemoveWorksheetMergeCommand, { ...book.target(sheetId), ranges: [toGridRange(area)] });
}

/** Merges the area, or each row of it; as in Excel only the first cell that holds something keeps its content. */
export function merge(book: Book, sheetId: string, area: Area, across: boolean): void {
  const written = book.writable(sheetId, area);
  const parts = across
    ? Array.from({ length: written.rows }, (_, row) => ({ ...written, row: written.row + row, rows: 1 }))
    : [written];
  for (const part of parts) mergeOne(book, sheetId, part);
}

function mergeOne(book: Book, sheetId: string, given: Area): void {
  if (isSingleCell(given)) return;
  const merged = mergesWithin(book, sheetId, given);
  const area = merged.reduce(union, given);
  if (merged.some((one) => sameArea(one, area))) return;
  unmerge(book, sheetId, area);
  const matrix = book.worksheet(sheetId).getCellMatrix();
  let keeper: { row: number; column: number } | null = null;
  for (let row = area.row; row <= lastRow(area) && !keeper; row++) {
    for (let column = area.column; column <= lastColumn(area) && !keeper; column++) {
      if (hasContent(matrix.getValue(row, column))) keeper = { row, column };
    }
  }
  const kept = keeper && matrix.getValue(keeper.row, keeper.column);
  if (kept) {
    const { v, t, f, si, p } = kept;
    changeCells(book, sheetId, area, (cell, row, column) => {
      if (row === area.row && column === area.column) return { v, t, f: f ?? null, si: si ?? null, p: p ?? null };
      return hasContent(cell) ? { v: null, t: null, f: null, si: null, p: null } : null;
    });
  }
  const params = { ...book.target(sheetId), ranges: [toGridRange(area)] };
  book.mutate([{ id: AddWorksheetMergeMutation.id, params }], [{ id: RemoveWorksheetMergeMutation.id, params }]);
}

export type InsertShift = "Down" | "Right";
export type DeleteShift = "Up" | "Left";

/** Inserts blank cells where the area is; whole rows and columns take the format of those before them. */
export async function insertCells(book: Book, sheetId: string, area: Area, shift: InsertShift): Promise<void> {
  const target = book.target(sheetId);
  if (isWholeRows(area)) {
    // rows are inserted beside one that the grid has
    book.writable(sheetId, { ...area, column: 0, columns: 1 });
    const direction = area.row > 0 ? Direction.DOWN : Direction.UP;
    const range = gridRows(book, sheetId, area);
    return book.onActive(sheetId, () => book.execute(InsertRowByRangeCommand, { ...target, range, direction }));
  }
  if (isWholeColumns(area)) {
    book.writable(sheetId, { ...area, row: 0, rows: 1 });
    const direction = area.column > 0 ? Direction.RIGHT : Direction.LEFT;
    const range = gridColumns(book, sheetId, area);
    return book.onActive(sheetId, () => book.execute(InsertColByRangeCommand, { ...target, range, direction }));
  }
  const command = shift === "Down" ? InsertRangeMoveDownCommand : InsertRangeMoveRightCommand;
  refuseSplitMerges(book, sheetId, area);
  const range = toGridRange(book.writable(sheetId, area));
  return book.onActive(sheetId, () => book.executeAsync(command, { ...target, range }));
}

/** Deletes the cells of the area, those behind them moving up or left. */
export async function deleteCells(book: Book, sheetId: string, area: Area, shift: DeleteShift): Promise<void> {
  const inGrid = book.within(sheetId, area);
  if (!inGrid) return;
  const target = book.target(sheetId);
  if (isWholeRows(area)) {
    keepOne(book.worksheet(sheetId).getRowCount() - inGrid.rows, "row");
    const range = gridRows(book, sheetId, inGrid);
    return book.onActive(sheetId, () => book.execute(RemoveRowByRangeCommand, { ...target, range }));
  }
  if (isWholeColumns(area)) {
    keepOne(book.worksheet(sheetId).getColumnCount() - inGrid.columns, "column");
    const range = gridColumns(book, sheetId, inGrid);
    return book.onActive(sheetId, () => book.execute(RemoveColByRangeCommand, { ...target, range }));
  }
  const command = shift === "Up" ? DeleteRangeMoveUpCommand : DeleteRangeMoveLeftCommand;
  refuseSplitMerges(book, sheetId, area);
  return book.onActive(sheetId, () => book.executeAsync(command, { ...target, range: toGridRange(inGrid) }));
}

function keepOne(left: number, what: string): void {
  if (left < 1) throw new HostError("InvalidOperation", `The grid needs at least one ${what}.`);
}

function refuseSplitMerges(book: Book, sheetId: string, area: Area): void {
  const split = mergesWithin(book, sheetId, area).some((one) => {
    const common = intersection(one, area);
    return !common || !sameArea(common, one);
  });
  if (split) throw new HostError("InvalidOperation", "This would split merged cells.");
}

const gridRows = (book: Book, sheetId: string, { row, rows }: Area): ReturnType<typeof toGridRange> =>
  toGridRange({ row, rows, column: 0, columns: book.worksheet(sheetId).getColumnCount() });

const gridColumns = (book: Book, sheetId: string, { column, columns }: Area): ReturnType<typeof toGridRange> =>
  toGridRange({ column, columns, row: 0, rows: book.worksheet(sheetId).getRowCount() });
