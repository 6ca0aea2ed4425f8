import { areaAddress } from "../../tables/address";
import { entryAreas, entryLimits } from "../../tables/entry";
import type { TablePlan } from "../../tables/plan";
import type { CellKey, CellKind } from "../../tables/table";
import type { InsertSettings } from "./request";

function validationRule(kind: CellKind): Excel.DataValidationRule {
  const { isWhole, least, most } = entryLimits(kind);
  const limits = { formula1: least, formula2: most, operator: "Between" as const };
  return isWhole ? { wholeNumber: limits } : { decimal: limits };
}

/** Validates and unlocks the cells that are typed. */
export function openForEntry(
  sheet: Excel.Worksheet,
  plan: TablePlan,
  formulas: ReadonlyMap<CellKey, string>,
  validation: InsertSettings["validation"],
): void {
  for (const { kind, area } of entryAreas(plan, formulas)) {
    const range = sheet.getRange(areaAddress(area));
    range.dataValidation.rule = validationRule(kind);
    range.dataValidation.errorAlert = { ...validation[kind], showAlert: true, style: "Stop" };
    range.format.protection.locked = false;
  }
}
