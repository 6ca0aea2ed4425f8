import {
  Direction,
  type ICellData,
  type ICommandInfo,
  ICommandService,
  type Injector,
  type IObjectMatrixPrimitiveType,
  IUniverInstanceService,
  type Nullable,
  UniverInstanceType,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import {
  EffectRefRangId,
  type IInsertColCommandParams,
  type IInsertRowCommandParams,
  InsertColByRangeCommand,
  InsertRowByRangeCommand,
  SheetInterceptorService,
} from "@univerjs/sheets";

type InsertParams = IInsertRowCommandParams | IInsertColCommandParams;

/**
 * Lets rows and columns be inserted as in Excel. What belongs to cells (conditional formats, validation, formulas) moves away
 * where it begins at the place of insertion, and grows where it ends just before; the new cells take the format and the lock of
 * those before them. Univer decides by a direction that its menus give, lets a conditional format grow upwards but moves its
 * formula away, and gives new cells for good the colour that a conditional format showed in their neighbours.
 */
export function insertAsExcel(injector: Injector): void {
  const interceptors = injector.get(SheetInterceptorService);
  const onCommandExecute = interceptors.onCommandExecute.bind(interceptors);
  interceptors.onCommandExecute = (command) => onCommandExecute(behindNeighbours(command));
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    const rows = id === InsertRowByRangeCommand.id;
    if (!rows && id !== InsertColByRangeCommand.id) return;
    const insertion = params as InsertParams;
    const sheet = injector
      .get(IUniverInstanceService)
      .getUnit<Workbook>(insertion.unitId, UniverInstanceType.UNIVER_SHEET)
      ?.getSheetBySheetId(insertion.subUnitId);
    if (sheet) insertion.cellValue = rows ? rowsLikeAbove(sheet, insertion) : columnsLikeBefore(sheet, insertion);
  });
}

const DIRECTIONS: Record<string, Direction> = {
  [EffectRefRangId.InsertRowCommandId]: Direction.DOWN,
  [EffectRefRangId.InsertColCommandId]: Direction.RIGHT,
};

function behindNeighbours(command: ICommandInfo): ICommandInfo {
  const direction = DIRECTIONS[command.id];
  return direction === undefined ? command : { ...command, params: { ...command.params, direction } };
}

type Cells = IObjectMatrixPrimitiveType<ICellData>;

function rowsLikeAbove(sheet: Worksheet, { range }: InsertParams): Cells {
  const cells: Cells = {};
  for (let column = 0; column < sheet.getColumnCount(); column++) {
    const format = formatOf(range.startRow > 0 ? sheet.getCellRaw(range.startRow - 1, column) : null);
    for (let row = range.startRow; format && row <= range.endRow; row++) (cells[row] ??= {})[column] = { ...format };
  }
  return cells;
}

function columnsLikeBefore(sheet: Worksheet, { range }: InsertParams): Cells {
  const cells: Cells = {};
  for (let row = 0; row < sheet.getRowCount(); row++) {
    const format = formatOf(range.startColumn > 0 ? sheet.getCellRaw(row, range.startColumn - 1) : null);
    for (let column = range.startColumn; format && column <= range.endColumn; column++) {
      (cells[row] ??= {})[column] = { ...format };
    }
  }
  return cells;
}

function formatOf(cell: Nullable<ICellData>): ICellData | null {
  const custom = cell?.custom as { unlocked?: true } | null | undefined;
  if (!cell?.s && !custom?.unlocked) return null;
  return { ...(cell?.s ? { s: cell.s } : {}), ...(custom?.unlocked ? { custom: { unlocked: true } } : {}) };
}
