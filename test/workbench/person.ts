import {
  CellValueType,
  CommandType,
  DataValidationErrorStyle,
  DataValidationStatus,
  Direction,
  type ICellData,
  ICommandService,
  IUndoRedoService,
  RedoCommand,
  UndoCommand,
  type Worksheet,
} from "@univerjs/core";
import {
  ClearSelectionContentCommand,
  CopySheetCommand,
  InsertColByRangeCommand,
  InsertRowByRangeCommand,
  InsertSheetCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  RemoveSheetCommand,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetNameCommand,
} from "@univerjs/sheets";
import { SheetDataValidationModel, SheetsDataValidationValidatorService } from "@univerjs/sheets-data-validation";
import { type Area, parseArea, toGridRange } from "../../src/workbench/office/addresses";
import type { Book } from "../../src/workbench/office/book";
import { contentOf } from "../../src/workbench/office/cells/input";
import { numberFormatOf } from "../../src/workbench/office/cells/read";
import { CELL_EDITOR_OPERATION } from "../../src/workbench/office/edit-mode";
import { NEW_SHEET_SIZE, STANDARD_SIZE } from "../../src/workbench/univer/blank-workbook";

export type Input = string | number | boolean;

/** Whether the grid took what a person put in, and what it said if not. */
export interface InputResult {
  accepted: boolean;
  message?: string;
}

/** Acts of a person at the grid, through the commands that the grid's own interface runs. */
export class Person {
  readonly #book: Book;
  readonly #settled: () => Promise<void>;

  constructor(book: Book, settled: () => Promise<void>) {
    this.#book = book;
    this.#settled = settled;
    const commands = this.#commands;
    // the cell editor belongs to the interface, which a headless grid has not; only its opening and closing matter here
    if (!commands.hasCommand(CELL_EDITOR_OPERATION)) {
      commands.registerCommand({ id: CELL_EDITOR_OPERATION, type: CommandType.OPERATION, handler: () => true });
    }
  }

  /** Types into one cell and presses Enter. Validation of the stop style refuses with its message. */
  async type(sheet: string, address: string, input: Input): Promise<InputResult> {
    const { subUnitId: sheetId } = this.#target(sheet);
    const { row, column } = area(address);
    const redoUndoId = crypto.randomUUID();
    const taken = await this.#put(sheet, address, [[input]], redoUndoId);
    if (!taken) return { accepted: false };
    const message = await this.#refusal(sheetId, row, column);
    if (message !== null) this.#book.grid.injector.get(IUndoRedoService).rollback(redoUndoId, this.#book.unitId);
    await this.#settled();
    return message === null ? { accepted: true } : { accepted: false, message };
  }

  /** Pastes values from the first cell on; nothing is pasted over locked cells. */
  async paste(sheet: string, address: string, values: readonly (readonly Input[])[]): Promise<InputResult> {
    const accepted = await this.#put(sheet, address, values);
    await this.#settled();
    return { accepted };
  }

  /** Values arrive from the first cell on that somebody else typed who has the workbook open too. */
  async receive(sheet: string, address: string, values: readonly (readonly Input[])[]): Promise<InputResult> {
    const { row, column } = area(address);
    const cellValue: Record<number, Record<number, ICellData>> = {};
    values.forEach((inputs, i) => {
      cellValue[row + i] = Object.fromEntries(inputs.map((input, j) => [column + j, contentOf(input, "")]));
    });
    const params = { ...this.#target(sheet), cellValue };
    const accepted = this.#commands.syncExecuteCommand(SetRangeValuesMutation.id, params, { fromCollab: true });
    await this.#settled();
    return { accepted };
  }

  /** Selects cells and presses Delete. */
  async clear(sheet: string, address: string): Promise<InputResult> {
    await this.select(sheet, address);
    return this.#run(ClearSelectionContentCommand.id, { ...this.#target(sheet), ranges: [toGridRange(area(address))] });
  }

  undo(): Promise<InputResult> {
    return this.#run(UndoCommand.id, {});
  }

  redo(): Promise<InputResult> {
    return this.#run(RedoCommand.id, {});
  }

  /** Inserts `count` rows before row number `row` (1 is the first). */
  insertRows(sheet: string, row: number, count = 1): Promise<InputResult> {
    const range = this.#rows(sheet, row, count);
    const direction = row > 1 ? Direction.DOWN : Direction.UP;
    return this.#structural(sheet, InsertRowByRangeCommand.id, { range, direction });
  }

  deleteRows(sheet: string, row: number, count = 1): Promise<InputResult> {
    return this.#structural(sheet, RemoveRowByRangeCommand.id, { range: this.#rows(sheet, row, count) });
  }

  /** Inserts `count` columns before column number `column` (1 is A). */
  insertColumns(sheet: string, column: number, count = 1): Promise<InputResult> {
    const range = this.#columns(sheet, column, count);
    const direction = column > 1 ? Direction.RIGHT : Direction.LEFT;
    return this.#structural(sheet, InsertColByRangeCommand.id, { range, direction });
  }

  deleteColumns(sheet: string, column: number, count = 1): Promise<InputResult> {
    return this.#structural(sheet, RemoveColByRangeCommand.id, { range: this.#columns(sheet, column, count) });
  }

  renameSheet(sheet: string, name: string): Promise<InputResult> {
    return this.#run(SetWorksheetNameCommand.id, { ...this.#target(sheet), name });
  }

  async addSheet(name: string): Promise<InputResult> {
    const sheet = { id: crypto.randomUUID(), name, ...NEW_SHEET_SIZE, ...STANDARD_SIZE };
    return this.#run(InsertSheetCommand.id, {
      unitId: this.#book.unitId,
      index: this.#book.workbook.getSheetSize(),
      sheet,
    });
  }

  /** Copies a sheet; the grid names the copy. */
  copySheet(sheet: string): Promise<InputResult> {
    return this.#run(CopySheetCommand.id, this.#target(sheet));
  }

  deleteSheet(sheet: string): Promise<InputResult> {
    return this.#run(RemoveSheetCommand.id, this.#target(sheet));
  }

  activate(sheet: string): Promise<InputResult> {
    return this.#run(SetWorksheetActiveOperation.id, this.#target(sheet));
  }

  /** Activates the sheet and selects cells of it; several areas are separated by commas. */
  async select(sheet: string, addresses: string): Promise<InputResult> {
    await this.activate(sheet);
    const selections = addresses.split(",").map((address) => {
      const chosen = toGridRange(area(address));
      const primary = this.#worksheet(sheet).getCellInfoInMergeData(chosen.startRow, chosen.startColumn);
      const { startRow, startColumn, endRow, endColumn } = primary;
      const isClick = chosen.startRow === chosen.endRow && chosen.startColumn === chosen.endColumn;
      return { range: isClick ? { startRow, startColumn, endRow, endColumn } : chosen, primary, style: null };
    });
    return this.#run(SetSelectionsOperation.id, { ...this.#target(sheet), selections });
  }

  /** Opens the cell editor: until `endEdit` Excel refuses every batch. */
  startEdit(): Promise<InputResult> {
    return this.#run(CELL_EDITOR_OPERATION, { visible: true });
  }

  endEdit(): Promise<InputResult> {
    return this.#run(CELL_EDITOR_OPERATION, { visible: false });
  }

  get #commands(): ICommandService {
    return this.#book.grid.injector.get(ICommandService);
  }

  #worksheet(name: string): Worksheet {
    const sheet = this.#book.workbook.getSheetBySheetName(name);
    if (!sheet) throw new Error(`There is no sheet "${name}".`);
    return sheet;
  }

  #target(sheet: string): { unitId: string; subUnitId: string } {
    return this.#book.target(this.#worksheet(sheet).getSheetId());
  }

  async #run(id: string, params: object): Promise<InputResult> {
    const accepted = await this.#commands.executeCommand(id, params);
    await this.#settled();
    return { accepted };
  }

  /** Rows and columns are inserted and deleted on the sheet that a person sees. */
  async #structural(sheet: string, id: string, params: object): Promise<InputResult> {
    await this.activate(sheet);
    return this.#run(id, { ...this.#target(sheet), ...params });
  }

  #rows(sheet: string, row: number, rows: number): ReturnType<typeof toGridRange> {
    return toGridRange({ row: row - 1, rows, column: 0, columns: this.#worksheet(sheet).getColumnCount() });
  }

  #columns(sheet: string, column: number, columns: number): ReturnType<typeof toGridRange> {
    return toGridRange({ column: column - 1, columns, row: 0, rows: this.#worksheet(sheet).getRowCount() });
  }

  #put(sheet: string, address: string, values: readonly (readonly Input[])[], redoUndoId?: string): Promise<boolean> {
    const target = this.#target(sheet);
    const { row, column } = area(address);
    const range = toGridRange({ row, column, rows: values.length, columns: values[0]?.length ?? 0 });
    const value = values.map((inputs, i) =>
      inputs.map((input, j) => {
        const pattern = numberFormatOf(this.#book, target.subUnitId, row + i, column + j);
        const { pattern: brought, t, ...content } = contentOf(input, pattern);
        const style = brought === undefined ? {} : { s: { n: { pattern: brought } } };
        return { ...content, ...(t === CellValueType.FORCE_STRING ? { t } : {}), ...style };
      }),
    );
    return this.#commands.executeCommand(SetRangeValuesCommand.id, { ...target, range, value, redoUndoId });
  }

  /** The message with which validation refuses what now stands in the cell, or null. */
  async #refusal(sheetId: string, row: number, column: number): Promise<string | null> {
    const { injector } = this.#book.grid;
    const { unitId } = this.#book;
    const rules = injector.get(SheetDataValidationModel);
    const rule = rules.getRuleByLocation(unitId, sheetId, row, column);
    if (rule?.errorStyle !== DataValidationErrorStyle.STOP) return null;
    const validator = injector.get(SheetsDataValidationValidatorService);
    const status = await validator.validatorCell(unitId, sheetId, row, column);
    if (status === DataValidationStatus.VALID) return null;
    const position = { row, col: column, unitId, subUnitId: sheetId };
    return rules.getValidator(rule.type)?.getRuleFinalError(rule, position) ?? "";
  }
}

function area(address: string): Area {
  const parsed = parseArea(address);
  if (!parsed) throw new Error(`"${address}" is no address.`);
  return parsed;
}
