import { performance } from "node:perf_hooks";
import type { Bench } from "../../config/bench";
import { Tables } from "../../src/excel/monitor/tables";
import { touchedTables } from "../../src/excel/monitor/touched";
import { changedCells } from "../../src/rules/changed-cells";
import { checkTable, recheckTable } from "../../src/rules/check";
import { recogniseSheet } from "../../src/recognise/sheet";
import { fillSheet } from "../excel/filled-sheet";

const OPTIONS = { blankIsZero: false };
const ROUNDS = 40;
const EDITS = 50;
const MANY = 1000;

/** 表三 with all zeros, and the same after one edit. */
const gridsOf = (sheet: string) =>
  [{}, { "granted.naturalPerson": 1 }].map((figures) => fillSheet({ sheet, figures }).grid);
const EDITED = "D7";

function openTables(count: number) {
  const tables = new Tables(OPTIONS);
  const ids = Array.from({ length: count }, (_, index) => `sheet ${index}`);
  tables.setSheets(ids.map((id) => ({ id, name: id })));
  for (const id of ids) tables.setSheet({ id, grid: gridsOf(id)[0]!, cut: null });
  const [id] = ids;
  return { tables, id: id!, grids: gridsOf(id!) };
}

/** Everything that happens in the pane between an event of Excel and the next state, but for the reading itself. */
function edit({ tables, id, grids }: ReturnType<typeof openTables>, index: number): void {
  const touched = touchedTables(tables.on(id), EDITED);
  if (touched?.length !== 1) throw new Error(`${EDITED} is not a number of one table`);
  if (!tables.setTable(touched[0]!.id, grids[index % 2]!)) throw new Error("the labels changed");
  const { summary } = tables.view();
  // the workbook has no other tables of its report
  if (summary.verdict !== (index % 2 ? "fail" : "incomplete")) throw new Error("the check found something else");
}

function microseconds(act: (index: number) => void): number {
  const start = performance.now();
  for (let index = 1; index <= EDITS; index++) act(index);
  return ((performance.now() - start) / EDITS) * 1000;
}

/** The best of many rounds, taken in turn, so that what else the machine does bears on all alike. */
function compare(...acts: ((index: number) => void)[]): number[] {
  const best = acts.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++) {
    acts.forEach((act, which) => (best[which] = Math.min(best[which]!, microseconds(act))));
  }
  return best;
}

export default {
  title: "实时校验：一次编辑的代价",
  run() {
    const one = openTables(1);
    const many = openTables(MANY);
    const [withOne, withMany] = compare(
      (index) => edit(one, index),
      (index) => edit(many, index),
    ) as [number, number];

    const [before, after] = gridsOf("表三").map((grid) => recogniseSheet(grid)[0]!);
    const earlier = checkTable(before!, OPTIONS);
    const [full, incremental] = compare(
      () => checkTable(after!, OPTIONS),
      () => recheckTable(earlier, after!, changedCells(before!, after!), OPTIONS),
    ) as [number, number];
    return Promise.resolve([
      { what: "打开 1 张表时的一次编辑", value: withOne, unit: "µs" },
      { what: `打开 ${MANY} 张表时的一次编辑`, value: withMany, unit: "µs" },
      { what: `${MANY} 张表与 1 张表之比`, value: withMany / withOne, unit: "倍", limit: 1.5 },
      { what: "增量校验与全表校验之比", value: incremental / full, unit: "倍", limit: 1 },
    ]);
  },
} satisfies Bench;
