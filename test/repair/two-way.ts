import type { Constraint, Unknown } from "../../src/repair/system";

/** A table like that of section 三 in small: rows of results, their total, and two more rows that balance; columns and their total. */
export interface TwoWay {
  rows: number;
  columns: number;
  constraints: readonly Constraint[];
}

/** Rows: newly received, results …, total of results, carried forward. Columns: types …, total. Cells row by row. */
export function makeTwoWay(results: number, types: number): TwoWay {
  const rows = results + 3;
  const columns = types + 1;
  const cell = (row: number, column: number) => row * columns + column;
  const equation = (side: "row" | "column", line: number, plus: number[], minus: number[]): Constraint => ({
    terms: [...plus.map((unknown) => ({ unknown, factor: 1 })), ...minus.map((unknown) => ({ unknown, factor: -1 }))],
    minimum: 0n,
    maximum: 0n,
    place: { side, line: `${line}` },
  });
  const range = (count: number) => Array.from({ length: count }, (_, index) => index);
  const constraints = [
    ...range(rows).map((row) =>
      equation(
        "row",
        row,
        [cell(row, types)],
        range(types).map((column) => cell(row, column)),
      ),
    ),
    ...range(columns).map((column) =>
      equation(
        "column",
        column,
        [cell(results + 1, column)],
        range(results).map((row) => cell(row + 1, column)),
      ),
    ),
    ...range(columns).map((column) =>
      equation("column", column, [cell(0, column)], [cell(results + 1, column), cell(results + 2, column)]),
    ),
  ];
  return { rows, columns, constraints };
}

/** Values of a table in which everything adds up, from those of the results (row by row) and of the last row. */
export function fill({ rows, columns }: TwoWay, results: readonly number[], forward: readonly number[]): number[] {
  const types = columns - 1;
  const table = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  for (let column = 0; column < types; column++) {
    for (let row = 1; row < rows - 2; row++) table[row]![column] = results[(row - 1) * types + column]!;
    const total = table.slice(1, rows - 2).reduce((sum, row) => sum + row[column]!, 0);
    table[rows - 2]![column] = total;
    table[rows - 1]![column] = forward[column]!;
    table[0]![column] = total + forward[column]!;
  }
  for (const row of table) row[types] = row.slice(0, types).reduce((sum, value) => sum + value, 0);
  return table.flat();
}

/** Counts whose upper limit leaves room for every correction of one value; null for a blank cell. */
export function asUnknowns(values: readonly (number | null)[], weights?: readonly number[]): Unknown[] {
  const maximum = BigInt(2 * Math.max(...values.map((value) => value ?? 0)) + 100);
  return values.map((value, index) => ({
    value: value === null ? null : BigInt(value),
    minimum: 0n,
    maximum,
    weight: value === null ? 0 : (weights?.[index] ?? 1),
    locked: false,
  }));
}
