import { loadLocale, LOCALE_IDS, zhCN } from "../../src/locales";
import { checkReports, type Whole } from "../../src/rules/report/check-reports";
import type { ReportFinding } from "../../src/rules/report/report-finding";
import { checkPlausibility } from "../../src/rules/soft/plausibility";
import type { NarrativeFinding } from "../../src/rules/soft/soft-finding";
import type { FilledTable } from "../../src/tables/filled";
import { tableWith, wholeReport, type Given } from "../rules/report/tables";

const sentences = (tables: readonly FilledTable[], whole: Whole = { stage: "filling" }) =>
  checkReports(tables, whole, { blankIsZero: false })
    .flatMap(({ findings }) => findings)
    .map((finding) => zhCN.describeReportFinding(finding).sentence);

describe("F.VERSION", () => {
  test("a format of other years", () => {
    expect(sentences(wholeReport({ year: 2022, format: "2019" }))).toEqual([
      "2022 年度应当使用 2021 年版格式，表二、表三使用的是 2019 年版格式。",
    ]);
  });

  test("a mix, with and without a year", () => {
    const mix = (year?: number) => [
      tableWith("section2", year ? { year } : {}),
      tableWith("section3", { format: "2019", ...(year && { year }) }),
      tableWith("section4"),
    ];
    expect(sentences(mix(2023))).toEqual([
      "一份报告混用了两种格式：表三有 2019 年版格式的项目，表二有 2021 年版格式的项目。2023 年度应当使用 2021 年版格式。",
    ]);
    expect(sentences(mix())).toEqual([
      "一份报告混用了两种格式：表三有 2019 年版格式的项目，表二有 2021 年版格式的项目。请统一为报告年度的格式。",
    ]);
  });

  test("a year that is too early", () => {
    expect(sentences(wholeReport({ year: 2018, format: "2019" }))).toEqual([
      "标题写的是 2018 年度，而表二、表三是 2019 年起才有的格式。请核对标题中的年度。",
    ]);
  });
});

test("F.MISSING says what is missing, and of a published report that it may be a picture", () => {
  const [second, third] = wholeReport();
  expect(sentences([second!, third!])).toEqual(["工作簿中没有表四（政府信息公开行政复议、行政诉讼情况）。"]);
  expect(sentences([second!, third!], { stage: "published" })).toEqual([
    "没有找到表四（政府信息公开行政复议、行政诉讼情况）。如果是图片，无法识别，请人工核对。",
  ]);
  expect(sentences([second!, third!, tableWith("section4", { figures: null })], { stage: "submitted" })).toEqual([
    "表四（政府信息公开行政复议、行政诉讼情况）没有填报任何数据。",
  ]);
});

const NARRATIVE: readonly (readonly [NarrativeFinding, string])[] = [
  [
    {
      kind: "claim",
      rule: "T.TABLE",
      severity: "warning",
      claim: { topic: "received", number: "76", sentence: "全年共收到政府信息公开申请76件。", chapter: 1 },
      section: "section3",
      expected: [
        { cells: ["newlyReceived.total"], sum: "74" },
        { cells: ["newlyReceived.total", "carriedOver.total"], sum: "75" },
      ],
    },
    "正文“全年共收到政府信息公开申请76件。”，其中收到申请 76 与表三不一致，表中是 74 或 75。",
  ],
  [
    { kind: "chapter", rule: "N.SEC1", severity: "warning", chapter: 1, fault: "long", length: 1523, limit: 1000 },
    "第一部分“总体情况”有 1523 个字，一般不超过 1000 字。",
  ],
  [
    { kind: "chapter", rule: "N.SEC5", severity: "warning", chapter: 5, fault: "none", length: 1, limit: 10 },
    "第五部分“存在的主要问题及改进情况”只写了“无”。",
  ],
  [
    { kind: "chapter", rule: "N.SEC6", severity: "warning", chapter: 6, fault: "unmentioned" },
    "第六部分“其他需要报告的事项”没有写明信息处理费的收取情况。没有收取的，也应当写明。",
  ],
  [
    {
      kind: "year",
      rule: "N.YEAR",
      severity: "warning",
      sense: "past",
      year: 2022,
      reportYear: 2023,
      sentence: "2022年，我局共公开信息12条",
      chapter: 1,
    },
    "正文“2022年，我局共公开信息12条”，写的是 2022 年的工作，而报告年度是 2023 年。",
  ],
  [
    {
      kind: "statedYear",
      rule: "D.YEAR",
      severity: "warning",
      years: [
        { source: "title", year: 2023 },
        { source: "period", year: 2022 },
        { source: "table", section: "section3", year: 2022 },
      ],
    },
    "标题写的是 2023 年，统计期限写的是 2022 年，表三标题写的是 2022 年。",
  ],
];

test.each(NARRATIVE)("%j", (finding, sentence) => {
  expect(zhCN.describeReportFinding(finding).sentence).toBe(sentence);
});

test("of a long sentence the part around the figure is shown", () => {
  const sentence = `${"全".repeat(90)}收到申请76件${"年".repeat(90)}`;
  const [[finding]] = NARRATIVE as readonly [readonly [NarrativeFinding & { kind: "claim" }, string]];
  const text = zhCN.describeReportFinding({ ...finding, claim: { ...finding.claim, sentence } }).sentence;
  expect(text).toContain("收到申请76件");
  expect(text.length).toBeLessThan(150);
});

describe("S2 findings tell the figures that are hardly meant so", () => {
  const plausibility = (given: Given, headers?: Readonly<Record<string, string>>) => {
    const filled = tableWith("section2", given);
    const placement = { ...filled.placement, ...(headers && { amountHeaders: headers }) };
    return checkPlausibility({ ...filled, placement }).map((finding) => {
      const { title, address, sentence } = zhCN.describeFinding(finding, placement);
      return [title, address, sentence];
    });
  };
  const AMOUNT = "procurement.amount";

  test("S2.VALID", () => {
    const figures = { "normativeDocuments.valid": 3, "normativeDocuments.issued": 5 };
    expect(plausibility({ figures })).toEqual([
      ["现行有效少于制发", "D4、B4", "“行政规范性文件”行：现行有效件数 3 少于本年制发件数 5，请核对。"],
    ]);
  });

  test("S2.DECISIONS, with a decrease", () => {
    const figures = { "licensing.previousItems": 6, "licensing.change": -3, "licensing.decisions": 3 };
    expect(plausibility({ format: "2019", figures })).toEqual([
      [
        "处理决定数量存疑",
        "B7、C7 等 3 格",
        "“行政许可”行：处理决定数量 3 恰好等于上一年项目数量 6 ＋ 本年增/减 （-3），疑似按项目数量计算，请核对。",
      ],
    ]);
  });

  test("S2.RULES", () => {
    expect(plausibility({ unit: "松木塘镇", figures: { "regulations.valid": 2 } })).toEqual([
      ["规章数量存疑", "D3", "“规章”行：松木塘镇是乡镇或街道，一般没有规章，表中现行有效件数 2，请核对。"],
    ]);
  });

  test("S2.UNIT, with both readings", () => {
    const headers = { [AMOUNT]: "采购总金额（单位：万元，保留4位小数）" };
    expect(plausibility({ format: "2019", figures: { [AMOUNT]: 8403 } }, headers)).toEqual([
      [
        "金额单位存疑",
        "C18",
        "“政府集中采购”行“采购总金额”列：8403 不足表头要求的 4 位小数。按本栏的单位是 8403 万元，如果填的是元，则是 0.8403 万元，请核对。",
      ],
    ]);
    expect(plausibility({ format: "2019", figures: { [AMOUNT]: 75394432.52 } })).toEqual([
      [
        "金额单位存疑",
        "C18",
        "“政府集中采购”行“采购总金额”列：按本栏的单位是 75394432.52 万元，数额过大。如果填的是元，则是 7539.443252 万元，请核对。",
      ],
    ]);
  });
});

test.each(LOCALE_IDS)("every finding on a report has whole sentences in %s", async (id) => {
  const locale = await loadLocale(id);
  const found: ReportFinding[] = [
    ...NARRATIVE.map(([finding]) => finding),
    ...[wholeReport({ year: 2022, format: "2019" as const }), wholeReport().slice(1)].flatMap((tables) =>
      checkReports(tables, { stage: "published" }, { blankIsZero: false }).flatMap(({ findings }) => findings),
    ),
  ];
  for (const finding of found) {
    const { title, sentence } = locale.describeReportFinding(finding);
    expect(title).toBe(locale.rules[finding.rule].broken);
    expect(sentence).toMatch(/[.。]$/);
    expect(sentence).not.toMatch(/undefined|null|NaN/);
  }
});

test("whose report it is, as far as anything tells", () => {
  expect(zhCN.describeSubject({ unit: "辛店镇", year: 2020 })).toBe("辛店镇 2020 年度");
  expect(zhCN.describeSubject({ unit: null, year: 2020 })).toBe("2020 年度");
  expect(zhCN.describeSubject({ unit: null, year: null })).toBe("");
});
