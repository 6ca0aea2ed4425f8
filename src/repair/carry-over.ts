import { writtenIn } from "../rules/cells";
import { CROSS_RULES } from "../rules/cross/cross-catalogue";
import type { CrossRule } from "../rules/cross/cross-rule";
import type { FilledTable } from "../tables/filled";
import { keyOf, type CellKey, type Table } from "../tables/table";
import { stepsOf, textOf, type Equation } from "./table-system";

const known = new WeakMap<Table, WeakMap<FilledTable, readonly Equation[]>>();

/**
 * What the rules between years say of this year's table when last year's is known. Lines without a usable number last year, and
 * rules that do not bridge the two formats, give no equation.
 */
export function carryOver(table: Table, lastYear: FilledTable): readonly Equation[] {
  const ofTable = known.get(table) ?? new WeakMap<FilledTable, readonly Equation[]>();
  known.set(table, ofTable);
  const made = ofTable.get(lastYear) ?? makeEquations(table, lastYear);
  ofTable.set(lastYear, made);
  return made;
}

function makeEquations(table: Table, lastYear: FilledTable): Equation[] {
  const { format, section } = lastYear.placement.table;
  return Object.values(CROSS_RULES)
    .filter((rule) => rule.section === table.section && rule.section === section)
    .filter((rule) => rule.format === null || (rule.format === table.format && rule.format === format))
    .flatMap((rule) =>
      (rule.per === "row" ? table.rows : table.columns).flatMap(({ key }) => at(key, rule, table, lastYear)),
    );
}

/** A rule at one row or column: this year's cells on one side, last year's numbers on the other. */
function at(line: string, rule: CrossRule, table: Table, { contents }: FilledTable): Equation[] {
  const cellOf = (across: string): CellKey => (rule.per === "row" ? keyOf(line, across) : keyOf(across, line));
  const figure = cellOf(rule.figure);
  const kind = table.numbers.find(({ key }) => key === figure)?.kind;
  if (!kind) return [];
  const terms = [{ key: figure, factor: 1 }];
  let sum = 0n;
  for (const { year, line: across, sign } of rule.addends) {
    const key = cellOf(across);
    if (year === "current") terms.push({ key, factor: -sign });
    else {
      const content = contents[key];
      const value = content?.type === "number" ? stepsOf(writtenIn(content), kind) : null;
      if (value === null) return [];
      sum += BigInt(sign) * value;
    }
  }
  if (terms.some(({ key }) => !table.numbers.some((number) => number.key === key))) return [];
  return [{ rule: rule.id, place: { side: rule.per, line }, terms, sum: textOf(sum, kind) }];
}
