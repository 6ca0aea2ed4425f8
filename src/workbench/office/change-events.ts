import type { ICellData, Nullable } from "@univerjs/core";
import { type Area, formatArea, union } from "./addresses";
import { areasOf } from "./areas-of-cells";
import { valueOf, valueTypeOf } from "./cells/cell-value";
import { type EventDesk, EventType } from "./event-desk";
import type { ChangedCell, ChangeSource, GridChange } from "./grid-watch";
import { toWireId } from "./sheet-ids";

/** Tells handlers what happened in the grid. `byAddin` says whose doing it was, as far as it was done here. */
export function raiseChanges(desk: EventDesk, changes: readonly GridChange[], byAddin: boolean): void {
  for (const change of changes) raiseChange(desk, change, byAddin && change.source === "Local");
}

function raiseChange(desk: EventDesk, change: GridChange, byAddin: boolean): void {
  if (change.kind === "activated") {
    const [before, after] = [toWireId(change.before), toWireId(change.after)];
    desk.raise(EventType.Deactivated, before, { worksheetId: before });
    desk.raise(EventType.Activated, after, { worksheetId: after });
    return;
  }
  const worksheetId = toWireId(change.sheetId);
  const { source } = change;
  const whose = { source, worksheetId };
  switch (change.kind) {
    case "cells":
      return raiseCells(desk, change, byAddin);
    case "structure": {
      const { sheetId, area, changeType, shift } = change;
      // what was deleted cannot be asked for: the cells that took its place are
      const referenceId = desk.remember(sheetId, area);
      const address = formatArea(area);
      const payload = { ...whose, ...trigger(byAddin), address, changeType, referenceId, shiftDirection: shift };
      return desk.raise(EventType.Changed, worksheetId, payload);
    }
    case "added":
      return desk.raise(EventType.Added, worksheetId, whose);
    case "deleted":
      return desk.raise(EventType.Deleted, worksheetId, whose);
    case "moved":
      return desk.raise(EventType.Moved, worksheetId, {
        ...whose,
        positionBefore: change.before,
        positionAfter: change.after,
      });
    case "renamed":
      return desk.raise(EventType.NameChanged, worksheetId, {
        ...whose,
        nameBefore: change.before,
        nameAfter: change.after,
      });
    case "hidden":
      return desk.raise(EventType.VisibilityChanged, worksheetId, {
        ...whose,
        visibilityBefore: change.hidden ? "Visible" : "Hidden",
        visibilityAfter: change.hidden ? "Hidden" : "Visible",
      });
    case "rowsHidden":
      return desk.raise(EventType.RowHiddenChanged, worksheetId, {
        ...whose,
        address: formatArea(change.area),
        changeType: change.hidden ? "Hidden" : "Unhidden",
      });
    case "calculated":
      return desk.raise(EventType.Calculated, worksheetId, { worksheetId, address: "" });
  }
}

const trigger = (byAddin: boolean): { triggerSource: string } => ({
  triggerSource: byAddin ? "ThisLocalAddin" : "Unknown",
});

const content = (cell: Nullable<ICellData>): string =>
  JSON.stringify([valueOf(cell), cell?.f ?? null, cell?.si ?? null]);
const isChanged = ({ before, after }: ChangedCell): boolean => content(before) !== content(after);

/**
 * One event for each act. What an add-in sets counts as edited even where it sets what was there; what a person does counts
 * where something differs afterwards (a refused input that was taken back did nothing).
 */
function raiseCells(
  desk: EventDesk,
  { sheetId, source, cells }: Extract<GridChange, { kind: "cells" }>,
  byAddin: boolean,
): void {
  const withContent = cells.filter(({ formatOnly }) => !formatOnly);
  const edited = byAddin || withContent.some(isChanged) ? withContent : [];
  if (edited.length > 0) raiseEdited(desk, sheetId, { source, cells: edited }, byAddin);
  const formatted = cells.filter((cell) => cell.before?.s !== cell.after?.s);
  if (formatted.length > 0) {
    const worksheetId = toWireId(sheetId);
    const areas = areasOf(formatted);
    const payload = {
      source,
      worksheetId,
      address: addressOf(areas),
      referenceId: rangeOf(desk, sheetId, areas),
    };
    desk.raise(EventType.FormatChanged, worksheetId, payload);
  }
}

function raiseEdited(
  desk: EventDesk,
  sheetId: string,
  { source, cells }: { source: ChangeSource; cells: readonly ChangedCell[] },
  byAddin: boolean,
): void {
  const worksheetId = toWireId(sheetId);
  const areas = areasOf(cells);
  const [cell, ...others] = cells;
  const payload: Record<string, unknown> = {
    source,
    worksheetId,
    ...trigger(byAddin),
    address: addressOf(areas),
    changeType: "RangeEdited",
    referenceId: rangeOf(desk, sheetId, areas),
    shiftDirection: "None",
  };
  if (cell && others.length === 0) {
    Object.assign(payload, {
      valueBefore: valueOf(cell.before),
      valueAfter: valueOf(cell.after),
      valueTypeBefore: valueTypeOf(cell.before),
      valueTypeAfter: valueTypeOf(cell.after),
    });
  }
  desk.raise(EventType.Changed, worksheetId, payload);
  const formulas = cells.filter(({ before, after }) => (before?.f ?? null) !== (after?.f ?? null) && !!after?.f);
  if (formulas.length === 0) return;
  desk.raise(EventType.FormulaChanged, worksheetId, {
    source,
    worksheetId,
    formulaDetails: formulas.map(({ row, column, before }) => ({
      cellAddress: formatArea({ row, column, rows: 1, columns: 1 }),
      previousFormula: before?.f ?? "",
    })),
  });
}

/** "B2:C5", or "B2,D4:D5" for cells that form no rectangle. */
const addressOf = (areas: readonly Area[]): string => areas.map(formatArea).join(",");

/** A range object is one rectangle: it is the one around all the cells. */
const rangeOf = (desk: EventDesk, sheetId: string, areas: readonly Area[]): string =>
  desk.remember(sheetId, areas.reduce(union));
