import type { Placement } from "../tables/filled";
import { groupBy } from "../tables/group-by";
import type { CellKey } from "../tables/table";
import { addressesOf, lineName, linesOf } from "./lines";

/** A cell of a unit's table that counts for nothing in a sum, and what stands there; "" when nothing does. */
export interface UncountedCell {
  key: CellKey;
  /** Of the unit's own table. */
  placement: Placement;
  written: string;
}

/** Those of one sheet. */
export interface UncountedGroup {
  sheet: string;
  written: readonly { place: string; written: string }[];
  /** Places of those in which nothing stands. */
  blank: readonly string[];
}

/** Its address; what was published has none, and goes by row and column. */
function placeOf({ key, placement }: UncountedCell): string {
  const { row, column } = linesOf(placement.table, key);
  return addressesOf([key], placement)[0] ?? `${lineName(row)} ${lineName(column)}`;
}

export function groupUncounted(cells: readonly UncountedCell[]): UncountedGroup[] {
  return [...groupBy(cells, ({ placement }) => placement.sheet)].map(([sheet, own]) => ({
    sheet,
    written: own.flatMap((cell) => (cell.written === "" ? [] : [{ place: placeOf(cell), written: cell.written }])),
    blank: own.flatMap((cell) => (cell.written === "" ? [placeOf(cell)] : [])),
  }));
}
