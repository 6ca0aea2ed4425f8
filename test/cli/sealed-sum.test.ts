import { patchWorkbook } from "../../src/xlsx";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

const suqian = COMPLETE_REPORTS.find(({ id }) => id === "008-suqian-2023")!;
const FOLDER = Object.fromEntries(
  ["宿迁市", "沭阳市", "=泗阳市"].map((unit, index) => [`县/${index}.xlsx`, makeWorkbook({ ...suqian, unit })]),
);

test("a sum carried no seal: what a county passed on could not be verified", async () => {
  const { written } = await goujiOn(FOLDER, "rollup", "县", "-o", "汇总.xlsx", "--unit", "某省");
  const sum = written.get("汇总.xlsx")!;
  const files = {
    "汇总.xlsx": sum,
    "改数.xlsx": patchWorkbook(sum, { cells: [{ sheet: "表三", row: 4, column: 3, value: 1 }] }),
    "改单位.xlsx": patchWorkbook(sum, { cells: [{ sheet: "汇总单位", row: 4, column: 1, value: "某乡" }] }),
  };
  const { status, out } = await goujiOn(files, "verify", "汇总.xlsx");
  expect(status).toBe(0);
  expect(out).toContain("汇总.xlsx：已校验，未改动");
  expect(out).toContain("汇总 3 个单位：宿迁市、沭阳市、=泗阳市。");
  const changed = await goujiOn(files, "verify", "改数.xlsx", "改单位.xlsx");
  expect(changed.status).toBe(1);
  expect(changed.out).toMatch(/表三!D5 {2}.*原为 \d+，现为 1。/);
  expect(changed.out).toContain("汇总单位与校验时不同：少了宿迁市，多了某乡。");
});

test("the list of a sum's units was cut within a name, and ended as if it were whole", async () => {
  const units = Array.from({ length: 12 }, (_, index) => `某国家级高新技术产业开发与综合改革试验示范第${index + 10}市`);
  const files = Object.fromEntries(units.map((unit) => [`县/${unit}.xlsx`, makeWorkbook({ ...suqian, unit })]));
  const { written } = await goujiOn(files, "rollup", "县", "-o", "汇总.xlsx", "--unit", "某省");
  const { out } = await goujiOn({ "汇总.xlsx": written.get("汇总.xlsx")! }, "verify", "汇总.xlsx");
  const [, said] = /汇总 (12 个单位：.*)。/.exec(out)!;
  const [, names] = /^12 个单位：(.*) 等 12 个$/.exec(said!)!;
  expect(names!.split("、")).toEqual(units.slice(0, names!.split("、").length));
  expect(said!.length).toBeLessThanOrEqual(255);
  expect(said!.length + units[0]!.length).toBeGreaterThanOrEqual(255);
});
