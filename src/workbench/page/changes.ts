import {
  CommandType,
  ICommandService,
  type IDisposable,
  IUniverInstanceService,
  UniverInstanceType,
} from "@univerjs/core";
import type { Grid } from "../univer/open-univer";

/** Mutations that come from calculating, not from a person or the add-in. */
const isCalculation = (id: string): boolean => id.startsWith("formula.");

/** Calls `onChange` whenever the content of the open workbook changes; scrolling, selecting and calculating do not count. */
export function watchChanges(grid: Grid, onChange: () => void): IDisposable {
  const instances = grid.injector.get(IUniverInstanceService);
  return grid.injector.get(ICommandService).onCommandExecuted(({ id, type, params }, options) => {
    if (type !== CommandType.MUTATION || isCalculation(id)) return;
    if (options?.onlyLocal || options?.["fromFormula"]) return;
    // The cell editor is a document of its own; what is typed counts when it reaches the workbook.
    const workbook = instances.getCurrentUnitOfType(UniverInstanceType.UNIVER_SHEET);
    if (workbook && (params as { unitId?: string } | undefined)?.unitId === workbook.getUnitId()) onChange();
  });
}
