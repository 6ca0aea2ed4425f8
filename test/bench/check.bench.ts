import type { Bench, Measurement } from "../../config/bench";
import { recogniseSheet } from "../../src/recognise/sheet";
import { rereadTable } from "../../src/recognise/reread";
import { changedCells } from "../../src/rules/changed-cells";
import { checkTable, recheckTable } from "../../src/rules/check";
import { tableOf } from "../../src/tables/formats";
import { makeGrid } from "../../src/tables/grid";
import { layOut } from "../recognise/lay-out";

const OPTIONS = { blankIsZero: false };
const ROUNDS = 7;

/** The median of several rounds, in milliseconds for one call. */
function time(calls: number, work: (call: number) => void): number {
  for (let call = 0; call < calls; call++) work(call);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (let call = 0; call < calls; call++) work(call);
    return (performance.now() - start) / calls;
  });
  return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

const table = tableOf("2021", "section3");
const numbers = Object.fromEntries(table.numbers.map(({ key }) => [key, 0]));
const origin = { row: 0, column: 0 };

/** A sheet of 2000 rows and 50 columns without any official table. */
const strangers = Array.from({ length: 2000 }, (_, row) =>
  Array.from({ length: 50 }, (_, column) => (column % 3 === 0 ? `某单位${row}情况${column}` : row * column)),
);

/** What a check after one edit costs beside a full one, and what it costs to find tables on a sheet. */
function run(): Promise<Measurement[]> {
  const values = layOut(table, numbers);
  const before = recogniseSheet(makeGrid("表三", origin, values))[0]!;
  const { row, column } = before.placement.cells["denied.3.naturalPerson"]!;
  const edited = values.map((line) => [...line]);
  edited[row]![column] = 1;
  const grid = makeGrid("表三", origin, edited);
  const after = rereadTable(before.placement, grid)!;
  const check = checkTable(before, OPTIONS);
  const changed = changedCells(before, after);

  const full = time(300, () => checkTable(after, OPTIONS));
  const incremental = time(300, () => recheckTable(check, after, changed, OPTIONS));
  const recognise = time(30, () => recogniseSheet(grid));
  const reread = time(30, () => rereadTable(before.placement, grid));
  const big = makeGrid("Sheet1", origin, strangers);
  const search = time(3, () => recogniseSheet(big));
  return Promise.resolve([
    { what: "full check of section 三", value: full, unit: "ms" },
    { what: "check of what one edit touches, against a full check", value: incremental / full, unit: "倍", limit: 1 },
    { what: "finding section 三 on its sheet", value: recognise, unit: "ms" },
    { what: "reading it again after an edit, against finding it", value: reread / recognise, unit: "倍", limit: 1 },
    { what: "looking for tables on 2000 × 50 other cells", value: search, unit: "ms" },
  ]);
}

const bench: Bench = { title: "Checking and recognising", run };
export default bench;
