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

/** Characters shown of what stands in a cell: enough to find it there. */
const LONGEST = 20;

/** What is written in a cell, on one line; of a long text its beginning. */
function quoted(written: string): string {
  const plain = [...written.replace(/\s+/g, " ").trim()];
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST).join("")}…` : plain.join("");
}

export function groupUncounted(cells: readonly UncountedCell[]): UncountedGroup[] {
  return [...groupBy(cells, ({ placement }) => placement.sheet)].map(([sheet, own]) => ({
    sheet,
    written: own.flatMap((cell) =>
      cell.written === "" ? [] : [{ place: placeOf(cell), written: quoted(cell.written) }],
    ),
    blank: own.flatMap((cell) => (cell.written === "" ? [placeOf(cell)] : [])),
  }));
}
