import {
  type ICellData,
  type ICommand,
  ICommandService,
  type IMutationInfo,
  IUndoRedoService,
  IUniverInstanceService,
  type Nullable,
  sequenceExecute,
  UniverInstanceType,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { SetWorksheetColumnCountCommand, SetWorksheetRowCountCommand } from "@univerjs/sheets";
import type { SheetExtras, WorkbookExtras } from "../extras";
import type { Grid } from "../univer/open-univer";
import { type Area, intersection, isWholeColumns, isWholeRows, lastColumn, lastRow, spanning } from "./addresses";
import { sheetExtrasOf } from "./extras-access";
import { HostError } from "./host-error";
import type { LiveAreas } from "./live-areas";

/** What the page around the grid knows and the grid does not. */
export interface BookSurroundings {
  extras(): WorkbookExtras;
  /** File name of the open workbook, e.g. "年报.xlsx". */
  documentName(): string;
  /** The workbook as .xlsx. */
  save(): Promise<Uint8Array>;
  /** Opens another workbook from the bytes of an .xlsx. */
  open(bytes: Uint8Array): Promise<void>;
  /** Whether the pane is in sight; the add-in runs all the same. */
  isPaneShown(): boolean;
  showPane(isShown: boolean): void;
}

/** The grid's workbook as the object model sees it: where everything is read, and the only place that writes. */
export class Book {
  readonly grid: Grid;
  readonly live: LiveAreas;
  readonly surroundings: BookSurroundings;
  readonly #commands: ICommandService;
  #wrote = false;
  #acting = false;

  constructor(grid: Grid, live: LiveAreas, surroundings: BookSurroundings) {
    this.grid = grid;
    this.live = live;
    this.surroundings = surroundings;
    this.#commands = grid.injector.get(ICommandService);
  }

  /** Null between the closing of a workbook and the opening of another. */
  get openWorkbook(): Workbook | null {
    const instances = this.grid.injector.get(IUniverInstanceService);
    return instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET) ?? null;
  }

  get workbook(): Workbook {
    const workbook = this.openWorkbook;
    if (!workbook) throw new HostError("InvalidOrTimedOutSession");
    return workbook;
  }

  get unitId(): string {
    return this.workbook.getUnitId();
  }

  get extras(): WorkbookExtras {
    return this.surroundings.extras();
  }

  sheetExtras(sheetId: string): SheetExtras {
    return sheetExtrasOf(this.extras, sheetId);
  }

  worksheet(sheetId: string): Worksheet {
    const worksheet = this.workbook.getSheetBySheetId(sheetId);
    if (!worksheet) throw new HostError("ItemNotFound", "The worksheet was deleted.");
    return worksheet;
  }

  /** Parameters that most of the grid's commands begin with. */
  target(sheetId: string): { unitId: string; subUnitId: string } {
    return { unitId: this.unitId, subUnitId: sheetId };
  }

  cell(sheetId: string, row: number, column: number): Nullable<ICellData> {
    return this.worksheet(sheetId).getCellMatrix().getValue(row, column);
  }

  /** The formula of a cell with its "=", or null. */
  formula(sheetId: string, row: number, column: number): string | null {
    const cell = this.cell(sheetId, row, column);
    if (!cell?.f && !cell?.si) return null;
    if (cell.f && !cell.si) return cell.f;
    const shared = this.grid.injector.get(FormulaDataModel).getFormulaStringByCell(row, column, sheetId, this.unitId);
    return shared ?? cell.f ?? null;
  }

  /** Resolves when the results of all formulas stand in the cells, as far as cells have changed until now. */
  calculated(): Promise<void> {
    return this.grid.recalculation.caughtUp();
  }

  /** The part of an area that the grid has cells for; whole columns and rows reach beyond. Null where there is none. */
  within(sheetId: string, area: Area): Area | null {
    const sheet = this.worksheet(sheetId);
    return intersection(area, spanning(0, 0, sheet.getRowCount() - 1, sheet.getColumnCount() - 1));
  }

  /**
   * The part of an area to write to: all of it, for which the sheet grows if it must; of whole columns or rows as much as
   * the grid has.
   */
  writable(sheetId: string, area: Area): Area {
    const sheet = this.worksheet(sheetId);
    const bottom = isWholeColumns(area) ? sheet.getRowCount() - 1 : lastRow(area);
    const right = isWholeRows(area) ? sheet.getColumnCount() - 1 : lastColumn(area);
    const target = this.target(sheetId);
    if (bottom >= sheet.getRowCount()) {
      this.execute(SetWorksheetRowCountCommand, { ...target, rowCount: bottom + 1 });
    }
    if (right >= sheet.getColumnCount()) {
      this.execute(SetWorksheetColumnCountCommand, { ...target, columnCount: right + 1 });
    }
    return spanning(area.row, area.column, bottom, right);
  }

  /** Runs a command of the grid on behalf of the add-in: a person can undo it, and no protection holds it up. */
  execute<Params extends object>(command: ICommand<Params>, params: Params): void {
    this.#wrote = true;
    if (!this.show(command, params)) {
      throw new HostError("GeneralException", `The grid refused ${command.id}.`);
    }
  }

  /** Runs a command that changes what is seen and not what is saved: a selection, the active sheet. */
  show<Params extends object>(command: ICommand<Params>, params: Params): boolean {
    return this.#act(() => this.#commands.syncExecuteCommand(command.id, params));
  }

  /** The same for a command that works asynchronously. */
  async executeAsync<Params extends object>(command: ICommand<Params>, params: Params): Promise<void> {
    this.#wrote = true;
    const done = await this.#act(() => this.#commands.executeCommand(command.id, params));
    if (!done) throw new HostError("GeneralException", `The grid refused ${command.id}.`);
  }

  /** Some of the grid's commands work on the active sheet whatever they are told: for these another one is active. */
  async onActive(sheetId: string, act: () => void | Promise<void>): Promise<void> {
    const { workbook } = this;
    const active = workbook.getActiveSheet();
    if (active?.getSheetId() === sheetId) return act();
    workbook.setActiveSheet(this.worksheet(sheetId));
    try {
      await act();
    } finally {
      if (active) workbook.setActiveSheet(active);
    }
  }

  /** Runs mutations for which the grid has no command of the right kind; `undo` reverses them in the order given. */
  mutate(redo: IMutationInfo[], undo: IMutationInfo[]): void {
    this.#wrote = true;
    const done = this.#act(() => {
      const { result } = sequenceExecute(redo, this.#commands);
      const step = { unitID: this.unitId, redoMutations: redo, undoMutations: undo };
      if (result) this.grid.injector.get(IUndoRedoService).pushUndoRedo(step);
      return result;
    });
    if (!done) throw new HostError("GeneralException", `The grid refused ${redo.map(({ id }) => id).join(", ")}.`);
  }

  /** Notes that something beside the grid's cells was written. */
  touch(): void {
    this.#wrote = true;
  }

  /** Whether anything was written since the last call. */
  takeWrote(): boolean {
    const wrote = this.#wrote;
    this.#wrote = false;
    return wrote;
  }

  /** Whether what the grid is doing right now is the add-in's doing. */
  get acting(): boolean {
    return this.#acting;
  }

  #act<T>(act: () => T): T {
    const before = this.#acting;
    this.#acting = true;
    const end = (): void => {
      this.#acting = before;
    };
    let result: T;
    try {
      result = act();
    } catch (error) {
      end();
      throw error;
    }
    if (result instanceof Promise) return result.finally(end) as T;
    end();
    return result;
  }
}
