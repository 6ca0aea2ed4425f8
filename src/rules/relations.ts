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
  /** Those of its cells that other cells add up to, and that a sheet may therefore calculate. */
  totals: readonly CellKey[];
  /**
   * What `totals` add up in the end, as far as it is outside of the relation. A sheet calculates 0 from blank cells: while one of
   * these is blank a calculated total says nothing yet.
   */
  beneath: readonly CellKey[];
}

export interface RelationIndex {
  relations: readonly Relation[];
  /** Positions in `relations` of those that a cell takes part in. */
  byCell: ReadonlyMap<CellKey, readonly number[]>;
  /** The same of those that a cell lies beneath. */
  byBeneath: ReadonlyMap<CellKey, readonly number[]>;
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

type Sums = Omit<Relation, "totals" | "beneath">;

function expandRule(rule: SumRule, table: Table): Sums[] {
  const perRow = rule.per === "row";
  const along = perRow ? table.rows : table.columns;
  const across = perRow ? table.columns : table.rows;
  return along.map(({ key: line }) => {
    const cells = (patterns: readonly string[]) =>
      expand(patterns, across).map((key) => (perRow ? keyOf(line, key) : keyOf(key, line)));
    return { rule, line, left: cells(rule.left), right: cells(rule.right), flags: cells(rule.flags) };
  });
}

/** The cells that add up to each 总计 cell: the other side of every relation in which it stands alone. */
function addendsOf(relations: readonly Sums[]): Map<CellKey, Set<CellKey>> {
  const addends = new Map<CellKey, Set<CellKey>>();
  for (const { left, right } of relations) {
    const [total, ...others] = left;
    if (!total || others.length > 0) continue;
    const known = addends.get(total) ?? new Set();
    addends.set(total, known);
    for (const key of right) known.add(key);
  }
  return addends;
}

/** Adds to each relation what is beneath its totals. */
function withTotals(relations: readonly Sums[]): Relation[] {
  const addends = addendsOf(relations);
  const ends = (key: CellKey): CellKey[] => {
    const below = addends.get(key);
    return below ? [...below].flatMap(ends) : [key];
  };
  return relations.map((relation) => {
    const own = [...relation.left, ...relation.right];
    const totals = own.filter((key) => addends.has(key));
    const beneath = new Set(totals.flatMap(ends));
    for (const key of own) beneath.delete(key);
    return { ...relation, totals, beneath: [...beneath] };
  });
}

function indexBy(relations: readonly Relation[], cellsOf: (relation: Relation) => readonly CellKey[]) {
  const index = new Map<CellKey, number[]>();
  relations.forEach((relation, position) => {
    for (const key of cellsOf(relation)) index.set(key, [...(index.get(key) ?? []), position]);
  });
  return index;
}

const indexes = new WeakMap<Table, RelationIndex>();

/** The relations of a table, expanded once. */
export function relationsOf(table: Table): RelationIndex {
  const known = indexes.get(table);
  if (known) return known;
  const rules = SUM_RULES.filter((rule) => rule.section === table.section);
  const relations = withTotals(rules.flatMap((rule) => expandRule(rule, table)));
  const made = {
    relations,
    byCell: indexBy(relations, ({ left, right }) => [...left, ...right]),
    byBeneath: indexBy(relations, ({ beneath }) => beneath),
  };
  indexes.set(table, made);
  return made;
}
