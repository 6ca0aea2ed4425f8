import { SheetProtectedError, WorkbookProtectedError } from "../errors";
import { visit } from "../session";
import { freeName } from "../text";
import type { ReportContent } from "./content";
import { fillReport } from "./fill";

/** The workbook's name for the first cell of our report sheet: by it the sheet is known again, whatever it is called. */
const MARK = "Gouji.Report";

/** The sheet in a formula such as `='校验 结果'!$A$1`; null for one that points nowhere. */
function sheetIn(formula: string): string | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$?A\$?1$/.exec(formula);
  return match?.[1]?.replaceAll("''", "'") ?? match?.[2] ?? null;
}

/**
 * Writes the report sheet, or rewrites it when there is one of ours; a sheet of another's that has its name is left alone.
 * Two round trips. The sheet that is shown stays shown.
 * @returns the sheet's name
 * @throws SheetProtectedError, WorkbookProtectedError
 */
export function writeReport(content: ReportContent): Promise<string> {
  return visit(async (context) => {
    const { worksheets, names, protection } = context.workbook;
    worksheets.load("items/name,items/protection/protected");
    const mark = names.getItemOrNullObject(MARK);
    mark.load("formula");
    protection.load("protected");
    await context.sync();

    const marked = mark.isNullObject ? null : sheetIn(mark.formula as string);
    const ours = worksheets.items.find((sheet) => sheet.name === marked);
    if (ours?.protection.protected) throw new SheetProtectedError(ours.name);
    if (!ours && protection.protected) throw new WorkbookProtectedError();
    const taken = worksheets.items.map((sheet) => sheet.name);
    const name = ours?.name ?? freeName(content.name, taken);
    const sheet = ours ?? worksheets.add(name);
    if (!ours) {
      if (!mark.isNullObject) mark.delete();
      names.add(MARK, sheet.getRange("A1")).visible = false;
    }
    fillReport(sheet, content);
    await context.sync();
    return name;
  });
}
