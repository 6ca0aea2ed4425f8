import { areaAddress } from "../../tables/address";
import { KIND_LIMITS } from "../../tables/kinds";
import type { CellKey, CellKind, NumberBlock } from "../../tables/table";
import { joinAreas, moveArea } from "../areas";
import type { TablePlan } from "./plan";
import type { InsertSettings } from "./request";

/** What may be typed into a cell of a kind, as Excel checks it while a person types. It cannot count decimals: the flags do. */
function validationRule(kind: CellKind): Excel.DataValidationRule {
  const { minimum, maximum, decimals } = KIND_LIMITS[kind];
  const limits = { formula1: minimum ?? -maximum, formula2: maximum, operator: "Between" as const };
  return decimals === 0 ? { wholeNumber: limits } : { decimal: limits };
}

/** Number cells that are typed: validated and unlocked. Labels and formulas stay locked, for the day the sheet is protected. */
export function openForEntry(
  sheet: Excel.Worksheet,
  { table, placement }: TablePlan,
  formulas: ReadonlyMap<CellKey, string>,
  validation: InsertSettings["validation"],
): void {
  const byKind = new Map<CellKind, NumberBlock[]>();
  for (const block of table.numbers) {
    if (formulas.has(block.key)) continue;
    byKind.set(block.kind, [...(byKind.get(block.kind) ?? []), block]);
  }
  for (const [kind, blocks] of byKind) {
    for (const area of joinAreas(blocks.map((block) => moveArea(block, placement.area)))) {
      const range = sheet.getRange(areaAddress(area));
      range.dataValidation.rule = validationRule(kind);
      range.dataValidation.errorAlert = { ...validation[kind], showAlert: true, style: "Stop" };
      range.format.protection.locked = false;
    }
  }
}
