import type { SumRuleId } from "../../rules/rule";
import { relationsOf } from "../../rules/relations";
import { areaAddress } from "../../tables/address";
import type { Placement } from "../../tables/filled";
import type { CellKey } from "../../tables/table";
import { cellArea, joinAreas } from "../areas";
import { literal } from "../text";
import type { TablePlan } from "./plan";

/** What may be given to a cell; an empty text leaves it blank. */
export type Written = string | number;

/** The rules whose left side is one 总计 cell that can be calculated from the cells of the right side. */
const TOTALS: ReadonlySet<SumRuleId> = new Set(["S3.ROW", "S3.RESULTS", "S4.TOTAL"]);

/** The SUM formula of each 总计 cell, over exactly the cells that its rule adds up. */
export function totalFormulas({ table, cells }: Placement): Map<CellKey, string> {
  const formulas = new Map<CellKey, string>();
  for (const { rule, left, right } of relationsOf(table).relations) {
    const [total] = left;
    if (!TOTALS.has(rule.id) || !total || left.length > 1 || formulas.has(total)) continue;
    const terms = joinAreas(right.map((key) => cellArea(cells[key]!))).map(areaAddress);
    formulas.set(total, `=SUM(${terms.join(",")})`);
  }
  return formulas;
}

/** Everything that stands in title and table, row by row. */
export function contentsOf(
  plan: TablePlan,
  formulas: ReadonlyMap<CellKey, string>,
  figures: Partial<Record<CellKey, number>>,
): Written[][] {
  const { table, whole } = plan;
  const rows = Array.from({ length: whole.rowCount }, () => new Array<Written>(whole.columnCount).fill(""));
  const titleRows = whole.rowCount - table.rowCount;
  const write = (row: number, column: number, content: Written) => {
    rows[titleRows + row]![column] = content;
  };
  rows[0]![0] = literal(plan.title);
  for (const { row, column, text } of table.labels) write(row, column, literal(text));
  for (const { row, column, key } of table.numbers) write(row, column, formulas.get(key) ?? figures[key] ?? "");
  return rows;
}
