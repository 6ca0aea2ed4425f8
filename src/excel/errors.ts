import { CodedError } from "./coded-error";

/** Codes of everything that can go wrong at the sheet. `locales` has a sentence for each. */
export const EXCEL_ERROR_CODES = [
  "AccessDenied",
  "CellChanged",
  "CellEditMode",
  "CellsHidden",
  "HoldsFormula",
  "Host",
  "HostBusy",
  "NoRoom",
  "NotInExcel",
  "Occupied",
  "SessionLost",
  "SheetHidden",
  "SheetMissing",
  "SheetProtected",
  "TableMoved",
  "TooLarge",
  "WorkbookProtected",
] as const;

type ExcelErrorCode = (typeof EXCEL_ERROR_CODES)[number];

/** Something that Excel did not do. */
export abstract class ExcelError extends CodedError<ExcelErrorCode> {}

/** How many addresses are named when cells are in the way. */
const NAMED_CELLS = 10;

/** Cells that are not empty stand where a table would go. `details.cells` names the first ten, `details.count` says how many. */
export class OccupiedError extends ExcelError {
  readonly code = "Occupied";

  constructor(
    readonly sheet: string,
    readonly addresses: readonly string[],
  ) {
    const cells = addresses.slice(0, NAMED_CELLS).join(",");
    super(`${addresses.length} cells of ${sheet} are not empty: ${cells}`, { sheet, cells, count: addresses.length });
  }
}

/** The table would reach beyond the last row or column of the sheet. */
export class NoRoomError extends ExcelError {
  readonly code = "NoRoom";

  constructor(sheet: string, address: string) {
    super(`no room at ${sheet}!${address}`, { sheet, address });
  }
}

/** A cell holds something else than when it was read last. */
export class CellChangedError extends ExcelError {
  readonly code = "CellChanged";

  constructor(sheet: string, cell: string, expected: string, found: string) {
    super(`${sheet}!${cell} holds "${found}", no longer "${expected}"`, { sheet, cell, expected, found });
  }
}

/** Cells are calculated; a figure in their place would end that. `details.formula` is the first of them. */
export class HoldsFormulaError extends ExcelError {
  readonly code = "HoldsFormula";

  constructor(sheet: string, addresses: readonly string[], formula: string) {
    const cells = addresses.slice(0, NAMED_CELLS).join(",");
    super(`${sheet}!${cells} hold formulas: ${formula}`, { sheet, cells, formula, count: addresses.length });
  }
}

/** The table no longer stands where it was read: rows were inserted, or its labels were altered. */
export class TableMovedError extends ExcelError {
  readonly code = "TableMoved";

  constructor(sheet: string) {
    super(`the table on ${sheet} is not where it was`, { sheet });
  }
}

export class SheetProtectedError extends ExcelError {
  readonly code = "SheetProtected";

  constructor(sheet: string) {
    super(`sheet is protected: ${sheet}`, { sheet });
  }
}

/** Sheets cannot be added: the workbook's structure is protected. */
export class WorkbookProtectedError extends ExcelError {
  readonly code = "WorkbookProtected";

  constructor() {
    super("the structure of the workbook is protected");
  }
}

export class SheetMissingError extends ExcelError {
  readonly code = "SheetMissing";

  constructor(sheet: string) {
    super(`no such sheet: ${sheet}`, { sheet });
  }
}

export class SheetHiddenError extends ExcelError {
  readonly code = "SheetHidden";

  constructor(sheet: string) {
    super(`sheet is hidden: ${sheet}`, { sheet });
  }
}

/** Rows or columns are hidden, by hand or by a filter, and the cells with them: nobody sees what is selected. */
export class CellsHiddenError extends ExcelError {
  readonly code = "CellsHidden";

  constructor(sheet: string, address: string) {
    super(`${sheet}!${address} is hidden`, { sheet, address });
  }
}

/** A person is typing in a cell; Excel takes nothing until that ends. */
export class CellEditModeError extends ExcelError {
  readonly code = "CellEditMode";

  constructor(cause: unknown) {
    super("a cell is being edited", {}, { cause });
  }
}

/** Excel has a dialog open or is at work. */
export class HostBusyError extends ExcelError {
  readonly code = "HostBusy";

  constructor(cause: unknown) {
    super("Excel is busy", {}, { cause });
  }
}

/** The workbook was closed, or Excel on the web has ended the session. */
export class SessionLostError extends ExcelError {
  readonly code = "SessionLost";

  constructor(cause: unknown) {
    super("the workbook is no longer open", {}, { cause });
  }
}

/** Protected, shared or read-only: Excel does not say which. */
export class AccessDeniedError extends ExcelError {
  readonly code = "AccessDenied";

  constructor(cause: unknown) {
    super("Excel does not allow it", {}, { cause });
  }
}

/** More than Excel hands over, or takes, at once. */
export class TooLargeError extends ExcelError {
  readonly code = "TooLarge";

  constructor(cause: unknown) {
    super("more than Excel hands over at once", {}, { cause });
  }
}

/** Anything else that Excel answered. */
export class HostError extends ExcelError {
  readonly code = "Host";

  constructor(hostCode: string, message: string, location: string, cause: unknown) {
    super(`${hostCode} at ${location}: ${message}`, { hostCode, message, location }, { cause });
  }
}

/** The page was opened outside Excel. */
export class NotInExcelError extends ExcelError {
  readonly code = "NotInExcel";

  constructor(host: string) {
    super(`not opened in Excel but in ${host}`, { host });
  }
}
