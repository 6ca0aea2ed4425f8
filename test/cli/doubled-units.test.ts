import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

const suqian = COMPLETE_REPORTS.find(({ id }) => id === "008-suqian-2023")!;
const named = (unit: string) => makeWorkbook({ ...suqian, unit });
const rollUp = (a: string, b: string) =>
  goujiOn({ "县/a.xlsx": named(a), "县/b.xlsx": named(b) }, "rollup", "县", "-o", "汇总.xlsx");

test.each([
  ["宿迁市", "宿迁市人民政府"],
  ["宿迁市", "江苏省宿迁市人民政府"],
])("%s and %s in two files of one sum were added twice without a word: they are refused as one unit", async (a, b) => {
  const { status, err, written } = await rollUp(a, b);
  expect([status, written.size]).toEqual([1, 0]);
  expect(err).toMatch(new RegExp(`同一单位有不止一份报告：.*${b}.*（县/.*、县/.*）。请只保留一份。`));
});

test("units whose names are only alike are added, and that they may be one is said", async () => {
  const { status, out } = await rollUp("清河市发改市", "清河市发展和改革市");
  expect(status).toBe(0);
  expect(out).toContain(
    "清河市发改市、清河市发展和改革市 名称相近（县/a.xlsx、县/b.xlsx）。请核对是否同一单位重复报送。",
  );
});
