import { checkFile } from "../../src/batch/check-file";
import { makeResult } from "../../src/batch/file-result";
import { markOf } from "../../src/batch/own-file";
import { ResultsBook } from "../../src/batch/results-workbook";
import { rollUp } from "../../src/batch/rollup/roll-up";
import { makeRollUpWorkbook } from "../../src/batch/rollup/roll-up-workbook";
import { makeUnitCheck } from "../../src/batch/units/compare-units";
import { withBatch } from "../../src/locales/batch-locale";
import { DESCRIBE_REMARK } from "../../src/locales/remarks";
import { loadLocale, LOCALE_IDS } from "../../src/locales";
import { patchWorkbook } from "../../src/xlsx";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";

const OPTIONS = { blankIsZero: false };
const SUQIAN = COMPLETE_REPORTS.find(({ id }) => id === "008-suqian-2023")!;

const units = ["甲市", "乙市"].map((unit) => {
  const check = checkFile(`${unit}.xlsx`, makeWorkbook({ ...SUQIAN, unit }), OPTIONS);
  return makeUnitCheck(makeResult(check, { withFigures: true, hash: null }), null, OPTIONS);
});

const ownOf = (bytes: Uint8Array) => checkFile("a.xlsx", bytes, OPTIONS).own;

describe.each(LOCALE_IDS)("in %s", (id) => {
  test("a sum of ours is told, with the units in it", async () => {
    const rolled = rollUp(units, { ...OPTIONS, evenIfNotPassed: false });
    const bytes = await makeRollUpWorkbook(
      rolled,
      { unit: "某县", year: 2023, time: new Date(0) },
      OPTIONS,
      withBatch(await loadLocale(id)),
    );
    expect(ownOf(bytes)).toEqual({ kind: "rollUp", units: ["甲市", "乙市"] });
  });

  test("results of ours are told", async () => {
    const book = new ResultsBook(
      { ...withBatch(await loadLocale(id)), describeBatchRemark: DESCRIBE_REMARK[id] },
      OPTIONS,
    );
    for (const unit of units) book.add(unit);
    expect(ownOf(book.make(new Date(0)))).toEqual({ kind: "results" });
  });
});

/**
 * The sheet of who contributed what has a row for each unit and cell: more than is read of a sheet. A county's sum was incomplete
 * for that, and no city could add counties up.
 */
test("the sum of a whole county passes as a unit's report, and is added to a city's", async () => {
  // what is charged in a hundred cities would be too much for a county
  const zeroFees: Parameters<typeof makeWorkbook>[1] = (section, _key, value) => (section === "section2" ? 0 : value);
  const town = checkFile("镇.xlsx", makeWorkbook({ ...SUQIAN, unit: "镇" }, zeroFees), OPTIONS);
  const first = makeUnitCheck(makeResult(town, { withFigures: true, hash: null }), null, OPTIONS);
  const towns = Array.from({ length: 40 }, (_each, index) => ({
    ...first,
    result: { ...first.result, unit: `${index}镇`, file: `${index}.xlsx` },
  }));
  const locale = withBatch(await loadLocale("zh-CN"));
  const counties = await Promise.all(
    ["平安县", "永丰县"].map(async (unit) => {
      const rolled = rollUp(towns, { ...OPTIONS, evenIfNotPassed: false });
      expect(rolled.tables.flatMap(({ parts }) => [...parts.values()].flat()).length).toBeGreaterThan(2_000);
      const bytes = await makeRollUpWorkbook(rolled, { unit, year: 2023, time: new Date(0) }, OPTIONS, locale);
      const check = checkFile(`${unit}.xlsx`, bytes, OPTIONS);
      expect(check).toMatchObject({ unit, verdict: "pass", cutSheets: [] });
      return makeUnitCheck(makeResult(check, { withFigures: true, hash: null }), null, OPTIONS);
    }),
  );
  const { units: added, summary } = rollUp(counties, { ...OPTIONS, evenIfNotPassed: false });
  expect(added.map(({ unit }) => unit)).toEqual(["平安县", "永丰县"]);
  expect(summary.verdict).toBe("pass");
});

test("a report is none of ours, nor is what was made of a sum without its list of units", () => {
  const report = makeWorkbook(SUQIAN);
  expect(ownOf(report)).toBeUndefined();
  expect(ownOf(patchWorkbook(report, { customProperties: markOf("rollUp", "汇总单位") }))).toBeUndefined();
});
