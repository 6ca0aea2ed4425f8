import type { FilledTable } from "../tables/filled";
import type { CellKey } from "../tables/table";
import { isBlank } from "./cells";
import type { CheckOptions, TableCheck } from "./check";
import { relationsOf } from "./relations";
import type { SumRuleId } from "./rule";

/** A rule that could not be decided at some of the rows or columns of a table, and the cells that it lacks. */
export interface Undecided {
  rule: SumRuleId;
  /** At how many rows or columns. */
  count: number;
  /** Cells without a number to add, in official order. */
  cells: readonly CellKey[];
}

/** Why rules of a table could not be decided: one entry for each such rule. */
export function undecidedIn(
  { placement: { table }, contents }: FilledTable,
  { outcomes }: TableCheck,
  { blankIsZero }: CheckOptions,
): Undecided[] {
  const lacks = (key: CellKey): boolean => {
    const content = contents[key];
    return content?.type !== "number" && !(blankIsZero && content !== undefined && isBlank(content));
  };
  const found = new Map<SumRuleId, { count: number; cells: Set<CellKey> }>();
  relationsOf(table).relations.forEach(({ rule, left, right }, index) => {
    if (outcomes[index] !== "undecided") return;
    const entry = found.get(rule.id) ?? { count: 0, cells: new Set() };
    entry.count += 1;
    for (const key of [...left, ...right].filter(lacks)) entry.cells.add(key);
    found.set(rule.id, entry);
  });
  return [...found].map(([rule, { count, cells }]) => ({
    rule,
    count,
    cells: table.numbers.map(({ key }) => key).filter((key) => cells.has(key)),
  }));
}
