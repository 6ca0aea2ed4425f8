import { areaAddress } from "../tables/address";
import { cellArea, joinAreas } from "../tables/areas";
import type { Placement } from "../tables/filled";
import type { CellKey, Table } from "../tables/table";
import { relationsOf } from "./relations";
import type { SumRuleId } from "./rule";

/** The rules whose left side is one 总计 cell that can be calculated from the cells of the right side. */
const TOTALS: ReadonlySet<SumRuleId> = new Set(["S3.ROW", "S3.RESULTS", "S4.TOTAL"]);

/** The cells that each 总计 cell adds up: exactly those of its rule. */
export function totalTerms(table: Table): Map<CellKey, readonly CellKey[]> {
  const terms = new Map<CellKey, readonly CellKey[]>();
  for (const { rule, left, right } of relationsOf(table).relations) {
    const [total] = left;
    if (TOTALS.has(rule.id) && total && left.length === 1 && !terms.has(total)) terms.set(total, right);
  }
  return terms;
}

/** The SUM formula of each 总计 cell. */
export function totalFormulas({ table, cells }: Placement): Map<CellKey, string> {
  const formulas = [...totalTerms(table)].map(([total, terms]) => {
    const areas = joinAreas(terms.map((key) => cellArea(cells[key]!))).map(areaAddress);
    return [total, `=SUM(${areas.join(",")})`] as const;
  });
  return new Map(formulas);
}
