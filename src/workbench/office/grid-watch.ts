import {
  type ICellData,
  type ICommandInfo,
  ICommandService,
  type IDisposable,
  type IExecutionOptions,
  type Injector,
  type IObjectMatrixPrimitiveType,
  type IRange,
  type IUnitRange,
  IUniverInstanceService,
  type IWorksheetData,
  type Nullable,
  ObjectMatrix,
  UniverInstanceType,
  type Workbook,
} from "@univerjs/core";
import { SetFormulaCalculationResultMutation } from "@univerjs/engine-formula";
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColMutation,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowMutation,
  InsertSheetMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
} from "@univerjs/sheets";
import { type Area, fromGridRange, SHEET_COLUMNS, SHEET_ROWS, spanning } from "./addresses";

export type StructureChangeType =
  "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";

export type ShiftDirection = "None" | "ShiftCellLeft" | "ShiftCellUp" | "ShiftCellRight" | "ShiftCellDown";

export interface ChangedCell {
  row: number;
  column: number;
  before: Nullable<ICellData>;
  after: Nullable<ICellData>;
  /** Only the format was set, not the content. */
  formatOnly: boolean;
}

/** Whether the workbook was changed here, or by somebody else who has it open too. */
export type ChangeSource = "Local" | "Remote";

/** What happened in the grid, in the order in which it began, one for each act and kind. */
export type GridChange = { source: ChangeSource } & Happening;

type Happening =
  | { kind: "cells"; sheetId: string; cells: ChangedCell[] }
  | { kind: "structure"; sheetId: string; area: Area; changeType: StructureChangeType; shift: ShiftDirection }
  | { kind: "added" | "deleted"; sheetId: string }
  | { kind: "moved"; sheetId: string; before: number; after: number }
  | { kind: "renamed"; sheetId: string; before: string; after: string }
  | { kind: "hidden"; sheetId: string; hidden: boolean }
  | { kind: "rowsHidden"; sheetId: string; area: Area; hidden: boolean }
  | { kind: "activated"; before: string; after: string }
  | { kind: "calculated"; sheetId: string };

interface SheetParams {
  unitId: string;
  subUnitId: string;
}
type RangeParams = SheetParams & { range: IRange };

const ROWS: Partial<Record<string, StructureChangeType>> = {
  [InsertRowMutation.id]: "RowInserted",
  [RemoveRowMutation.id]: "RowDeleted",
};
const COLUMNS: Partial<Record<string, StructureChangeType>> = {
  [InsertColMutation.id]: "ColumnInserted",
  [RemoveColMutation.id]: "ColumnDeleted",
};
const SHIFTS: Partial<Record<string, [StructureChangeType, ShiftDirection]>> = {
  [InsertRangeMoveDownCommand.id]: ["CellInserted", "ShiftCellDown"],
  [InsertRangeMoveRightCommand.id]: ["CellInserted", "ShiftCellRight"],
  [DeleteRangeMoveUpCommand.id]: ["CellDeleted", "ShiftCellUp"],
  [DeleteRangeMoveLeftCommand.id]: ["CellDeleted", "ShiftCellLeft"],
};
const CONTENT_KEYS = ["v", "f", "si", "p"] as const;

/** A change of format says again which formula the cell has. */
const isSame = (cell: ICellData, before: Nullable<ICellData>, key: (typeof CONTENT_KEYS)[number]): boolean =>
  (key === "f" || key === "si") && cell[key] === before?.[key];

/** The grid marks what it was sent by others. */
const sourceOf = (options: IExecutionOptions | undefined): ChangeSource => (options?.fromCollab ? "Remote" : "Local");

interface TouchedCell {
  row: number;
  column: number;
  before: Nullable<ICellData>;
  formatOnly: boolean;
}

/** Gathers the grid's mutations until they are taken as changes. */
export class GridWatch {
  readonly #instances: IUniverInstanceService;
  readonly #subscriptions: IDisposable[];
  #touched: Record<ChangeSource, Map<string, Map<number, TouchedCell>>> = { Local: new Map(), Remote: new Map() };
  /** What stood in cells before the grid laid a formula down in them, which it does ahead of the change itself. */
  #replaced = new Map<string, Map<number, Nullable<ICellData>>>();
  /** Of the command that is looked at now. */
  #source: ChangeSource = "Local";
  #changes: GridChange[] = [];
  /** The workbook, and the sheet of it that was active when changes were last taken. */
  #lastActive: { unitId: string; sheetId: string } | null = null;
  #onChange: () => void;

  /** `onChange` is called after each mutation that will make a change. */
  constructor(injector: Injector, onChange: () => void) {
    const commands = injector.get(ICommandService);
    this.#instances = injector.get(IUniverInstanceService);
    this.#onChange = onChange;
    this.#activation();
    this.#subscriptions = [
      commands.beforeCommandExecuted((command, options) => this.#before(command, options)),
      commands.onCommandExecuted((command, options) => this.#after(command, options)),
    ];
  }

  get #workbook(): Nullable<Workbook> {
    return this.#instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
  }

  /** What happened since the last time, and forgets it. */
  take(): GridChange[] {
    const taken = [...this.#changes, ...this.#activation()];
    // cells that a row's insertion or deletion wrote (shifted formulas, restored values) are part of that change
    const restructured = taken.some(({ kind }) => kind === "structure");
    for (const source of restructured ? [] : (["Local", "Remote"] as const)) {
      for (const [sheetId, cells] of this.#touched[source]) {
        const matrix = this.#workbook?.getSheetBySheetId(sheetId)?.getCellMatrix();
        if (!matrix) continue;
        const changed = [...cells.values()].map((cell) => ({ ...cell, after: matrix.getValue(cell.row, cell.column) }));
        taken.push({ kind: "cells", source, sheetId, cells: changed });
      }
    }
    this.#touched = { Local: new Map(), Remote: new Map() };
    this.#replaced = new Map();
    this.#changes = [];
    return taken;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #before(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    this.#source = sourceOf(options);
    switch (command.id) {
      case SetRangeValuesMutation.id: {
        const { subUnitId, cellValue } = command.params as SheetParams & {
          cellValue?: IObjectMatrixPrimitiveType<Nullable<ICellData>>;
        };
        if (options?.["applyFormulaCalculationResult"]) return;
        if (options?.["fromFormula"] || options?.onlyLocal) {
          new ObjectMatrix(cellValue).forValue((row, column) => this.#keep(subUnitId, row, column));
          return;
        }
        new ObjectMatrix(cellValue).forValue((row, column, cell) => {
          const before = this.#workbook?.getSheetBySheetId(subUnitId)?.getCellMatrix().getValue(row, column);
          const formatOnly =
            !!cell && CONTENT_KEYS.every((key) => cell[key] === undefined || isSame(cell, before, key));
          if (!formatOnly || cell.s !== undefined) this.#touch(subUnitId, row, column, formatOnly);
        });
        return;
      }
      case MoveRangeMutation.id: {
        const { from, to } = command.params as Record<
          "from" | "to",
          { subUnitId: string; value: IObjectMatrixPrimitiveType<Nullable<ICellData>> }
        >;
        for (const { subUnitId, value } of [from, to]) {
          new ObjectMatrix(value).forValue((row, column) => this.#touch(subUnitId, row, column, false));
        }
        return;
      }
      case ReorderRangeMutation.id:
      case MoveRowsMutation.id:
      case MoveColsMutation.id:
        this.#touchMoved(
          command.params as SheetParams & Partial<Record<"range" | "sourceRange" | "targetRange", IRange>>,
        );
        return;
      case SetWorksheetNameMutation.id: {
        const { subUnitId, name } = command.params as SheetParams & { name: string };
        const before = this.#workbook?.getSheetBySheetId(subUnitId)?.getName() ?? "";
        this.#add({ kind: "renamed", sheetId: subUnitId, before, after: name });
      }
    }
  }

  #after(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    this.#source = sourceOf(options);
    const rows = ROWS[command.id];
    const columns = COLUMNS[command.id];
    const shift = SHIFTS[command.id];
    if (rows) {
      const { subUnitId, range } = command.params as RangeParams;
      this.#restructure(subUnitId, spanning(range.startRow, 0, range.endRow, SHEET_COLUMNS - 1), rows);
    } else if (columns) {
      const { subUnitId, range } = command.params as RangeParams;
      this.#restructure(subUnitId, spanning(0, range.startColumn, SHEET_ROWS - 1, range.endColumn), columns);
    } else if (shift) {
      const { subUnitId, range } = (command.params ?? {}) as Partial<RangeParams>;
      const sheetId = subUnitId ?? this.#workbook?.getActiveSheet()?.getSheetId();
      if (sheetId && range) this.#restructure(sheetId, fromGridRange(range), ...shift);
    } else this.#afterOther(command, options);
  }

  #afterOther(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    const params = command.params as SheetParams;
    switch (command.id) {
      case SetRangeValuesMutation.id:
        if (!options?.["fromFormula"] && !options?.onlyLocal) this.#onChange();
        return;
      case InsertSheetMutation.id:
        return this.#add({ kind: "added", sheetId: (params as unknown as { sheet: IWorksheetData }).sheet.id });
      case RemoveSheetMutation.id:
        return this.#add({ kind: "deleted", sheetId: params.subUnitId });
      case SetWorksheetOrderMutation.id: {
        const { fromOrder, toOrder } = params as unknown as { fromOrder: number; toOrder: number };
        return this.#add({ kind: "moved", sheetId: params.subUnitId, before: fromOrder, after: toOrder });
      }
      case SetWorksheetHideMutation.id: {
        const { hidden } = params as unknown as { hidden: number };
        return this.#add({ kind: "hidden", sheetId: params.subUnitId, hidden: hidden === 1 });
      }
      case SetRowHiddenMutation.id:
      case SetRowVisibleMutation.id:
        for (const { startRow, endRow } of (params as unknown as { ranges: IUnitRange["range"][] }).ranges) {
          const area = spanning(startRow, 0, endRow, SHEET_COLUMNS - 1);
          this.#add({
            kind: "rowsHidden",
            sheetId: params.subUnitId,
            area,
            hidden: command.id === SetRowHiddenMutation.id,
          });
        }
        return;
      case SetWorksheetActiveOperation.id:
        return this.#onChange();
      case SetFormulaCalculationResultMutation.id: {
        const { unitData } = params as unknown as { unitData: Record<string, Record<string, unknown> | undefined> };
        const sheets = Object.values(unitData).flatMap((sheetData) => Object.keys(sheetData ?? {}));
        for (const sheetId of sheets) this.#add({ kind: "calculated", sheetId });
      }
    }
  }

  /** Sheets that are active in passing do not count, nor does opening another workbook. */
  #activation(): GridChange[] {
    const unitId = this.#workbook?.getUnitId();
    const sheetId = this.#workbook?.getActiveSheet()?.getSheetId();
    const before = this.#lastActive;
    if (unitId === undefined || sheetId === undefined) return [];
    this.#lastActive = { unitId, sheetId };
    if (before?.unitId !== unitId || before.sheetId === sheetId) return [];
    return [{ kind: "activated", source: "Local", before: before.sheetId, after: sheetId }];
  }

  #touch(sheetId: string, row: number, column: number, formatOnly: boolean): void {
    const touched = this.#touched[this.#source];
    const cells = touched.get(sheetId) ?? new Map<number, TouchedCell>();
    touched.set(sheetId, cells);
    const key = row * SHEET_COLUMNS + column;
    const known = cells.get(key);
    if (known) {
      known.formatOnly &&= formatOnly;
      return;
    }
    const replaced = this.#replaced.get(sheetId);
    const before = replaced?.has(key) ? replaced.get(key) : this.#cell(sheetId, row, column);
    cells.set(key, { row, column, before, formatOnly });
  }

  #keep(sheetId: string, row: number, column: number): void {
    const replaced = this.#replaced.get(sheetId) ?? new Map<number, Nullable<ICellData>>();
    this.#replaced.set(sheetId, replaced);
    const key = row * SHEET_COLUMNS + column;
    if (!replaced.has(key)) replaced.set(key, this.#cell(sheetId, row, column));
  }

  /** The cell as it is now. */
  #cell(sheetId: string, row: number, column: number): Nullable<ICellData> {
    const cell = this.#workbook?.getSheetBySheetId(sheetId)?.getCellMatrix().getValue(row, column);
    return cell ? { ...cell } : null;
  }

  #touchMoved({
    subUnitId,
    ...ranges
  }: SheetParams & Partial<Record<"range" | "sourceRange" | "targetRange", IRange>>): void {
    const sheet = this.#workbook?.getSheetBySheetId(subUnitId);
    const scope = sheet?.getCellMatrix().getDataRange();
    if (!scope) return;
    for (const range of [ranges.range, ranges.sourceRange, ranges.targetRange]) {
      if (!range) continue;
      for (let row = Math.max(0, range.startRow); row <= Math.min(range.endRow, scope.endRow); row++) {
        for (
          let column = Math.max(0, range.startColumn);
          column <= Math.min(range.endColumn, scope.endColumn);
          column++
        ) {
          this.#touch(subUnitId, row, column, false);
        }
      }
    }
    this.#onChange();
  }

  #restructure(sheetId: string, area: Area, changeType: StructureChangeType, shift: ShiftDirection = "None"): void {
    this.#add({ kind: "structure", sheetId, area, changeType, shift });
  }

  #add(change: Happening): void {
    this.#changes.push({ ...change, source: this.#source });
    this.#onChange();
  }
}
