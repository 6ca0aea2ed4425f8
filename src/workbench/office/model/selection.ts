import { SetSelectionsOperation, SetWorksheetActiveOperation, SheetsSelectionsService } from "@univerjs/sheets";
import { type Area, fromGridRange, toGridRange } from "../addresses";
import { HostError } from "../host-error";
import type { Model } from "./model";

const FIRST_CELL: Area = { row: 0, column: 0, rows: 1, columns: 1 };

/** What is selected on a sheet, the area with the active cell last; A1 where nothing ever was. */
export function selectedAreas(model: Model, sheetId: string): Area[] {
  const { book } = model;
  const selections = book.grid.injector
    .get(SheetsSelectionsService)
    .getWorkbookSelections(book.unitId)
    .getSelectionsOfWorksheet(sheetId);
  return selections.length === 0 ? [FIRST_CELL] : selections.map(({ range }) => fromGridRange(range));
}

/** Where a person clicked; of merged cells always the first, wherever the click fell. */
export function activeCell(model: Model, sheetId: string): Area {
  const { book } = model;
  const primary = book.grid.injector
    .get(SheetsSelectionsService)
    .getWorkbookSelections(book.unitId)
    .getSelectionsOfWorksheet(sheetId)
    .at(-1)?.primary;
  return primary ? { row: primary.startRow, column: primary.startColumn, rows: 1, columns: 1 } : FIRST_CELL;
}

export function activate(model: Model, sheetId: string): void {
  const { book } = model;
  if (book.worksheet(sheetId).isSheetHidden())
    throw new HostError("InvalidOperation", "A hidden sheet cannot be activated.");
  if (book.workbook.getActiveSheet()?.getSheetId() === sheetId) return;
  book.show(SetWorksheetActiveOperation, book.target(sheetId));
}

/** Selects cells and activates their sheet; the first cell of the last area becomes the active one. */
export function select(model: Model, sheetId: string, areas: readonly Area[]): void {
  const { book } = model;
  activate(model, sheetId);
  const selections = areas.map((area) => {
    const range = toGridRange(book.writable(sheetId, area));
    const { startRow, startColumn } = range;
    const cell = book.worksheet(sheetId).getCellInfoInMergeData(startRow, startColumn);
    return { range, primary: cell, style: null };
  });
  book.show(SetSelectionsOperation, { ...book.target(sheetId), selections });
}
