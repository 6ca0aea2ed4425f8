import type { CheckOptions } from "../rules/check";
import { compileFlags, markedRule } from "../rules/formula";
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
  target: MarkTarget;
  sheet: Excel.Worksheet;
  protection: Excel.WorksheetProtection;
  formats: Excel.ConditionalFormatCollection;
}

/** Asks for the conditional formats that touch each table; they are there after the next sync. */
function requestFormats(context: Excel.RequestContext, targets: readonly MarkTarget[]): FoundFormats[] {
  return targets.map((target) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(target.worksheetId);
    sheet.load("name");
    const { protection } = sheet;
    protection.load("protected");
    const { conditionalFormats: formats } = sheet.getRange(areaAddress(target.placement.area));
    formats.load("items/id,items/type,items/customOrNullObject/rule/formula");
    return { target, sheet, protection, formats };
  });
}

/** Ours among the formats, wherever they came from: each carries the mark of its rule in its formula. */
function ours(formats: Excel.ConditionalFormatCollection): Excel.ConditionalFormat[] {
  return formats.items.filter(
    ({ type, customOrNullObject: custom }) =>
      type === "Custom" && !custom.isNullObject && markedRule(custom.rule.formula) !== null,
  );
}

/** @throws SheetMissingError, SheetProtectedError */
function requireWritable(found: readonly FoundFormats[]): void {
  for (const { sheet, protection, target } of found) {
    if (sheet.isNullObject) throw new SheetMissingError(target.placement.sheet);
    if (protection.protected) throw new SheetProtectedError(sheet.name);
  }
}

/** Formats that touch several tables are taken away once. */
function remove(found: readonly FoundFormats[]): number {
  const removed = new Set<string>();
  for (const { target, formats } of found) {
    for (const format of ours(formats)) {
      const key = `${target.worksheetId} ${format.id}`;
      if (removed.has(key)) continue;
      removed.add(key);
      format.delete();
    }
  }
  return removed.size;
}

/**
 * Puts the native flags on tables, in place of ours that are there already. Two round trips.
 * @returns how many conditional formats were put
 */
export function markTables(targets: readonly MarkTarget[], options: CheckOptions): Promise<number> {
  return visit(async (context) => {
    const found = requestFormats(context, targets);
    await context.sync();
    requireWritable(found);
    remove(found);
    let added = 0;
    for (const { sheet, target } of found) {
      const formats = compileFlags(target.placement, options);
      addFlags(sheet, formats);
      added += formats.length;
    }
    await context.sync();
    return added;
  });
}

/**
 * Takes exactly our flags off tables; formats of anybody else stay. Two round trips.
 * @returns how many conditional formats were taken away
 */
export function unmarkTables(targets: readonly MarkTarget[]): Promise<number> {
  return visit(async (context) => {
    const found = requestFormats(context, targets);
    await context.sync();
    requireWritable(found);
    const removed = remove(found);
    await context.sync();
    return removed;
  });
}

/** Whether our flags are on each table, in one round trip; false for a table whose sheet is gone. */
export function findMarked(targets: readonly MarkTarget[]): Promise<boolean[]> {
  return visit(async (context) => {
    const found = requestFormats(context, targets);
    await context.sync();
    return found.map(({ sheet, formats }) => !sheet.isNullObject && ours(formats).length > 0);
  });
}
