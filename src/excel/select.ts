import { areaAddress } from "../tables/address";
import type { Area } from "../tables/table";
import { CellsHiddenError, SheetHiddenError, SheetMissingError } from "./errors";
import { visit } from "./session";

/**
 * Shows a sheet and selects an area on it. Office.js cannot select several areas before ExcelApi 1.18, which the library that
 * we ship does not have: the caller chooses one.
 * @param sheetName for the error, when the sheet is gone
 * @throws SheetMissingError, SheetHiddenError; CellsHiddenError when the cells are selected and cannot be seen
 */
export function selectArea(worksheetId: string, sheetName: string, area: Area): Promise<void> {
  return visit(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
    sheet.load("name,visibility");
    const range = sheet.getRange(areaAddress(area));
    range.load("hidden");
    await context.sync();
    if (sheet.isNullObject) throw new SheetMissingError(sheetName);
    if (sheet.visibility !== "Visible") throw new SheetHiddenError(sheet.name);
    sheet.activate();
    sheet.getRange(areaAddress(area)).select();
    await context.sync();
    if (range.hidden) throw new CellsHiddenError(sheet.name, areaAddress(area));
  });
}
