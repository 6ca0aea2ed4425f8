import { readFileSync } from "node:fs";
import { read } from "@e965/xlsx";
import { checkFile } from "../../src/batch/check-file";
import { compareYears } from "../../src/rules/cross/compare-years";
import { tableOfFinding } from "../../src/rules/cross/table-of-finding";
import { subjectOf } from "../../src/record/subject";
import { patchWorkbook } from "../../src/xlsx";
import { OFFICIAL_REPORT, officialWorkbook } from "../batch/official-file";
import { PROGRAMS, saveAsExcelJs, type SaveIn } from "../batch/programs";
import { remember, sealFile } from "../batch/sealed-file";
import { saveAsWps } from "../fixtures/wps";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

const OPTIONS = { blankIsZero: false };
const REASON = "上年结转的2件在年末统计之后才登记，见登记簿第118页。";
const { year, tables } = OFFICIAL_REPORT;

/** Last year's report of the unit, from which this year's does not follow in one column: 自然人 and so 总计. */
const lastYear = makeWorkbook({ ...OFFICIAL_REPORT, year: year - 1 }, (section, key, value) => {
  if (section === "section2" && key.endsWith(".valid")) return validBefore(key);
  const [row, column] = key.split(".");
  if (section !== "section3" || row !== "carriedForward") return value;
  const carried = tables.section3!.numbers[`carriedOver.${column}`]!;
  return column === "naturalPerson" || column === "total" ? carried + 2 : carried;
});

/** What was in force a year ago, so that this year's figure follows from it. */
function validBefore(key: string): number {
  const { numbers } = tables.section2!;
  const [row = ""] = key.split(".");
  const of = (column: string) => numbers[`${row}.${column}`]!;
  return of("valid") - of("issued") + of("repealed");
}

/** The official workbook, sealed, with every finding against last year explained in it. */
async function explainedWorkbook(): Promise<Uint8Array> {
  const bytes = await officialWorkbook();
  const filledIn = (file: Uint8Array) => checkFile("", file, OPTIONS).tables.map(({ filled }) => filled);
  const filled = filledIn(bytes);
  const { findings } = compareYears({ current: filled, previous: filledIn(lastYear) }, OPTIONS);
  expect(findings.map(({ rule }) => rule)).toEqual(["X.CARRY", "X.CARRY"]);
  const subjects = findings.map((finding) =>
    subjectOf(
      finding,
      tableOfFinding(finding, filled, ({ placement }) => placement.table.section),
    ),
  );
  const remark = { text: REASON, by: "李四", at: "2026-01-30T00:00:00Z" };
  const explained = remember(bytes, (record) => ({
    ...record,
    explanations: subjects.reduce((book, subject) => book.explain(subject, remark), record.explanations),
  }));
  return sealFile(explained);
}

const gouji = (bytes: Uint8Array, ...words: string[]) =>
  goujiOn({ "年报.xlsx": bytes, "上年.xlsx": lastYear }, ...words);
const check = (bytes: Uint8Array) => gouji(bytes, "check", "年报.xlsx", "--previous", "上年.xlsx");
const verify = (bytes: Uint8Array) => gouji(bytes, "verify", "年报.xlsx");

const KEEPING: Readonly<Record<string, SaveIn>> = { "nobody else": (bytes) => bytes, WPS: saveAsWps };

test.each(Object.entries(KEEPING))(
  "saved by %s, explanations of what does not follow from last year and the seal stand; they lapse with their number",
  async (_program, save) => {
    const saved = await save(await explainedWorkbook());
    const checked = await check(saved);
    expect([checked.status, checked.out.match(/已说明/g)]).toEqual([0, ["已说明", "已说明"]]);
    expect(checked.out).toContain(`${REASON} (李四`);
    const verified = await verify(saved);
    expect([verified.status, verified.out]).toEqual([0, expect.stringContaining("年报.xlsx：已校验，未改动")]);

    const value = tables.section3!.numbers["carriedOver.naturalPerson"]! + 1;
    const changed = patchWorkbook(saved, { cells: [{ sheet: "表三", row: 5, column: 3, value }] });
    const again = await check(changed);
    expect(again.status).toBe(1);
    expect(again.out).toContain("已失效");
    const verifiedAgain = await verify(changed);
    expect(verifiedAgain.status).toBe(1);
    expect(verifiedAgain.out).toContain("表三!D6");
  },
);

test("a library that drops what it does not know leaves neither; then nothing passes for explained or sealed", async () => {
  const saved = await saveAsExcelJs(await explainedWorkbook());
  const checked = await check(saved);
  expect(checked.status).toBe(2);
  expect(checked.out.match(/待说明/g)).toHaveLength(2);
  expect(checked.out).not.toContain(REASON);
  const verified = await verify(saved);
  expect([verified.status, verified.out]).toEqual([2, expect.stringContaining("没有校验戳")]);
});

/** Workbooks that are no reports, as WPS itself wrote them. */
const STRANGE = Object.fromEntries(
  ["wps-11.xlsx", "wps-7.xlsx"].map((name) => [name, new Uint8Array(readFileSync(`test/fixtures/xlsx/${name}`))]),
);

test.each(Object.entries(PROGRAMS))(
  "units whose workbooks were saved by %s are added up; workbooks of WPS that are no reports are named and left out",
  async (_program, save) => {
    const files = {
      "县/甲.xlsx": await save(await officialWorkbook()),
      "县/乙.xlsx": await save(await officialWorkbook({ ...OFFICIAL_REPORT, unit: "另一市" })),
      ...Object.fromEntries(Object.entries(STRANGE).map(([name, bytes]) => [`县/${name}`, bytes])),
    };
    const { status, out } = await goujiOn(files, "check", "县");
    expect(status).toBe(2);
    expect(out.match(/没有找到年度报告的表格/g)).toHaveLength(2);
    expect(out).toContain("通过 2");
    const rolled = await goujiOn(files, "rollup", "县", "-o", "汇总.xlsx", "--even-if-failing");
    expect(rolled.out).toContain("汇总 2 个单位");
    expect(rolled.out).toContain("有 2 个文件无法读取或没有报表，没有计入汇总：县/wps-7.xlsx、县/wps-11.xlsx");
    const cell = read(rolled.written.get("汇总.xlsx")!, { type: "array" }).Sheets["表三"]!.J5 as { v: number };
    expect(cell.v).toBe(2 * tables.section3!.numbers["newlyReceived.total"]!);
  },
);

test("a sum that WPS saved is still told from a unit's report", async () => {
  const files = {
    "县/甲.xlsx": await officialWorkbook(),
    "县/乙.xlsx": await officialWorkbook({ ...OFFICIAL_REPORT, unit: "另一市" }),
  };
  const { written } = await goujiOn(files, "rollup", "县", "-o", "汇总.xlsx");
  const again = await goujiOn(
    { ...files, "县/汇总.xlsx": saveAsWps(written.get("汇总.xlsx")!) },
    "rollup",
    "县",
    "-o",
    "新.xlsx",
  );
  expect([again.status, again.out]).toEqual([0, expect.stringContaining("县/汇总.xlsx 是本程序导出的汇总表")]);
});

test.each(Object.entries(STRANGE))(
  "%s, which is no report, is refused by import, and has no seal",
  async (name, file) => {
    const { status, err, written } = await goujiOn({ [name]: file }, "import", name, "-o", "新.xlsx");
    expect([status, written.size]).toEqual([2, 0]);
    expect(err).toContain("这是 Excel 工作簿");
    const verified = await goujiOn({ [name]: file }, "verify", name);
    expect([verified.status, verified.out]).toEqual([2, expect.stringContaining("没有校验戳")]);
  },
);
