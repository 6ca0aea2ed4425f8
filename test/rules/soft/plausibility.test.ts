import { readNumber } from "../../../src/recognise/number";
import { readReport } from "../../../src/recognise/report/read-report";
import { relationsOf } from "../../../src/rules/relations";
import { readAmountHeader } from "../../../src/rules/soft/amounts";
import { checkPlausibility, levelOf } from "../../../src/rules/soft/plausibility";
import { SOFT_RULES } from "../../../src/rules/soft/soft-catalogue";
import { ORIGINS } from "../../../src/rules/origins";
import type { CellContent, FilledTable } from "../../../src/tables/filled";
import { tableOf } from "../../../src/tables/formats";
import type { CellKey, FormatId } from "../../../src/tables/table";
import { fixtures, readText } from "../../recognise/report/fixtures";

const contentOf = (written: number | string): CellContent => {
  if (typeof written === "number") return { type: "number", value: written };
  const meant = readNumber(written);
  return meant ? { type: "text", text: written, meant } : { type: "text", text: written };
};

/** Section 二 with 0 everywhere except in the given cells. */
function section2(format: FormatId, figures: Partial<Record<CellKey, number | string>>): FilledTable {
  const table = tableOf(format, "section2");
  const { rowCount, columnCount } = table;
  return {
    placement: { table, sheet: "表二", area: { row: 0, column: 0, rowCount, columnCount }, cells: {} },
    contents: Object.fromEntries(table.numbers.map(({ key }) => [key, contentOf(figures[key] ?? 0)])),
    doubts: [],
  };
}

/** What may be known of a table besides its contents. */
interface Known {
  unit?: string;
  amountHeaders?: Partial<Record<CellKey, string>>;
  written?: Partial<Record<CellKey, string>>;
}

function check(
  format: FormatId,
  figures: Partial<Record<CellKey, number | string>>,
  { unit, amountHeaders, written }: Known = {},
) {
  const filled = section2(format, figures);
  const placement = { ...filled.placement, ...(unit && { unit }), ...(amountHeaders && { amountHeaders }) };
  return checkPlausibility({ ...filled, placement, ...(written && { written }) });
}

test("a table of zeros is plausible in both formats", () => {
  expect(check("2019", {}, { unit: "新郑市辛店镇" })).toEqual([]);
  expect(check("2021", {}, { unit: "新郑市辛店镇" })).toEqual([]);
});

test("every soft rule is a warning with a key of its own, and names only known notices", () => {
  for (const [id, rule] of Object.entries(SOFT_RULES)) {
    expect(rule.id).toBe(id);
    expect(rule.severity).toBe("warning");
    for (const origin of rule.origins) expect(ORIGINS).toHaveProperty(origin);
  }
});

describe("S2.VALID", () => {
  const cells = ["normativeDocuments.valid", "normativeDocuments.issued"] as const;

  test("documents in force are not fewer than those issued this year", () => {
    expect(check("2021", { [cells[0]]: 3, [cells[1]]: 5 })).toEqual([
      {
        kind: "atLeast",
        rule: "S2.VALID",
        severity: "warning",
        cells,
        flags: [],
        greater: { key: cells[0], value: "3" },
        less: { key: cells[1], value: "5" },
      },
    ]);
    expect(check("2021", { [cells[0]]: 5, [cells[1]]: 5 })).toEqual([]);
  });

  test("says nothing where a figure is missing", () => {
    const filled = section2("2021", { [cells[1]]: 5 });
    delete (filled.contents as Record<string, CellContent>)[cells[0]];
    expect(checkPlausibility(filled)).toEqual([]);
  });
});

describe("S2.DISCLOSED", () => {
  test("is found where published reports have it", () => {
    const made = ["sanliqiao-2020", "tuoshi-2020"].map((id) => {
      const text = readText(`${id}.txt`);
      const [table] = readReport({ kind: "text", text }, relationsOf).tables;
      return checkPlausibility(table!).map((finding) =>
        finding.kind === "atLeast" ? [finding.rule, finding.greater.value, finding.less.value] : finding.rule,
      );
    });
    expect(made).toEqual([[["S2.DISCLOSED", "0", "87"]], [["S2.DISCLOSED", "4", "34"]]]);
  });

  test("the total is not below what was disclosed this year", () => {
    const found = check("2019", { "regulations.totalDisclosed": 1, "regulations.disclosed": 2 });
    expect(found.map(({ cells }) => cells)).toEqual([["regulations.totalDisclosed", "regulations.disclosed"]]);
  });
});

describe("S2.DECISIONS", () => {
  const items = (previousItems: number | string, change: number | string, decisions: number | string) =>
    check("2019", {
      "licensing.previousItems": previousItems,
      "licensing.change": change,
      "licensing.decisions": decisions,
    });

  test.each([
    [21, "+19", 40],
    [6, "减3", 3],
    [10, -4, 6],
  ])("%s items with a change of %s are not %s cases", (previous, change, decisions) => {
    const [finding] = items(previous, change, decisions);
    expect(finding).toMatchObject({ rule: "S2.DECISIONS", kind: "items", whole: { value: String(decisions) } });
    expect(finding!.cells).toEqual(["licensing.previousItems", "licensing.change", "licensing.decisions"]);
  });

  test.each([
    [396, 0, 396],
    [0, 0, 0],
    [21, 19, 41],
    [5, -5, 0],
  ])("%s items with a change of %s and %s cases are plausible", (previous, change, decisions) => {
    expect(items(previous, change, decisions)).toEqual([]);
  });

  test("is found in the reports that have it", () => {
    for (const id of ["nanyuan-2020", "xuancheng-qxj-2020"]) {
      const [table] = readReport({ kind: "text", text: readText(`${id}.txt`) }, relationsOf).tables;
      expect(checkPlausibility(table!).map(({ rule }) => rule)).toContain("S2.DECISIONS");
    }
  });
});

describe("S2.RULES", () => {
  test.each([
    ["松木塘镇", "township"],
    ["新郑市辛店镇人民政府", "township"],
    ["榆阳区驼峰路街道办事处", "township"],
    ["淮安市洪泽区人民政府办公室", "county"],
    ["金湖县", "county"],
    ["平潭综合实验区管委会", "county"],
    ["乌海市工业和信息化局", "department"],
    ["杭州市", null],
    ["宿迁市人民政府", null],
    ["广西壮族自治区", null],
    ["恩施土家族苗族自治州", null],
    ["国家税务总局", null],
    ["自然资源部", null],
  ] as const)("%s is of the level %s", (unit, level) => {
    expect(levelOf(unit)).toBe(level);
  });

  test("a township has no rules of its own; a city may", () => {
    const figures = { "regulations.valid": 2 } as const;
    expect(check("2021", figures, { unit: "松木塘镇" })).toEqual([
      {
        kind: "authority",
        rule: "S2.RULES",
        severity: "warning",
        cells: ["regulations.valid"],
        flags: [],
        unit: "松木塘镇",
        level: "township",
        values: [{ key: "regulations.valid", value: "2" }],
      },
    ]);
    expect(check("2021", figures, { unit: "杭州市" })).toEqual([]);
    expect(check("2021", figures)).toEqual([]);
  });
});

describe("S2.UNIT", () => {
  const amount = (written: number | string, header?: string, printed?: string) =>
    check(
      "2019",
      { "procurement.amount": written },
      {
        ...(header === undefined ? {} : { amountHeaders: { "procurement.amount": header } }),
        ...(printed === undefined ? {} : { written: { "procurement.amount": printed } }),
      },
    ).map((finding) => (finding.kind === "amount" ? finding : null));

  test("an amount in yuan under a header of ten thousands is told with both readings", () => {
    expect(amount("75394432.52元", "采购总金额（万元）")).toEqual([
      {
        kind: "amount",
        rule: "S2.UNIT",
        severity: "warning",
        cells: ["procurement.amount"],
        flags: [],
        fault: "otherUnit",
        written: "75394432.52元",
        header: "采购总金额（万元）",
        readings: [
          { number: "75394432.52", unit: "tenThousandYuan" },
          { number: "7539.443252", unit: "yuan" },
        ],
      },
    ]);
  });

  test("a number without the decimals that the header asks for may be in yuan", () => {
    const header = "采购总金额（单位：万元，保留4位小数）";
    expect(amount(8403, header)).toMatchObject([
      {
        fault: "decimals",
        decimals: 4,
        readings: [
          { number: "8403", unit: "tenThousandYuan" },
          { number: "0.8403", unit: "yuan" },
        ],
      },
    ]);
    expect(amount(8403, header, "8403.0000")).toEqual([]);
    expect(amount(8403.5, header, "8403.5")).toHaveLength(1);
    // A cell shows 8403.5000 and keeps 8403.5.
    expect(amount(8403.5, header)).toEqual([]);
    expect(amount(8403, "采购总金额（单位：万元）")).toEqual([]);
  });

  test("a number far too large for ten thousands is probably in yuan", () => {
    expect(amount(75394432.52)).toMatchObject([
      { fault: "scale", readings: [{}, { number: "7539.443252", unit: "yuan" }] },
    ]);
    expect(amount(316441)).toEqual([]);
  });

  test.each([7_342_000, 1_000_000, 251_000])("yuan typed where 万元 are asked passed for a township: %d", (written) => {
    for (const [format, cell] of [
      ["2021", "fees.amount"],
      ["2019", "procurement.amount"],
    ] as const) {
      const found = check(format, { [cell]: written }, { unit: "清河县龙泉镇" });
      expect(found).toMatchObject([{ rule: "S2.UNIT", fault: "scale", level: "township", readings: [{}, {}] }]);
    }
  });

  test.each([
    ["平潭综合实验区管委会", 24_252.311082, 0],
    ["清河县财政局", 24_252, 0],
    ["清河县财政局", 1_000_000, 1],
    ["金湖县", 147_224_900, 1],
    ["杭州市", 316_441, 0],
    ["杭州市", 3_164_410_000, 1],
  ])("fees of %s: %d is told %i times", (unit, written, times) => {
    expect(check("2021", { "fees.amount": written }, { unit })).toHaveLength(times);
  });

  test("the unit of the header in the cell, and amounts under a header in yuan, say nothing", () => {
    expect(amount("0.37万元", "采购总金额（万元）")).toEqual([]);
    expect(amount(251000, "采购总金额（元）")).toEqual([]);
    expect(amount("251000元", "采购总金额（元）")).toEqual([]);
    expect(amount(0, "采购总金额（单位：万元，保留4位小数）")).toEqual([]);
  });

  test.each([
    ["采购总金额（单位：万元，保留4位小数）", { unit: "tenThousandYuan", decimals: 4 }],
    ["本年收费金额（单位：万元）", { unit: "tenThousandYuan" }],
    ["采购总金额(元)", { unit: "yuan" }],
    ["采购总金额（亿元，保留两位小数）", { unit: "hundredMillionYuan", decimals: 2 }],
    ["采购总金额（保留２位小数）", { decimals: 2 }],
    ["采购总金额", {}],
  ])("the header %s is read", (header, expected) => {
    expect(readAmountHeader(header)).toEqual(expected);
  });

  test("is found in the report of 辛店镇 2020 as it was published", () => {
    const text = readText("xindian-2020.txt");
    const [table] = readReport({ kind: "text", text }, relationsOf).tables;
    expect(checkPlausibility(table!)).toMatchObject([
      { rule: "S2.UNIT", fault: "decimals", written: "8403", header: "采购总金额（单位：万元，保留4位小数）" },
    ]);
  });
});

test("of the published reports only those with a known oddity have findings", () => {
  const found = fixtures.flatMap(({ id, text, unit }) => {
    if (text === null) return [];
    const report = readReport({ kind: text.endsWith(".html") ? "html" : "text", text: readText(text) }, relationsOf);
    return report.tables.flatMap((table) =>
      checkPlausibility({ ...table, placement: { ...table.placement, unit } }).map(
        ({ rule, cells }) => `${id} ${rule} ${cells[0]}`,
      ),
    );
  });
  expect(found).toEqual([
    "nanyuan-2020 S2.DECISIONS licensing.previousItems",
    "pingtan-2020 S2.RULES regulations.totalDisclosed",
    "sanliqiao-2020 S2.DISCLOSED normativeDocuments.disclosed",
    "tuoshi-2020 S2.DISCLOSED normativeDocuments.disclosed",
    "xindian-2020 S2.UNIT procurement.amount",
    "xuancheng-qxj-2020 S2.DECISIONS licensing.previousItems",
  ]);
});
