import { keyOf, type CellKey, type Line, type Table } from "../tables/table";
import { SUM_RULES } from "./catalogue";
import type { SumRule } from "./rule";

/** A sum rule at one row or column of a table: the cells of `left` must add up to those of `right`. */
export interface Relation {
  rule: SumRule;
  /** Key of the row or column at which it stands. */
  line: string;
  left: readonly CellKey[];
  right: readonly CellKey[];
  flags: readonly CellKey[];
}

export interface RelationIndex {
  relations: readonly Relation[];
  /** Positions in `relations` of those that a cell takes part in. */
  byCell: ReadonlyMap<CellKey, readonly number[]>;
}

/** `denied.*` → denied.1 … denied.8; `other` only when there is such a row. */
function expand(patterns: readonly string[], lines: readonly Line[]): string[] {
  return patterns.flatMap((pattern) => {
    const matches = pattern.endsWith(".*")
      ? (key: string) => key.startsWith(pattern.slice(0, -1))
      : (key: string) => key === pattern;
    return lines.map((line) => line.key).filter(matches);
  });
}

function expandRule(rule: SumRule, table: Table): Relation[] {
  const perRow = rule.per === "row";
  const along = perRow ? table.rows : table.columns;
  const across = perRow ? table.columns : table.rows;
  return along.map(({ key: line }) => {
    const cells = (patterns: readonly string[]) =>
      expand(patterns, across).map((key) => (perRow ? keyOf(line, key) : keyOf(key, line)));
    return { rule, line, left: cells(rule.left), right: cells(rule.right), flags: cells(rule.flags) };
  });
}

const indexes = new WeakMap<Table, RelationIndex>();

/** The relations of a table, expanded once. */
export function relationsOf(table: Table): RelationIndex {
  const known = indexes.get(table);
  if (known) return known;
  const relations = SUM_RULES.filter((rule) => rule.section === table.section).flatMap((rule) =>
    expandRule(rule, table),
  );
  const byCell = new Map<CellKey, number[]>();
  relations.forEach((relation, index) => {
    for (const key of [...relation.left, ...relation.right]) byCell.set(key, [...(byCell.get(key) ?? []), index]);
  });
  const made = { relations, byCell };
  indexes.set(table, made);
  return made;
}
