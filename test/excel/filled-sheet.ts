import { totalFormulas } from "../../src/rules/total-formulas";
import { parseAddress } from "../../src/tables/address";
import { contentsOf } from "../../src/tables/contents";
import { contentOf, makeGrid, type Grid } from "../../src/tables/grid";
import { planStack, stackWidths, tablesOf, type TablePlan } from "../../src/tables/plan";
import type { Area, CellKey, SectionId } from "../../src/tables/table";

export interface SheetRequest {
  sheet?: string;
  unit?: string;
  year?: number;
  sections?: readonly SectionId[];
  /** What stands in every number cell that `figures` does not name. */
  fill?: number | "";
  figures?: Partial<Record<CellKey, number | string>>;
  /** Rows above the first title. */
  above?: number;
}

export interface FilledSheet {
  grid: Grid;
  plans: TablePlan[];
}

/** A sheet as insertion writes it, without Excel: one table below the other, numbers filled in. */
export function fillSheet({
  sheet = "表",
  unit = "新郑市辛店镇",
  year = 2021,
  sections = ["section3"],
  fill = 0,
  figures = {},
  above = 0,
}: SheetRequest = {}): FilledSheet {
  const tables = tablesOf({ year, sections });
  const plans = planStack(tables, sheet, { row: above, column: 0 }, stackWidths(tables), { unit, year });
  const last = plans.at(-1)!.whole;
  const columnCount = Math.max(...plans.map(({ whole }) => whole.columnCount));
  const values = Array.from({ length: last.row + last.rowCount }, () => new Array<unknown>(columnCount).fill(""));
  for (const plan of plans) {
    const filled = Object.fromEntries(plan.table.numbers.map(({ key }) => [key, contentOf(figures[key] ?? fill)]));
    contentsOf(plan, new Map(), filled).forEach((row, index) => {
      row.forEach((planned, column) => {
        const value = planned !== null && typeof planned === "object" && "text" in planned ? planned.text : planned;
        values[plan.whole.row + index]![plan.whole.column + column] = value ?? "";
      });
    });
  }
  return { grid: makeGrid(sheet, { row: 0, column: 0 }, values), plans };
}

/** The sum that a total's formula gives, calculated from the figures at the places that it names. */
export function totalsOf({ plans: [plan] }: FilledSheet): Map<CellKey, Area[]> {
  const formulas = totalFormulas(plan!.placement);
  return new Map(
    [...formulas].map(([key, formula]) => [
      key,
      formula
        .replace(/^=SUM\(|\)$/g, "")
        .split(",")
        .map(parseAddress),
    ]),
  );
}
