import type { CellKey } from "../../src/tables/table";
import { start, type Started } from "./start";

let at: Started;
beforeEach(async () => {
  at = await start();
});
afterEach(() => at.dispose());

const broken = () =>
  at.app
    .getState()
    .tables.flatMap(({ filled, check }) =>
      check.findings
        .filter(({ severity }) => severity === "error")
        .map(({ rule }) => `${filled.placement.sheet} ${rule}`),
    );

test("the exercise has two errors, says in its titles that it is none, and passes when both are put right", async () => {
  await at.app.run("insertExercise", undefined);
  expect(broken()).toEqual(["表三 S3.ROW", "表三 S3.RESULTS", "表三 S3.BALANCE", "表四 S4.TOTAL"]);
  expect(at.host.value("表三", "A1")).toContain("新郑市辛店镇（练习）2020年");
  const address = (sheet: string, key: CellKey) => {
    const { placement } = at.app.getState().tables.find(({ filled }) => filled.placement.sheet === sheet)!.filled;
    const { row, column } = placement.cells[key]!;
    return `${String.fromCharCode(65 + column)}${row + 1}`;
  };
  await at.host.type("表三", address("表三", "resultsTotal.total"), "0");
  await at.host.type("表四", address("表四", "review.upheld"), "0");
  await at.caughtUp();
  expect(broken()).toEqual([]);
  expect(at.app.getState().summary.verdict).toBe("pass");
});
