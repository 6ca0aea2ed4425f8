import { SheetProtectedError, WorkbookProtectedError } from "../errors";
import { partsOf, UNWATCHED } from "../job";
import { visit } from "../session";
import { freeName } from "../text";
import type { ReportContent } from "./content";
import { fillReport } from "./fill";

/** The workbook's name for the first cell of our report sheet: by it the sheet is known again, whatever it is called. */
const MARK = "Gouji.Report";

/** Links that are made in one round trip: more than that, and a person who wants to stop it waits for too long. */
const LINKS_AT_ONCE = 100;

/** The report sheet as it was written. */
export interface WrittenReport {
  /** The sheet's name. */
  sheet: string;
  /** How many places are without their link, because the job was stopped; the words are all there. */
  unlinked: number;
}

/** The sheet in a formula such as `='校验 结果'!$A$1`; null for one that points nowhere. */
function sheetIn(formula: string): string | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$?A\$?1$/.exec(formula);
  return match?.[1]?.replaceAll("''", "'") ?? match?.[2] ?? null;
}

/**
 * Writes the report sheet, or rewrites it when there is one of ours; a sheet of another's that has its name is left alone.
 * Two round trips, and one more for each part of links after the first. The sheet that is shown stays shown.
 * @throws SheetProtectedError, WorkbookProtectedError
 */
export function writeReport(content: ReportContent, { signal, onProgress } = UNWATCHED): Promise<WrittenReport> {
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
    const links = fillReport(sheet, content);
    const total = links.length;
    const [first = [], ...others] = partsOf(links, LINKS_AT_ONCE);
    let done = 0;
    const make = async (part: typeof links) => {
      onProgress({ step: "report", done, total });
      for (const link of part) link();
      await context.sync();
      done += part.length;
    };
    await make(first);
    for (const part of others) if (!signal.aborted) await make(part);
    return { sheet: name, unlinked: total - done };
  });
}
