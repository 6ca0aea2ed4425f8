import { compileFlags } from "../../rules/formula";
import { totalFormulas } from "../../rules/total-formulas";
import { areaAddress, cellAddress } from "../../tables/address";
import { contentsOf } from "../../tables/contents";
import type { CellPosition } from "../../tables/filled";
import type { TablePlan } from "../../tables/plan";
import type { CellKey } from "../../tables/table";
import { addFlags } from "../flags";
import { writtenOf } from "../written";
import { openForEntry } from "./entry";
import { applyLooks } from "./looks";
import type { InsertRequest, InsertSettings } from "./request";

const NO_FORMULAS: ReadonlyMap<CellKey, string> = new Map();

/** Writes one table with its title, its looks, its validation and its flags; the cells are expected to be empty and plain. */
export function writeTable(
  sheet: Excel.Worksheet,
  plan: TablePlan,
  { totals, filled }: Pick<InsertRequest, "totals" | "filled">,
  { options, validation }: InsertSettings,
): void {
  const { table, placement, whole } = plan;
  const formulas = totals === "formulas" ? totalFormulas(placement) : NO_FORMULAS;
  applyLooks(sheet, plan);
  const planned = contentsOf(plan, formulas, filled?.find((one) => one.table === table)?.contents ?? {});
  sheet.getRange(areaAddress(whole)).formulas = planned.map((row) => row.map(writtenOf));
  openForEntry(sheet, plan, formulas, validation);
  addFlags(sheet, compileFlags(placement, options));
}

/** Shows the sheet with the first number cell selected. */
export function selectFirstNumber(sheet: Excel.Worksheet, { table, placement }: TablePlan): void {
  const first = table.numbers[0]!;
  const position: CellPosition = placement.cells[first.key]!;
  sheet.activate();
  sheet.getRange(cellAddress(position)).select();
}
