import { areaAddress } from "../tables/address";
import type { Area } from "../tables/table";
import { SheetHiddenError, SheetMissingError } from "./errors";
import { visit } from "./session";

/**
 * Shows a sheet and selects an area on it. Office.js cannot select several areas before ExcelApi 1.18, which the library that
 * we ship does not have: the caller chooses one.
 * @param sheetName for the error, when the sheet is gone
 * @throws SheetMissingError, SheetHiddenError
 */
export function selectArea(worksheetId: string, sheetName: string, area: Area): Promise<void> {
  return visit(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
    sheet.load("name,visibility");
    await context.sync();
    if (sheet.isNullObject) throw new SheetMissingError(sheetName);
    if (sheet.visibility !== "Visible") throw new SheetHiddenError(sheet.name);
    sheet.activate();
    sheet.getRange(areaAddress(area)).select();
    await context.sync();
  });
}
