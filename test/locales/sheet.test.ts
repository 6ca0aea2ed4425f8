import { FIRST_YEAR, tableOf } from "../../src/tables/formats";
import { loadLocale, LOCALE_IDS, pickLocale, zhCN } from "../../src/locales";
import { undecidedIn } from "../../src/rules/undecided";
import { summarise } from "../../src/rules/workbook";
import { check, fillTable, placeTable } from "./filled";

const section3 = placeTable(tableOf("2021", "section3"));

describe.each(LOCALE_IDS)("what is written into a workbook in %s", (id) => {
  test("keeps within what Excel takes", async () => {
    const { sheet } = await loadLocale(id);
    for (const { title, message } of Object.values(sheet.validation)) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(message.length).toBeLessThanOrEqual(225);
    }
    expect(sheet.report.sheet).toMatch(/^[^:\\/?*[\]]{1,31}$/);
  });

  test("bears the same official names whichever language wrote it", async () => {
    const { sheet } = await loadLocale(id);
    expect(sheet.report.sheet).toBe("校验结果");
    expect(sheet.stamp).toEqual(zhCN.sheet.stamp);
    expect(sheet.fileName({ unit: "辛店镇", year: 2020, verdict: "pass" })).toBe("辛店镇-2020-校验通过");
    expect(sheet.fileName({ unit: "辛店镇", year: 2020, verdict: "fail" })).toBe("辛店镇-2020-未通过");
    expect(sheet.fileName({ unit: null, year: null, verdict: "incomplete" })).toBe("未注明单位-未注明年度-未完成");
  });
});

test("the report counts tables, findings of each severity, blank cells and rules that were not decided", () => {
  const tables = [
    check(fillTable(section3, { "granted.total": 6, "newlyReceived.research": null })),
    check(fillTable(placeTable(tableOf("2021", "section4")), { "review.total": "12件" })),
  ];
  expect(zhCN.sheet.report.describeCounts(summarise(tables))).toEqual([
    "强制性 3 个，核实性 0 个，提示性 0 个",
    "2 张表，未填 1 格，无法判定的关系 3 条",
  ]);
  expect(zhCN.sheet.report.describeCounts(summarise(tables, [], 1))[1]).toBe(
    "2 张表，未填 1 格，无法判定的关系 3 条，未读完的工作表 1 张",
  );
  const explained = { ...summarise(tables), findings: { error: 3, warning: 1, unfilled: 1, hint: 0 }, unexplained: 1 };
  expect(zhCN.sheet.report.describeCounts(explained)[0]).toBe(
    "强制性 3 个，核实性 1 个（其中待说明 1 个），提示性 0 个",
  );
});

test("the report says of a finding what is wrong and where", () => {
  const table = check(fillTable(section3, { "granted.total": 6 }));
  expect(zhCN.sheet.report.describeFinding(table.check.findings[0]!, table)).toBe(
    "行合计不符。“（一）予以公开”行：总计 6 ≠ 各类申请人之和 0（各项均计 0），多 6。",
  );
});

test("the report says which part of a sheet was not looked at", () => {
  const area = { row: 0, column: 0, rowCount: 5000, columnCount: 100 };
  expect(zhCN.sheet.report.describeCut({ sheet: "台账", area })).toBe(
    "工作表“台账”过大，只读取了 A1:CV5000，这以外的内容没有校验。",
  );
});

test("a rule that could not be decided is told by the cells that have no number, or are not there", () => {
  const filled = fillTable(section3, { "newlyReceived.research": null, "granted.total": "若干" });
  delete filled.contents["other.1.total"];
  filled.placement = { ...filled.placement, cells: { ...filled.placement.cells } };
  delete filled.placement.cells["other.1.total"];
  const table = check(filled);
  const told = undecidedIn(filled, table.check, { blankIsZero: false }).map((one) => [
    one.rule,
    one.count,
    zhCN.sheet.report.describeUndecided(one, filled),
  ]);
  expect(told).toEqual([
    ["S3.ROW", 3, "F5、J7 没有数字，表中缺少 1 格。"],
    ["S3.RESULTS", 1, "J7 没有数字，表中缺少 1 格。"],
    ["S3.BALANCE", 1, "F5 没有数字。"],
  ]);
});

test("the time is written the same everywhere", () => {
  expect(zhCN.sheet.report.formatTime(new Date(2026, 0, 31, 9, 5))).toBe("2026-01-31 09:05");
});

test("English is for English, Chinese for everything else", () => {
  expect(["en-US", "en-GB", "EN", "zh-CN", "zh-TW", "bo-CN", ""].map(pickLocale)).toEqual([
    ...Array<string>(3).fill("en-US"),
    ...Array<string>(4).fill("zh-CN"),
  ]);
});

test("a year without a format is told with the first that has one", () => {
  expect(zhCN.describeError("Year", { year: FIRST_YEAR - 1 }).what).toBe(
    "没有 2018 年度的官方格式，最早为 2019 年度。",
  );
});
