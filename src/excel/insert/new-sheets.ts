import { planTable, type TablePlan } from "../../tables/plan";
import { SECTION_NAMES } from "../../tables/sections";
import type { Table } from "../../tables/table";
import { WorkbookProtectedError } from "../errors";
import { freeName } from "../text";
import { setWidths } from "./looks";
import { setUpPages } from "./page";
import type { InsertRequest, InsertSettings } from "./request";
import { selectFirstNumber, writeTable } from "./write-table";

/** A sheet for each table, in two round trips. */
export async function insertOnNewSheets(
  context: Excel.RequestContext,
  tables: readonly Table[],
  request: InsertRequest,
  settings: InsertSettings,
): Promise<TablePlan[]> {
  const { worksheets, protection } = context.workbook;
  worksheets.load("items/name");
  protection.load("protected");
  await context.sync();
  if (protection.protected) throw new WorkbookProtectedError();

  const names = worksheets.items.map((sheet) => sheet.name);
  const inserted = tables.map((table) => {
    const name = freeName(SECTION_NAMES[table.section].sheet, names);
    names.push(name);
    const sheet = worksheets.add(name);
    const plan = planTable(table, name, { row: 0, column: 0 }, table.columnWidths, request);
    setWidths(sheet, 0, table.columnWidths);
    writeTable(sheet, plan, request, settings);
    setUpPages(sheet, [plan.whole]);
    return { sheet, plan };
  });
  const [first] = inserted;
  if (first) selectFirstNumber(first.sheet, first.plan);
  await context.sync();
  return inserted.map(({ plan }) => plan);
}
