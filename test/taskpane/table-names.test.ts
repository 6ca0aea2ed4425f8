import type { PlacedTable } from "../../src/actions/state";
import { recogniseSheet } from "../../src/recognise/sheet";
import { checkTable } from "../../src/rules/check";
import { tableNames } from "../../src/taskpane/table-names";
import { makeGrid } from "../../src/tables/grid";
import { placeAt } from "../recognise/lay-out";
import { plain, square, table3, table4 } from "../recognise/sheets";

const tablesOn = (sheet: string, values: readonly (readonly unknown[])[]): PlacedTable[] =>
  recogniseSheet(makeGrid(sheet, { row: 0, column: 0 }, square(values))).map((filled, index) => ({
    id: `${sheet}!${index}`,
    worksheetId: sheet,
    filled,
    check: checkTable(filled, { blankIsZero: false }),
    isMarked: null,
  }));

test("two tables of one section on one sheet are told apart by where they stand", () => {
  const both = tablesOn("汇总", [...plain(table3), [], ...placeAt(plain(table3), 0, 1), [], ...plain(table4)]);
  const named = tableNames([...both, ...tablesOn("表三", plain(table3)), ...tablesOn("表四（2）", plain(table4))]);
  expect([...named.values()]).toEqual(["汇总 表三 A1:J28", "汇总 表三 B30:K57", "汇总 表四", "表三", "表四（2）"]);
});
