import { areaAddress, cellAddress, MAX_COLUMNS, MAX_ROWS } from "../../tables/address";
import { planStack, stackSize, stackWidths, type TablePlan } from "../../tables/plan";
import type { Area, Table } from "../../tables/table";
import { NoRoomError, OccupiedError, SheetProtectedError } from "../errors";
import { setWidths } from "./looks";
import { setUpPages } from "./page";
import type { InsertRequest, InsertSettings } from "./request";
import { selectFirstNumber, writeTable } from "./write-table";

/** What stands where the tables are to go. */
interface Destination {
  worksheetId: string;
  sheet: string;
  isProtected: boolean;
  /** Whether nothing stands on the whole sheet. */
  isEmpty: boolean;
  area: Area;
  formulas: readonly (readonly unknown[])[];
  /** Widths of the area's columns and heights of its rows, in points. */
  widths: readonly number[];
  heights: readonly number[];
}

/** Reads the cells from the active one on; as many fewer as the edge of the sheet leaves. */
async function readDestination(
  context: Excel.RequestContext,
  size: { rowCount: number; columnCount: number },
): Promise<Destination> {
  const cell = context.workbook.getActiveCell();
  cell.load("rowIndex,columnIndex");
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load("id,name");
  const { protection } = sheet;
  protection.load("protected");
  await context.sync();

  const origin = { row: cell.rowIndex, column: cell.columnIndex };
  const area = { ...origin, ...size };
  if (area.row + area.rowCount > MAX_ROWS || area.column + area.columnCount > MAX_COLUMNS) {
    throw new NoRoomError(sheet.name, cellAddress(origin));
  }
  const range = sheet.getRange(areaAddress(area));
  range.load("formulas");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("address");
  const columns = Array.from({ length: area.columnCount }, (_, index) => range.getColumn(index));
  for (const column of columns) column.load("format/columnWidth");
  const rows = Array.from({ length: area.rowCount }, (_, index) => range.getRow(index));
  for (const row of rows) row.load("format/rowHeight");
  await context.sync();
  return {
    worksheetId: sheet.id,
    sheet: sheet.name,
    isProtected: protection.protected,
    isEmpty: used.isNullObject,
    area,
    formulas: range.formulas,
    widths: columns.map((column) => column.format.columnWidth),
    heights: rows.map((row) => row.format.rowHeight),
  };
}

function occupiedCells({ area, formulas }: Destination): string[] {
  return formulas.flatMap((row, rowIndex) =>
    row.flatMap((content, columnIndex) =>
      content === "" ? [] : [cellAddress({ row: area.row + rowIndex, column: area.column + columnIndex })],
    ),
  );
}

/** On an empty sheet the tables get the widths that they want; where other things stand, columns are only made wider. */
function chooseWidths(tables: readonly Table[], { isEmpty, widths }: Destination): number[] {
  const wanted = stackWidths(tables);
  return isEmpty ? wanted : wanted.map((width, index) => Math.max(width, widths[index] ?? 0));
}

/** Likewise rows, in which a table beside these may stand. */
function withHeights(plan: TablePlan, { isEmpty, area, heights }: Destination): TablePlan {
  if (isEmpty) return plan;
  const first = plan.whole.row - area.row;
  return { ...plan, heights: plan.heights.map((height, index) => Math.max(height, heights[first + index] ?? 0)) };
}

/**
 * The tables one below the other from the active cell on, in three round trips.
 * @throws OccupiedError unless the request says to overwrite
 */
export async function insertAtSelection(
  context: Excel.RequestContext,
  tables: readonly Table[],
  request: InsertRequest,
  settings: InsertSettings,
): Promise<TablePlan[]> {
  const destination = await readDestination(context, stackSize(tables));
  if (destination.isProtected) throw new SheetProtectedError(destination.sheet);
  const occupied = occupiedCells(destination);
  if (occupied.length > 0 && !request.overwrite) throw new OccupiedError(destination.sheet, occupied);

  const widths = chooseWidths(tables, destination);
  const plans = planStack(tables, destination.sheet, destination.area, widths, request).map((plan) =>
    withHeights(plan, destination),
  );
  const sheet = context.workbook.worksheets.getItem(destination.worksheetId);
  const range = sheet.getRange(areaAddress(destination.area));
  range.unmerge();
  range.clear();
  range.dataValidation.clear();
  range.conditionalFormats.clearAll();
  setWidths(sheet, destination.area.column, widths);
  for (const plan of plans) writeTable(sheet, plan, request, settings);
  if (destination.isEmpty) {
    setUpPages(
      sheet,
      plans.map((plan) => plan.whole),
    );
  }
  const [first] = plans;
  if (first) selectFirstNumber(sheet, first);
  await context.sync();
  return plans;
}
