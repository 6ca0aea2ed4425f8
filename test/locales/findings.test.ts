import * as fc from "fast-check";
import { loadLocale, zhCN, type Locale } from "../../src/locales";
import type { CellContent, LabelDoubt, Meant } from "../../src/tables/filled";
import { FORMATS, SECTIONS, tableOf } from "../../src/tables/formats";
import { keyOf, type CellKey } from "../../src/tables/table";
import { check, fillTable, placeTable, type Given } from "./filled";

const section2 = placeTable(tableOf("2019", "section2"));
const section3 = placeTable(tableOf("2019", "section3"));
const section4 = placeTable(tableOf("2021", "section4"));

/** The words about every finding of a table, in one language. */
function describeAll(placement: typeof section3, given: Given, locale: Locale = zhCN, doubts: LabelDoubt[] = []) {
  const { filled, check: result } = check(fillTable(placement, given, doubts));
  return result.findings.map((finding) => locale.describeFinding(finding, filled.placement));
}

let enUS: Locale;
beforeAll(async () => {
  enUS = await loadLocale("en-US");
});

describe("a broken sum names the place, both sides and the difference", () => {
  const row: Given = { "granted.naturalPerson": 3, "granted.commercial": 2, "granted.total": 6 };

  test("总计 of a row in table 三", () => {
    const [, text] = describeAll(section3, {
      ...row,
      "resultsTotal.naturalPerson": 3,
      "resultsTotal.commercial": 2,
      "resultsTotal.total": 6,
    });
    expect(text).toMatchObject({
      title: "行合计不符",
      place: "“（七）总计”行",
      address: "J26",
      sentence: "“（七）总计”行：总计 6 ≠ 各类申请人之和 5（自然人 3 ＋ 商业企业 2，其余计 0），多 1。",
    });
  });

  test("the same in English, with the labels as they are printed", () => {
    const [text] = describeAll(section3, row, enUS);
    expect(text).toMatchObject({
      title: "Row total differs",
      address: "J7",
      sentence: "Row “（一）予以公开”: 总计 6 ≠ sum of applicants 5 (自然人 3 + 商业企业 2; the rest 0), 1 too many.",
    });
  });

  test("（七）总计 of a column, with numbered rows told by group and number", () => {
    const text = describeAll(section3, {
      "granted.naturalPerson": 3,
      "granted.total": 3,
      "denied.3.naturalPerson": 2,
      "denied.3.total": 2,
      "resultsTotal.naturalPerson": 4,
      "resultsTotal.total": 4,
    }).find(({ title }) => title === "办理结果合计不符");
    expect(text).toMatchObject({
      place: "“自然人”列",
      address: "D26",
      sentence:
        "“自然人”列：（七）总计 4 ≠ 各项办理结果之和 5〔（一）予以公开 3 ＋ （三）3.危及“三安全一稳定” 2，其余计 0〕，少 1。",
    });
  });

  test("the balance that the header of table 三 prints", () => {
    const text = describeAll(section3, {
      "newlyReceived.naturalPerson": 5,
      "newlyReceived.total": 5,
      "granted.naturalPerson": 4,
      "granted.total": 4,
      "resultsTotal.naturalPerson": 4,
      "resultsTotal.total": 4,
    })[0];
    expect(text).toMatchObject({
      title: "收办不平衡",
      address: "D5 等 4 格",
      sentence: "“自然人”列：一、本年新收 5 ＋ 二、上年结转 0 ＝ 5，三（七）总计 4 ＋ 四、结转下年度 0 ＝ 4，相差 1。",
    });
    expect(text?.sides).toEqual([
      {
        name: "第一项加第二项",
        sum: "5",
        terms: [
          { label: "一、本年新收政府信息公开申请数量", value: "5", address: "D5" },
          { label: "二、上年结转政府信息公开申请数量", value: "0", address: "D6" },
        ],
      },
      {
        name: "第三项加第四项",
        sum: "4",
        terms: [
          { label: "（七）总计", value: "4", address: "D26" },
          { label: "四、结转下年度继续办理", value: "0", address: "D27" },
        ],
      },
    ]);
  });

  test("总计 of a group in table 四", () => {
    const [text] = describeAll(section4, { "litigationAfterReview.upheld": 2, "litigationAfterReview.total": 1 });
    expect(text?.sentence).toBe("“复议后起诉”栏：总计 1 ≠ 各种结果之和 2（结果维持 2，其余计 0），少 1。");
  });

  test("a total over nothing but zeros", () => {
    const [text] = describeAll(section4, { "review.total": 3 });
    expect(text?.sentence).toBe("“行政复议”栏：总计 3 ≠ 各种结果之和 0（各项均计 0），多 3。");
  });

  test("a sum of many terms shows the first few, and all of them beside the sentence", () => {
    const results = section3.table.rows.slice(2, -2).map(({ key }) => keyOf(key, "research"));
    const given = Object.fromEntries(results.map((key) => [key, 1]));
    const text = describeAll(section3, given).find(({ place }) => place === "“科研机构”列");
    expect(text?.sentence).toContain("（一）予以公开 1 ＋ （二）部分公开 1 ＋ （三）1.属于国家秘密 1 ＋");
    expect(text?.sentence).toContain(`另有 ${results.length - 5} 项不为 0〕`);
    expect(text?.sides[1]?.terms).toHaveLength(results.length);
  });
});

describe("a cell that holds no number of its kind tells what is wrong and what was probably meant", () => {
  const cell: CellKey = "newlyReceived.naturalPerson";
  const describeCell = (content: CellContent, key: CellKey = cell, placement = section3, locale: Locale = zhCN) => {
    const filled = fillTable(placement);
    filled.contents[key] = content;
    const { findings } = check(filled).check;
    return findings
      .filter(({ kind }) => kind === "kind")
      .map((finding) => locale.describeFinding(finding, placement).sentence);
  };
  const text = (written: string, meant?: Meant): CellContent => ({
    type: "text",
    text: written,
    ...(meant && { meant }),
  });

  test.each<[string, CellContent, string]>([
    [
      "full-width digits",
      text("１２", { number: "12", how: ["fullWidth"] }),
      "填的是文本“１２”，像是 12（全角数字）。文本不参与计算，表中不会自动改写，请核实后改填数字。",
    ],
    ["words", text("若干"), "“若干”不是数字，不参与计算。请改填数字。"],
    ["a logical value", { type: "boolean", value: true }, "填的是逻辑值 TRUE，不是数字。请改填数字。"],
    ["an error", { type: "error", code: "#REF!" }, "公式结果是错误值 #REF!。请检查公式，或改填数字。"],
    ["a negative number", { type: "number", value: -3 }, "-3 小于 0，此格应填 0 或正整数。"],
    ["a fraction", { type: "number", value: 1.5 }, "1.5 不是整数，此格应填 0 或正整数。"],
    [
      "far too many",
      { type: "number", value: 1e12 },
      "1000000000000 超出范围，此格的数值不能超过 999999999。请核对是否多写了位数，金额是否以万元为单位。",
    ],
  ])("%s", (_name, content, sentence) => {
    expect(describeCell(content)).toEqual([`“一、本年新收政府信息公开申请数量”行“自然人”列：${sentence}`]);
  });

  test("an amount with its unit is told in the unit of its column", () => {
    const written = text("251000元", { number: "251000", how: ["unit"], unit: "yuan" });
    expect(describeCell(written, "procurement.amount", section2)).toEqual([
      "“政府集中采购”行“采购总金额”列：填的是文本“251000元”，像是 251000 元（带单位），而此格以万元为单位。文本不参与计算，表中不会自动改写，请核实后改填数字。",
    ]);
  });

  test("an amount with too many decimals", () => {
    const content: CellContent = { type: "number", value: 0.1234567 };
    expect(describeCell(content, "procurement.amount", section2)).toEqual([
      "“政府集中采购”行“采购总金额”列：0.1234567 的小数位数过多，此格应填不小于 0 的数，最多 6 位小数。",
    ]);
    expect(describeCell(content, "procurement.amount", section2, enUS)).toEqual([
      "Row “政府集中采购”, column “采购总金额”: 0.1234567 has too many decimals; this cell takes a number from 0 with at most 6 decimals.",
    ]);
  });
});

describe("cells that are not filled", () => {
  test("one is named", () => {
    expect(describeAll(section4, { "review.pending": null })).toEqual([
      {
        title: "有格未填",
        place: "“行政复议”栏“尚未审结”列",
        address: "D5",
        sentence: "“行政复议”栏“尚未审结”列未填。确无此项的请填 0，不要留空，也不要用“/”或“-”代替。",
        sides: [],
      },
    ]);
  });

  test("many are counted", () => {
    const [text] = describeAll(section4, {
      "review.pending": null,
      "review.total": "/",
      "directLitigation.upheld": null,
    });
    expect(text).toMatchObject({ address: "D5、E5 等 3 格", place: "" });
    expect(text?.sentence).toMatch(/^还有 3 格未填。/);
  });
});

describe("labels that are not the official ones", () => {
  const expected = ["三、本年度办理结果", "（三）不予公开", "2.其他法律行政法规禁止公开"];
  const doubt = (more: Partial<LabelDoubt>): LabelDoubt => ({ fault: "altered", expected, cells: [], ...more });

  const told: [LabelDoubt, string, string][] = [
    [
      doubt({ found: "2.其他法律法规禁止公开", position: { row: 9, column: 2 } }),
      "C10",
      "“2.其他法律法规禁止公开”与官方格式不一致，应为“三、本年度办理结果 （三）不予公开 2.其他法律行政法规禁止公开”。",
    ],
    [
      doubt({ fault: "missing", expected: ["四、结转下年度继续办理"], cells: ["carriedForward.total"] }),
      "",
      "表中没有“四、结转下年度继续办理”，有 1 个数字因此无法识别。",
    ],
    [
      doubt({ fault: "doubled", expected: ["（七）总计"], position: { row: 3, column: 1 } }),
      "B4",
      "“（七）总计”出现了不止一次，无法确定以哪一处为准。",
    ],
    [
      doubt({ fault: "unknown", expected: [], found: "检查", position: { row: 3, column: 1 } }),
      "B4",
      "“检查”不是官方格式中的项目，所在行列未纳入校验。",
    ],
    [
      doubt({ fault: "ambiguous", expected: [], found: "其他", position: { row: 3, column: 1 } }),
      "B4",
      "“其他”与官方格式中的不止一个项目相近，无法确定是哪一个。",
    ],
    [
      doubt({ fault: "shifted", expected: ["商业企业"], found: "商业企业", position: { row: 3, column: 1 } }),
      "B4",
      "“商业企业”不在官方格式规定的位置，已按名称识别。",
    ],
  ];

  test.each(told.map((row) => [row[0].fault, ...row] as const))("%s", (_fault, given, address, sentence) => {
    expect(describeAll(section3, {}, zhCN, [given])[0]).toMatchObject({ title: "表样不符", address, sentence });
  });
});

test("a place is told in words and as an address", () => {
  expect(zhCN.describePlace("denied.3.otherOrganisation", section3)).toEqual({
    words: "“（三）不予公开 3.危及‘三安全一稳定’”行“法人或其他组织 其他”列",
    address: "I11",
  });
  expect(enUS.describePlace("normativeDocuments.made", section2)).toEqual({
    words: "Row “规范性文件”, column “本年新制作数量”",
    address: "B5",
  });
});

test("a key of another table is refused by name", () => {
  expect(() => zhCN.describePlace("review.upheld", section3)).toThrow(
    'no row or column "review" in section3 of format 2019',
  );
});

const contents = fc.oneof(
  { weight: 6, arbitrary: fc.nat(50).map((value): CellContent => ({ type: "number", value })) },
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value): CellContent => ({ type: "number", value })),
  fc.constantFrom<CellContent>({ type: "blank" }, { type: "text", text: "-" }, { type: "error", code: "#N/A" }),
);

test("whatever stands in a table, every finding has its words in both languages, with both sums and the difference", () => {
  const tables = FORMATS.flatMap((format) => SECTIONS.map((section) => tableOf(format, section)));
  fc.assert(
    fc.property(fc.constantFrom(...tables), fc.infiniteStream(contents), (table, stream) => {
      const filled = fillTable(placeTable(table));
      for (const { key } of table.numbers) filled.contents[key] = stream.next().value as CellContent;
      for (const finding of check(filled).check.findings) {
        for (const locale of [zhCN, enUS]) {
          const { title, sentence } = locale.describeFinding(finding, filled.placement);
          expect(title).not.toBe("");
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object|，，|；；| {2}/);
          if (finding.kind !== "sum") continue;
          expect(sentence).toContain(finding.leftSum);
          expect(sentence).toContain(finding.rightSum);
          expect(sentence).toContain(finding.difference.replace("-", ""));
        }
      }
    }),
    { numRuns: 60 },
  );
});
