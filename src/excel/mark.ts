import type { CheckOptions } from "../rules/check";
import { compileFlags, countsBlankAsZero, markedRule } from "../rules/formula";
import { areaAddress } from "../tables/address";
import type { Placement } from "../tables/filled";
import { SheetMissingError, SheetProtectedError } from "./errors";
import { addFlags } from "./flags";
import { visit } from "./session";

/** A table and the sheet on which it stands. */
export interface MarkTarget {
  worksheetId: string;
  placement: Placement;
}

interface FoundFormats {
  sheet: Excel.Worksheet;
  protection: Excel.WorksheetProtection;
  formats: Excel.ConditionalFormatCollection;
}

/** Asks for the conditional formats that touch an area, or of a whole sheet; they are there after the next sync. */
function requestFormats(context: Excel.RequestContext, worksheetId: string, placement?: Placement): FoundFormats {
  const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
  sheet.load("name");
  const { protection } = sheet;
  protection.load("protected");
  const range = placement ? sheet.getRange(areaAddress(placement.area)) : sheet.getRange();
  const { conditionalFormats: formats } = range;
  formats.load("items/id,items/type,items/customOrNullObject/rule/formula");
  return { sheet, protection, formats };
}

const requestTables = (context: Excel.RequestContext, targets: readonly MarkTarget[]): FoundFormats[] =>
  targets.map(({ worksheetId, placement }) => requestFormats(context, worksheetId, placement));

/** Ours among the formats, wherever they came from: each carries the mark of its rule in its formula. */
function ours(formats: Excel.ConditionalFormatCollection): Excel.ConditionalFormat[] {
  return formats.items.filter(
    ({ type, customOrNullObject: custom }) =>
      type === "Custom" && !custom.isNullObject && markedRule(custom.rule.formula) !== null,
  );
}

function requireWritable({ sheet, protection }: FoundFormats): void {
  if (protection.protected) throw new SheetProtectedError(sheet.name);
}

/** Deletes ours; formats that touch several tables are deleted once. The range of an earlier round trip is of no use any more. */
function remove(found: readonly FoundFormats[]): number {
  const removed = new Set<string>();
  for (const { sheet, protection, formats } of found) {
    if (sheet.isNullObject) continue;
    for (const format of ours(formats)) {
      const key = `${sheet.name}!${format.id}`;
      if (removed.has(key)) continue;
      requireWritable({ sheet, protection, formats });
      removed.add(key);
      sheet.getRange().conditionalFormats.getItem(format.id).delete();
    }
  }
  return removed.size;
}

/**
 * Puts the native flags on tables, in place of ours that are there already. Two round trips.
 * @returns how many conditional formats were put
 * @throws SheetMissingError, SheetProtectedError
 */
export function markTables(targets: readonly MarkTarget[], options: CheckOptions): Promise<number> {
  return visit(async (context) => {
    const found = requestTables(context, targets);
    await context.sync();
    targets.forEach(({ placement }, index) => {
      if (found[index]!.sheet.isNullObject) throw new SheetMissingError(placement.sheet);
      requireWritable(found[index]!);
    });
    remove(found);
    let added = 0;
    targets.forEach(({ placement }, index) => {
      const formats = compileFlags(placement, options);
      addFlags(found[index]!.sheet, formats);
      added += formats.length;
    });
    await context.sync();
    return added;
  });
}

/**
 * Takes exactly our flags off tables; formats of anybody else stay. Two round trips.
 * @returns how many conditional formats were taken away
 * @throws SheetProtectedError
 */
export function unmarkTables(targets: readonly MarkTarget[]): Promise<number> {
  return unmark((context) => requestTables(context, targets));
}

/** The same for whole sheets, with what lies where no table is known any more. */
export function unmarkSheets(worksheetIds: readonly string[]): Promise<number> {
  return unmark((context) => worksheetIds.map((id) => requestFormats(context, id)));
}

function unmark(request: (context: Excel.RequestContext) => FoundFormats[]): Promise<number> {
  return visit(async (context) => {
    const found = request(context);
    await context.sync();
    const removed = remove(found);
    await context.sync();
    return removed;
  });
}

/** Our flags on a table. */
export interface Marks {
  /** Whether they count blank cells as 0; null when they say nothing of blanks. */
  blankIsZero: boolean | null;
}

/** Our flags on each table, in one round trip; null where there are none, and for a table whose sheet is gone. */
export function findMarks(targets: readonly MarkTarget[]): Promise<(Marks | null)[]> {
  return visit(async (context) => {
    const found = requestTables(context, targets);
    await context.sync();
    return found.map(({ sheet, formats }) => {
      const formulas = sheet.isNullObject ? [] : ours(formats).map((format) => format.customOrNullObject.rule.formula);
      if (formulas.length === 0) return null;
      const said = formulas.map(countsBlankAsZero).filter((one) => one !== null);
      return { blankIsZero: said[0] ?? null };
    });
  });
}
