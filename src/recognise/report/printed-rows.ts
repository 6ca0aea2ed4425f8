import { splitKey, type CellKey, type CellKind, type Table } from "../../tables/table";

/** The numbers that stand in one printed line of a table. */
export interface PrintedRow {
  /** The row key; section 四 prints its three groups in one line, which has none. */
  key: string | null;
  /** From left to right. */
  cells: readonly CellKey[];
  kinds: readonly CellKind[];
  /** Official labels, the outermost first. */
  labels: readonly string[];
}

const made = new WeakMap<Table, readonly PrintedRow[]>();

export function printedRowsOf(table: Table): readonly PrintedRow[] {
  const known = made.get(table);
  if (known) return known;
  const numbersByRow = new Map<number, Table["numbers"][number][]>();
  for (const number of table.numbers) numbersByRow.set(number.row, [...(numbersByRow.get(number.row) ?? []), number]);
  const rows = [...numbersByRow.values()].map((numbers): PrintedRow => {
    const keys = new Set(numbers.map(({ key }) => splitKey(key).row));
    const [key] = keys;
    const line = keys.size === 1 ? table.rows.find((row) => row.key === key) : undefined;
    return {
      key: line ? line.key : null,
      cells: numbers.map((number) => number.key),
      kinds: numbers.map(({ kind }) => kind),
      labels: line ? line.labels : [],
    };
  });
  made.set(table, rows);
  return rows;
}
