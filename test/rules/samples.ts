import fc from "fast-check";
import { BLANK, type CellContent, type FilledTable, type Placement } from "../../src/tables/filled";
import { contentOf } from "../../src/tables/grid";
import type { CellKey, Table } from "../../src/tables/table";

/** A table on a sheet of its own with its first cell at `row` and `column`. */
export function placeTable(table: Table, row = 0, column = 0): Placement {
  const cells = Object.fromEntries(
    table.numbers.map((number) => [number.key, { row: row + number.row, column: column + number.column }]),
  );
  const area = { row, column, rowCount: table.rowCount, columnCount: table.columnCount };
  return { table, sheet: "表", area, cells };
}

export function fillTable(
  table: Table,
  numbers: Readonly<Record<CellKey, unknown>>,
  placement = placeTable(table),
): FilledTable {
  const contents = Object.fromEntries(table.numbers.map(({ key }) => [key, contentOf(numbers[key])]));
  return { placement, contents, doubts: [] };
}

/** Everything that may stand in a number cell; small whole numbers most of all, so that sums often hold. */
export const anyContent: fc.Arbitrary<CellContent> = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 3 }).map((value) => ({ type: "number" as const, value })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(-1, -0.5, 0.5, 1.25, 0.1, 0.2, 0.3).map((value) => ({ type: "number" as const, value })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        1e-6,
        4e-7,
        5e-7,
        -5e-7,
        6e-7,
        0.1234567,
        999_999_999,
        1_000_000_000,
        -1_000_000_000,
        123456.123456,
        1e15,
        1e21,
      )
      .map((value) => ({ type: "number" as const, value })),
  },
  { weight: 3, arbitrary: fc.constant(BLANK) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        "/",
        "-",
        "—",
        "－",
        "／",
        " / ",
        "１２",
        "12件",
        "3",
        "0",
        " ",
        "  ",
        "abc",
        "无",
        "|",
        "||",
        "/|-",
        "——",
        "\u3000",
        "\u3000/ ",
        "— —",
        "?",
        "*",
      )
      .map((text) => ({ type: "text" as const, text })),
  },
  { weight: 1, arbitrary: fc.boolean().map((value) => ({ type: "boolean" as const, value })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("#DIV/0!", "#N/A", "#VALUE!", "#REF!").map((code) => ({ type: "error" as const, code })),
  },
);

/** Contents for every cell of a table. */
export function anyContents(table: Table): fc.Arbitrary<Record<CellKey, CellContent>> {
  return fc
    .array(anyContent, { minLength: table.numbers.length, maxLength: table.numbers.length })
    .map((contents) => Object.fromEntries(table.numbers.map(({ key }, index) => [key, contents[index]!])));
}

const detailRows = (table: Table) =>
  table.rows.filter(({ key }) => !["newlyReceived", "carriedForward", "resultsTotal"].includes(key));

/** Details at random and totals that agree with them, with a few cells changed to anything. */
export function consistentContents(table: Table): fc.Arbitrary<Record<CellKey, CellContent>> {
  const { length } = table.numbers;
  const details = fc.array(
    fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0, 0, 0, 0.1, 0.25, 1234, 99_999)),
    {
      minLength: length,
      maxLength: length,
    },
  );
  const changes = fc.array(fc.tuple(fc.nat(length - 1), anyContent), { maxLength: 3 });
  return fc.tuple(details, changes).map(([values, edits]) => {
    const numbers = Object.fromEntries(table.numbers.map(({ key }, index) => [key, values[index]!])) as Record<
      CellKey,
      number
    >;
    settle(table, numbers);
    const contents = Object.fromEntries(
      Object.entries(numbers).map(([key, value]) => [key, { type: "number" as const, value }]),
    ) as Record<CellKey, CellContent>;
    for (const [index, content] of edits) contents[table.numbers[index]!.key] = content;
    return contents;
  });
}

const exactSum = (values: readonly number[]) => Math.round(values.reduce((sum, value) => sum + value, 0) * 100) / 100;

/** Makes totals agree with details, worked out here without the rules. */
function settle(table: Table, numbers: Record<CellKey, number>): void {
  const columns = table.columns.map(({ key }) => key).filter((key) => key !== "total");
  if (table.section === "section2") return;
  if (table.section === "section3") {
    for (const column of columns) {
      const results = detailRows(table).filter(({ key }) => key !== "carriedOver");
      numbers[`resultsTotal.${column}`] = exactSum(results.map(({ key }) => numbers[`${key}.${column}`]!));
      const balance = [`resultsTotal.${column}`, `carriedForward.${column}`] as const;
      numbers[`newlyReceived.${column}`] = exactSum([
        ...balance.map((key) => numbers[key]!),
        -numbers[`carriedOver.${column}`]!,
      ]);
    }
  }
  for (const { key } of table.rows)
    numbers[`${key}.total`] = exactSum(columns.map((column) => numbers[`${key}.${column}`]!));
}
