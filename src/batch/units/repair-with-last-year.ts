import { suspectsOf } from "../../repair/suspects";
import { checkTable, type CheckOptions } from "../../rules/check";
import type { CrossCheck } from "../../rules/cross/cross-finding";
import { CROSS_RULES } from "../../rules/cross/cross-catalogue";
import type { FilledTable } from "../../tables/filled";
import { filledTables, placementOf, type FileResult, type TableResult } from "../file-result";
import { keysIn } from "../repair-file";
import { keptTable } from "../whole-table";

const isOf =
  ({ section }: Pick<TableResult, "section">) =>
  ({ placement }: FilledTable): boolean =>
    placement.table.section === section;

/** The table of the same section; null when there is none, or more than one. */
function tableBefore(table: TableResult, tables: readonly TableResult[], before: readonly FilledTable[]) {
  const [own, second] = before.filter(isOf(table));
  const isDoubled = tables.filter(({ section }) => section === table.section).length > 1;
  return own && !second && !isDoubled ? own : null;
}

/** Whether something is wrong in the table, by itself or beside last year's. */
const isBroken = ({ repair, section }: TableResult, { findings }: CrossCheck): boolean =>
  repair !== null || findings.some(({ rule }) => CROSS_RULES[rule].section === section);

function repairTable(table: TableResult, lastYear: FilledTable, options: CheckOptions): TableResult {
  if (!table.whole) return table;
  const filled = keptTable(table.whole, placementOf(table));
  const confirmed = new Set(table.confirmed);
  const repair = suspectsOf(filled, checkTable(filled, options), { lastYear, confirmed });
  const places = keysIn(repair).flatMap((key) => {
    const place = filled.placement.cells[key];
    return place ? [[key, place] as const] : [];
  });
  return { ...table, repair, cells: { ...table.cells, ...Object.fromEntries(places) } };
}

/**
 * The tables of a report, what is wrong in them worked out anew with what its report of last year says. Tables in which nothing
 * is wrong stay as they are.
 * @param check of the two years
 */
export function repairWithLastYear(
  { tables }: FileResult,
  previous: FileResult,
  check: CrossCheck,
  options: CheckOptions,
): readonly TableResult[] {
  const before = filledTables(previous);
  return tables.map((table) => {
    const lastYear = isBroken(table, check) ? tableBefore(table, tables, before) : null;
    return lastYear ? repairTable(table, lastYear, options) : table;
  });
}
