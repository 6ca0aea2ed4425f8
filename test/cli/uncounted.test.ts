import { read, utils } from "@e965/xlsx";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

const suqian = COMPLETE_REPORTS.find(({ id }) => id === "008-suqian-2023")!;
const named = (unit: string, ...change: [] | [NonNullable<Parameters<typeof makeWorkbook>[1]>]) =>
  makeWorkbook({ ...suqian, unit }, ...change);

const FILES = {
  "县/清水镇.xlsx": named("平安县清水镇"),
  "县/白塔镇.xlsx": named("平安县白塔镇", (section, key, value) =>
    section === "section4" && key === "review.upheld" ? `${value}件` : value,
  ),
  "县/马头镇.xlsx": named("平安县马头镇", (section, key, value) =>
    section === "section4" && key === "review.total" ? undefined : value,
  ),
};

// the sum said that two cells had not been counted, and neither whose nor which, nor that its own error came from there
test("cells that a sum could not count are named with their unit, also beside the error of the sum that they cause", async () => {
  const { out, written } = await goujiOn(FILES, "rollup", "县", "-o", "汇总.xlsx", "--even-if-failing");
  const upheld = suqian.tables.section4!.numbers["review.upheld"];
  const text = `平安县白塔镇 表四 A5“${upheld}件”`;
  const blank = "平安县马头镇 表四 E5 未填";
  expect(out).toContain(`注意：有 2 格没有填、不是数字或所在的表缺失，没有计入：${text}；${blank}。`);
  expect(out.split("\n").find((line) => line.startsWith("表四 E5"))).toContain(`没有计入的格：${text}；${blank}。`);
  const { Sheets } = read(written.get("汇总.xlsx")!, { type: "array" });
  const rows = utils.sheet_to_json<string[]>(Sheets["汇总单位"]!, { header: 1 });
  expect(rows.filter((row) => row[1] === "平安县白塔镇").map((row) => [row[3], row[4]])).toEqual([
    [1, `未计入：表四 A5“${upheld}件”`],
  ]);
});

test("a long text in such a cell was printed whole, with its line breaks, in the note, beside the error and in the list of units", async () => {
  const essay = `详见所附情况说明，\n由承办科室另行报送，${"请以纸质件为准。".repeat(40)}`;
  const files = {
    ...FILES,
    "县/白塔镇.xlsx": named("平安县白塔镇", (_section, key, value) =>
      key === Object.keys(suqian.tables.section3!.numbers)[8] ? essay : value,
    ),
  };
  const { out, written } = await goujiOn(files, "rollup", "县", "-o", "汇总.xlsx", "--even-if-failing");
  const text = "表三 E6“详见所附情况说明， 由承办科室另行报送，…”";
  expect(out.split(text)).toHaveLength(4);
  const { Sheets } = read(written.get("汇总.xlsx")!, { type: "array" });
  const rows = utils.sheet_to_json<string[]>(Sheets["汇总单位"]!, { header: 1 });
  expect(rows.find((row) => row[1] === "平安县白塔镇")![4]).toBe(`未计入：${text}`);
  expect(out + JSON.stringify(rows)).not.toContain("纸质件");
});
