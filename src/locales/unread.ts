import type { CellConcern } from "../tables/concern";
import { splitKey, type CellKey, type Table } from "../tables/table";
import { MOST_NAMES } from "./batch";
import { columnOf, lineName, rowOf } from "./lines";

/** A cell of a published report that nothing was read of, and why. */
interface UnreadCell {
  key: CellKey;
  concern: CellConcern;
}

/** Columns of one row; none where it is the whole row. */
export interface NamedRow {
  row: string;
  columns: readonly string[];
}

/** Cells as a person looks for them: row by row, the first few rows. */
export function nameRows(keys: readonly CellKey[], table: Table): { rows: NamedRow[]; isAll: boolean } {
  const columnsOf = (row: string, of: readonly CellKey[]) =>
    of.map(splitKey).flatMap((place) => (place.row === row ? [place.column] : []));
  const all = table.numbers.map(({ key }) => key);
  const rows = [...new Set(keys.map((key) => splitKey(key).row))];
  const named = rows.slice(0, MOST_NAMES).map((row) => {
    const columns = columnsOf(row, keys);
    const isWhole = columns.length === columnsOf(row, all).length;
    return {
      row: lineName(rowOf(table, row)),
      columns: isWhole ? [] : columns.map((column) => lineName(columnOf(table, column))),
    };
  });
  return { rows: named, isAll: rows.length <= MOST_NAMES };
}

/** What of a row that runs together each cell may hold. */
export interface Readings {
  column: string;
  options: readonly string[];
  hasMore: boolean;
}

/** The readings of cells that stand in one row and are asked about together; null for cells with another concern. */
export function readingsOf(cells: readonly UnreadCell[], table: Table): Readings[] | null {
  const readings = cells.flatMap(({ key, concern }): Readings[] => {
    if (concern.code !== "asked") return [];
    const { options, hasMore } = concern;
    return [{ column: lineName(columnOf(table, splitKey(key).column)), options, hasMore }];
  });
  return readings.length > 1 ? readings : null;
}
