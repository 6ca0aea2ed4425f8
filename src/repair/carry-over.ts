import { writtenIn } from "../rules/cells";
import { KIND_LIMITS } from "../tables/kinds";
import type { FilledTable } from "../tables/filled";
import { keyOf, type Table } from "../tables/table";
import { stepsOf, textOf, type Equation } from "./table-system";

const known = new WeakMap<Table, WeakMap<FilledTable, readonly Equation[]>>();

/**
 * 上年结转 of this year's section three is 结转下年度 of last year's, for each kind of applicant. The notices do not say so in words;
 * it follows from the names of the two rows. Columns without a usable number last year give no equation.
 */
export function carryOver(table: Table, lastYear: FilledTable): readonly Equation[] {
  const ofTable = known.get(table) ?? new WeakMap<FilledTable, readonly Equation[]>();
  known.set(table, ofTable);
  const made = ofTable.get(lastYear) ?? makeEquations(table, lastYear);
  ofTable.set(lastYear, made);
  return made;
}

function makeEquations(table: Table, lastYear: FilledTable): Equation[] {
  if (table.section !== "section3") return [];
  return table.columns.flatMap(({ key }): Equation[] => {
    const content = lastYear.contents[keyOf("carriedForward", key)];
    const value = content?.type === "number" ? stepsOf(writtenIn(content), "count") : null;
    if (value === null || value < BigInt(KIND_LIMITS.count.minimum ?? 0)) return [];
    const terms = [{ key: keyOf("carriedOver", key), factor: 1 }];
    return [{ rule: "X.CARRY", place: { side: "column", line: key }, terms, sum: textOf(value, "count") }];
  });
}
