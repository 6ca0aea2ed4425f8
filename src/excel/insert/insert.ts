import { areaAddress, sheetReference } from "../../tables/address";
import { tablesOf } from "../../tables/plan";
import { visit } from "../session";
import { insertAtSelection } from "./at-selection";
import { insertOnNewSheets } from "./new-sheets";
import type { InsertRequest, InsertResult, InsertSettings } from "./request";

/**
 * Inserts official tables and shows the first of them. At most three round trips, however many tables.
 * @throws YearError for a year that no format covers
 * @throws OccupiedError, NoRoomError, SheetProtectedError, WorkbookProtectedError, CellEditModeError
 */
export async function insertTables(request: InsertRequest, settings: InsertSettings): Promise<InsertResult> {
  const tables = request.filled?.map(({ table }) => table) ?? tablesOf(request);
  if (tables.length === 0) return { addresses: [], sheets: [] };
  const isOnNewSheets = request.where === "newSheets";
  const insert = isOnNewSheets ? insertOnNewSheets : insertAtSelection;
  const plans = await visit((context) => insert(context, tables, request, settings));
  return {
    addresses: plans.map(({ placement }) => `${sheetReference(placement.sheet)}!${areaAddress(placement.area)}`),
    sheets: isOnNewSheets ? plans.map(({ placement }) => placement.sheet) : [],
  };
}
