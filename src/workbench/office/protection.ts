import { type ICommandInfo, ICommandService, type IDisposable, type IRange, ObjectMatrix } from "@univerjs/core";
import {
  SetRangeValuesMutation,
  SheetPermissionCheckController,
  SheetsSelectionsService,
  WorksheetDeleteColumnPermission,
  WorksheetDeleteRowPermission,
  WorksheetEditPermission,
  WorksheetInsertColumnPermission,
  WorksheetInsertHyperlinkPermission,
  WorksheetInsertRowPermission,
  WorksheetSetCellStylePermission,
  WorksheetSetCellValuePermission,
  WorksheetSetColumnStylePermission,
  WorksheetSetRowStylePermission,
  WorksheetSortPermission,
} from "@univerjs/sheets";
import type { CellExtras } from "../extras";
import { type Area, fromGridRange, intersection, isInside } from "./addresses";
import type { Book } from "./book";
import { HostError } from "./host-error";
import { WORDS } from "./words";

/** `Excel.WorksheetProtectionOptions` that are true or false, all false in a sheet that is protected without options. */
export const PROTECTION_OPTIONS = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
] as const;
export type ProtectionOption = (typeof PROTECTION_OPTIONS)[number];

type PermissionTypes = Parameters<SheetPermissionCheckController["permissionCheckWithRanges"]>[0];

/** What the grid asks leave for, and the option that gives it. Asked in this order; the first that applies decides. */
const GRID_PERMISSIONS: readonly (readonly [permission: unknown, option: ProtectionOption])[] = [
  [WorksheetInsertRowPermission, "allowInsertRows"],
  [WorksheetInsertColumnPermission, "allowInsertColumns"],
  [WorksheetDeleteRowPermission, "allowDeleteRows"],
  [WorksheetDeleteColumnPermission, "allowDeleteColumns"],
  [WorksheetSetRowStylePermission, "allowFormatRows"],
  [WorksheetSetColumnStylePermission, "allowFormatColumns"],
  [WorksheetInsertHyperlinkPermission, "allowInsertHyperlinks"],
  [WorksheetSortPermission, "allowSort"],
];

/** Commands of a person that may write to cells outside the selection for which the grid asked leave. */
const SPILLING = /paste|auto-fill|refill/;

/** Sheet protection as Excel has it: what is locked stays as it is, for the person in the grid and for the add-in. */
export class Protection {
  readonly #book: Book;
  readonly #subscriptions: IDisposable[] = [];

  constructor(book: Book) {
    this.#book = book;
    const { injector } = book.grid;
    const check = injector.get(SheetPermissionCheckController);
    const withRanges = check.permissionCheckWithRanges.bind(check);
    const withoutRange = check.permissionCheckWithoutRange.bind(check);
    check.permissionCheckWithRanges = (types, ranges, unitId, sheetId) =>
      withRanges(types, ranges, unitId, sheetId) && this.#allows(types, ranges, sheetId);
    check.permissionCheckWithoutRange = (types, unitId, sheetId) =>
      withoutRange(types, unitId, sheetId) && this.#allows(types, undefined, sheetId);
    this.#subscriptions.push(
      injector.get(ICommandService).beforeCommandExecuted((command) => this.#refuseSpill(command, check)),
      {
        dispose: () => {
          check.permissionCheckWithRanges = withRanges;
          check.permissionCheckWithoutRange = withoutRange;
        },
      },
    );
  }

  isProtected(sheetId: string): boolean {
    return this.#options(sheetId) !== null;
  }

  isLocked(sheetId: string, row: number, column: number): boolean {
    const extras = this.#book.cell(sheetId, row, column)?.custom as CellExtras | null | undefined;
    return extras?.unlocked !== true;
  }

  /** Whether some cell of the area is locked. */
  hasLocked(sheetId: string, area: Area): boolean {
    const inGrid = this.#book.within(sheetId, area);
    if (!inGrid || !isInside(area, inGrid)) return true;
    for (let row = 0; row < area.rows; row++) {
      for (let column = 0; column < area.columns; column++) {
        if (this.isLocked(sheetId, area.row + row, area.column + column)) return true;
      }
    }
    return false;
  }

  /** Answers `AccessDenied` where an add-in would change the content of a locked cell. */
  requireUnlocked(sheetId: string, area: Area): void {
    if (this.isProtected(sheetId) && this.hasLocked(sheetId, area)) {
      throw new HostError("AccessDenied", "The worksheet is protected and cells of the range are locked.");
    }
  }

  /** Answers `AccessDenied` where the sheet's protection does not allow this. */
  require(sheetId: string, option: ProtectionOption): void {
    const options = this.#options(sheetId);
    if (options && !options[option]) {
      throw new HostError("AccessDenied", `The worksheet is protected; its options do not include ${option}.`);
    }
  }

  /** Answers `AccessDenied` for what a protected sheet never lets an add-in do: merging, naming, protecting differently. */
  requireUnprotected(sheetId: string): void {
    if (this.isProtected(sheetId)) throw new HostError("AccessDenied", "The worksheet is protected.");
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #options(sheetId: string): Record<string, boolean> | null {
    return this.#book.extras.sheets[sheetId]?.protection?.options ?? null;
  }

  /** Whether a person may do what the grid asks leave for. */
  #allows({ worksheetTypes = [] }: PermissionTypes, ranges: IRange[] | undefined, sheetId?: string): boolean {
    if (this.#book.acting) return true;
    const id = sheetId ?? this.#book.workbook.getActiveSheet()?.getSheetId();
    const options = id === undefined ? null : this.#options(id);
    if (id === undefined || !options) return true;
    const asked = new Set<unknown>(worksheetTypes);
    const option = GRID_PERMISSIONS.find(([permission]) => asked.has(permission))?.[1];
    if (option) return options[option] === true;
    if (asked.has(WorksheetSetCellStylePermission) && !asked.has(WorksheetSetCellValuePermission)) {
      return options["allowFormatCells"] === true;
    }
    if (!asked.has(WorksheetEditPermission)) return true;
    const areas = (ranges ?? this.#selectedRanges()).map(fromGridRange);
    return areas.every((area) => !this.hasLocked(id, this.#cut(id, area)));
  }

  #selectedRanges(): IRange[] {
    const selections = this.#book.grid.injector.get(SheetsSelectionsService).getCurrentSelections();
    return selections.map(({ range }) => range);
  }

  /** A selection of whole columns is asked for as cells of the grid. */
  #cut(sheetId: string, area: Area): Area {
    const inGrid = this.#book.within(sheetId, area);
    return (inGrid && intersection(inGrid, area)) ?? area;
  }

  #refuseSpill(command: Readonly<ICommandInfo>, check: SheetPermissionCheckController): void {
    if (command.id !== SetRangeValuesMutation.id || this.#book.acting) return;
    const { subUnitId, cellValue, trigger } = command.params as {
      subUnitId: string;
      cellValue?: ConstructorParameters<typeof ObjectMatrix>[0];
      trigger?: string;
    };
    if (!trigger || !SPILLING.test(trigger) || !this.isProtected(subUnitId)) return;
    let locked = false;
    new ObjectMatrix(cellValue).forValue((row, column) => {
      locked ||= this.isLocked(subUnitId, row, column);
    });
    if (!locked) return;
    check.blockExecuteWithoutPermission(WORDS.pasteTouchesLockedCells);
  }
}
