import type { CellContent, FilledTable } from "../tables/filled";
import type { CellKey } from "../tables/table";
import { writtenIn } from "./cells";

const isComputed = (key: CellKey, { computed }: FilledTable): boolean => computed?.has(key) ?? false;

/** The cells whose content differs between two fillings of one table, or that are typed in one and calculated in the other. */
export function changedCells(before: FilledTable, after: FilledTable): CellKey[] {
  return after.placement.table.numbers
    .map(({ key }) => key)
    .filter(
      (key) =>
        !isSameContent(before.contents[key], after.contents[key]) || isComputed(key, before) !== isComputed(key, after),
    );
}

function isSameContent(a: CellContent | undefined, b: CellContent | undefined): boolean {
  if (a === b) return true;
  if (a?.type !== b?.type || a === undefined || b === undefined) return false;
  return writtenIn(a) === writtenIn(b);
}
