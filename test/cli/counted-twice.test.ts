import { COMPLETE_REPORTS } from "../fixtures/reports";
import { patchWorkbook, readWorkbook } from "../../src/xlsx";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

const suqian = COMPLETE_REPORTS.find(({ id }) => id === "008-suqian-2023")!;

/** A unit's report with every figure so many times as large; none with 0. */
function times(unit: string, factor: number): Uint8Array {
  return makeWorkbook({ ...suqian, unit }, (_section, _key, value) => Number((value * factor).toFixed(4)));
}

const TOWNS = { "县/清水镇.xlsx": times("平安县清水镇", 1), "县/马头镇.xlsx": times("平安县马头镇", 2) };
/** As it is published and sent up: three tables, and nothing that tells what it is. */
const COUNTY = { "县/平安县汇总.xlsx": times("平安县", 3) };

const rollUp = async (files: Readonly<Record<string, Uint8Array>>, unit: string) => {
  const { err, out } = await goujiOn(files, "rollup", "县", "-o", "和.xlsx", "--unit", unit, "--even-if-failing");
  return err + out;
};
const check = async (files: Readonly<Record<string, Uint8Array>>) => (await goujiOn(files, "check", "县")).out;

describe("a county's own report among its units", () => {
  test("doubled every figure of the sum, and the sum passed", async () => {
    const files = { ...TOWNS, ...COUNTY };
    expect(await check(files)).toContain("县/平安县汇总.xlsx 的每个数都等于其他 2 份报告之和");
    for (const unit of ["某市", "平安县"]) {
      const said = await rollUp(files, unit);
      expect(said).toContain("平安县（县/平安县汇总.xlsx）的每个数都等于其余单位之和");
      expect(said).not.toContain("汇总 3 个单位");
    }
  });

  test("is told by its name where units are missing", async () => {
    const files = { ...TOWNS, ...COUNTY, "县/少了一个.xlsx": times("平安县双河镇", 1) };
    expect(await check(files)).not.toContain("之和");
    expect(await rollUp(files, "平安县人民政府")).toContain("平安县（县/平安县汇总.xlsx）与汇总单位同名");
  });

  test("is not suspected of one unit or two, of units that hold nothing, and of few figures that agree by chance", async () => {
    const none = (unit: string) => times(unit, 0);
    const one = (unit: string, count: number) =>
      makeWorkbook({ ...suqian, unit }, (section, key) =>
        section === "section2" && key === "fees.amount" ? count : 0,
      );
    const batches: Readonly<Record<string, Uint8Array>>[] = [
      { "县/清水镇.xlsx": times("清水镇", 1) },
      { "县/清水镇.xlsx": times("清水镇", 1), "县/马头镇.xlsx": times("马头镇", 1), "县/空.xlsx": none("双河镇") },
      { "县/甲.xlsx": none("甲镇"), "县/乙.xlsx": none("乙镇"), "县/丙.xlsx": none("丙镇") },
      { "县/甲.xlsx": one("甲镇", 1), "县/乙.xlsx": one("乙镇", 2), "县/丙.xlsx": one("丙镇", 3) },
    ];
    for (const files of batches) {
      expect(await check(files)).not.toContain("之和");
      expect(await rollUp(files, "平安县")).toContain(`汇总 ${Object.keys(files).length} 个单位`);
    }
  });
});

test("reports of which nothing told the unit or the year passed without a word, though they were the same", async () => {
  const titles = ["表二", "表三", "表四"].map((sheet) => ({ sheet, row: 0, column: 0, value: null }));
  const bare = patchWorkbook(times("清水镇", 1), { cells: titles });
  const files = { "县/附件1.xlsx": bare, "县/附件2.xlsx": bare };
  const { status, out, written } = await goujiOn(files, "check", "县", "--xlsx", "结果.xlsx");
  expect(status).toBe(0);
  expect(out).toContain("没有读出单位或年度，不能核对重名、年度和格式：县/附件1.xlsx、县/附件2.xlsx。");
  expect(out).toContain("的数字完全相同");
  const [units] = readWorkbook(written.get("结果.xlsx")!).sheets;
  expect(units!.rows.slice(1).map(({ cells }) => cells[1]!.value)).toEqual(["附件1", "附件2"]);
});

describe("tables of one unit in the files of another", () => {
  test("passed as those of both", async () => {
    const twice = { "县/清水镇.xlsx": times("清水镇", 1), "县/马头镇.xlsx": times("马头镇", 1) };
    expect(await check(twice)).toContain("马头镇、清水镇的数字完全相同");
    expect(await check(TOWNS)).not.toContain("完全相同");
    const nothing = { "县/清水镇.xlsx": times("清水镇", 0), "县/马头镇.xlsx": times("马头镇", 0) };
    expect(await check(nothing)).not.toContain("完全相同");
  });
});
