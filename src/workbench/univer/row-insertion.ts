import { Direction, type ICommandInfo, type Injector } from "@univerjs/core";
import { EffectRefRangId, SheetInterceptorService } from "@univerjs/sheets";

/**
 * Lets what belongs to cells (conditional formats, validation, formulas) follow inserted rows and columns as in Excel: what
 * begins at the place of insertion moves away, what ends just before it grows. Univer decides by where the new rows take their
 * style from, and when a row is inserted directly above a conditional format it lets the format grow but moves its formula.
 */
export function followInsertionsAsExcel(injector: Injector): void {
  const interceptors = injector.get(SheetInterceptorService);
  const onCommandExecute = interceptors.onCommandExecute.bind(interceptors);
  interceptors.onCommandExecute = (command) => onCommandExecute(asExcel(command));
}

const DIRECTIONS: Record<string, Direction> = {
  [EffectRefRangId.InsertRowCommandId]: Direction.DOWN,
  [EffectRefRangId.InsertColCommandId]: Direction.RIGHT,
};

function asExcel(command: ICommandInfo): ICommandInfo {
  const direction = DIRECTIONS[command.id];
  return direction === undefined ? command : { ...command, params: { ...command.params, direction } };
}
