import { areaAddress, parseAddress } from "../tables/address";
import { contains } from "../tables/areas";
import { makeGrid, type Grid } from "../tables/grid";
import type { Area } from "../tables/table";
import { TooLargeError } from "./errors";
import type { CutSheet } from "./placed-table";
import { visit } from "./session";

/** How much of a sheet is read; no official table stands beyond, and a sheet may have a million rows. */
export const READ_AREA: Area = { row: 0, column: 0, rowCount: 2000, columnCount: 60 };

export interface SheetEntry {
  id: string;
  name: string;
}

/** One sheet as far as it is read. */
export interface SheetReading {
  id: string;
  grid: Grid;
  /** Set when the sheet is larger than what was read. */
  cut: CutSheet | null;
}

/** What was asked of Excel about a sheet; it is there after the next sync. */
export interface SheetRequest {
  id: string;
  sheet: Excel.Worksheet;
  /** What is read at most. */
  area: Area;
  /** What is used within it. */
  used: Excel.Range;
  /** What is used at all. */
  all: Excel.Range;
}

/** What was asked of Excel about an area; it is there after the next sync. */
export interface AreaRequest {
  sheet: Excel.Worksheet;
  range: Excel.Range;
}

export function requestSheet(context: Excel.RequestContext, id: string, area = READ_AREA): SheetRequest {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  sheet.load("name");
  const used = sheet.getRange(areaAddress(area)).getUsedRangeOrNullObject(true);
  used.load("address,values,formulas,numberFormat");
  const all = sheet.getUsedRangeOrNullObject(true);
  all.load("address");
  return { id, sheet, area, used, all };
}

export function requestArea(context: Excel.RequestContext, id: string, area: Area): AreaRequest {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  sheet.load("name");
  const range = sheet.getRange(areaAddress(area));
  range.load("address,values,formulas,numberFormat");
  return { sheet, range };
}

/** Null when the sheet is gone. */
export function sheetReading({ id, sheet, area, used, all }: SheetRequest): SheetReading | null {
  if (sheet.isNullObject) return null;
  const isCut = !all.isNullObject && !contains(area, parseAddress(all.address));
  const cut = isCut ? { worksheetId: id, sheet: sheet.name, area } : null;
  const grid = used.isNullObject ? makeGrid(sheet.name, area, []) : rangeGrid(sheet, used);
  return { id, grid, cut };
}

/** Null when the sheet is gone. */
export function areaReading({ sheet, range }: AreaRequest): Grid | null {
  return sheet.isNullObject ? null : rangeGrid(sheet, range);
}

function rangeGrid(sheet: Excel.Worksheet, range: Excel.Range): Grid {
  const { row, column } = parseAddress(range.address);
  const { values, formulas, numberFormat: numberFormats } = range;
  return makeGrid(sheet.name, { row, column }, values as unknown[][], { formulas, numberFormats });
}

/**
 * Reads sheets in one round trip; when that is more than Excel hands over at once, in as many as it takes, and of a sheet that
 * is too large by itself less. A sheet that is gone is left out.
 */
export async function readSheets(ids: readonly string[], area = READ_AREA): Promise<SheetReading[]> {
  if (ids.length === 0) return [];
  try {
    return await visit(async (context) => {
      const requests = ids.map((id) => requestSheet(context, id, area));
      await context.sync();
      return requests.flatMap((request) => sheetReading(request) ?? []);
    });
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error;
    if (ids.length === 1 && area.rowCount === 1) throw error;
    const middle = ids.length >> 1;
    if (middle === 0) return readSheets(ids, { ...area, rowCount: area.rowCount >> 1 });
    return [...(await readSheets(ids.slice(0, middle), area)), ...(await readSheets(ids.slice(middle), area))];
  }
}
