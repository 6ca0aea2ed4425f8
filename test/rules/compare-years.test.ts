import fc from "fast-check";
import { compareYears } from "../../src/rules/cross/compare-years";
import type { CrossFinding } from "../../src/rules/cross/cross-finding";
import { tableOf } from "../../src/tables/formats";
import type { FilledTable } from "../../src/tables/filled";
import type { CellKey, FormatId, SectionId } from "../../src/tables/table";
import { figuresOf, fixtures, readText } from "../recognise/report/fixtures";
import { fillTable } from "./samples";

const STRICT = { blankIsZero: false };

const fixture = (id: string) => fixtures.find((candidate) => candidate.id === id)!;

/** The tables of a published report; what is printed without anything between its figures may be given. */
function published(id: string, given: Partial<Record<CellKey, number>> = {}): FilledTable[] {
  const { formats } = fixture(id);
  return (["section2", "section3"] as const).map((section) => {
    const table = tableOf(formats[section], section);
    const keys = new Set(table.numbers.map(({ key }) => key));
    const own = Object.entries(given).filter(([key]) => keys.has(key as CellKey));
    return fillTable(table, { ...Object.fromEntries(figuresOf(fixture(id), table)), ...Object.fromEntries(own) });
  });
}

const brief = ({ rule, figure, expected, difference }: CrossFinding) => [
  rule,
  figure.key,
  figure.value,
  expected,
  difference,
];

/** Every way to part what stands printed together into three numbers without leading zeros. */
function threeNumbers(digits: string): [number, number, number][] {
  const isNumber = (text: string) => /^(?:0|[1-9]\d*)$/.test(text);
  const found: [number, number, number][] = [];
  for (let first = 1; first < digits.length - 1; first++) {
    for (let second = first + 1; second < digits.length; second++) {
      const parts = [digits.slice(0, first), digits.slice(first, second), digits.slice(second)];
      if (parts.every(isNumber)) found.push(parts.map(Number) as [number, number, number]);
    }
  }
  return found;
}

describe("published reports of following years", () => {
  /** 规范性文件 to 行政强制 of 2020 are printed without anything between: 396442278, 107105, 2648-18538, 1262629. */
  const IN_2020 = {
    "licensing.previousItems": 396,
    "licensing.change": 442,
    "otherServices.previousItems": 10,
    "otherServices.change": 7,
    "punishment.previousItems": 2648,
    "punishment.change": -18,
    "coercion.previousItems": 126,
    "coercion.change": 26,
  };

  test.each([
    ["pingtan-2019", "pingtan-2020", 7 + 5, []],
    ["pingtan-2020", "pingtan-2021", 7, [{ rule: "X.VALID", obstacle: "format" }]],
    ["pingtan-2021", "pingtan-2022", 7 + 2, []],
    ["suqian-2023", "suqian-2024", 7 + 2, []],
    ["hongze-2023", "hongze-2024", 7 + 2, []],
  ])("from %s to %s everything carries over", (previous, current, held, skipped) => {
    const years = {
      previous: published(previous),
      current: published(current, current === "pingtan-2020" ? IN_2020 : {}),
    };
    expect(compareYears(years, STRICT)).toEqual({ findings: [], held, undecided: 0, open: [], skipped });
  });

  test.each([
    ["pingtan-2022", {}, "pingtan-2023", "77132470", [77, 132, 470], "643", "-173"],
    ["pingtan-2023", { "normativeDocuments.valid": 470 }, "pingtan-2024", "6233440", [62, 33, 440], "499", "-59"],
    ["pingtan-2024", { "normativeDocuments.valid": 440 }, "pingtan-2025", "5845546", [58, 45, 546], "453", "93"],
  ])("from %s %j to %s 现行有效 does not follow", (previous, given, current, printed, likely, expected, difference) => {
    expect(readText(`${current}.txt`)).toContain(`行政规范性文件${printed}第`);
    const compare = ([issued, repealed, valid]: readonly number[]) =>
      compareYears(
        {
          previous: published(previous, given),
          current: published(current, {
            "normativeDocuments.issued": issued,
            "normativeDocuments.repealed": repealed,
            "normativeDocuments.valid": valid,
          }),
        },
        STRICT,
      ).findings;
    expect(compare(likely).map(brief)).toEqual([
      ["X.VALID", "normativeDocuments.valid", String(likely[2]), expected, difference],
    ]);
    // the figures are printed without anything between, and no way to part them makes them follow
    for (const reading of threeNumbers(printed)) expect(compare(reading)).toHaveLength(1);
  });
});

const zeros = (format: FormatId, section: SectionId, change: Record<CellKey, unknown> = {}): FilledTable => {
  const table = tableOf(format, section);
  return fillTable(table, { ...Object.fromEntries(table.numbers.map(({ key }) => [key, 0])), ...change });
};
const report = (format: FormatId, change: Record<CellKey, unknown> = {}): FilledTable[] =>
  (["section2", "section3", "section4"] as const).map((section) => {
    const keys = new Set(tableOf(format, section).numbers.map(({ key }) => key));
    return zeros(
      format,
      section,
      Object.fromEntries(Object.entries(change).filter(([key]) => keys.has(key as CellKey))),
    );
  });

test("a carried figure that differs is told for its column with both figures", () => {
  const years = {
    previous: report("2021", { "carriedForward.commercial": 3, "carriedForward.total": 3 }),
    current: report("2021", { "carriedOver.commercial": 2, "carriedOver.total": 3 }),
  };
  expect(compareYears(years, STRICT).findings).toEqual([
    {
      kind: "cross",
      rule: "X.CARRY",
      severity: "warning",
      line: "commercial",
      cells: ["carriedOver.commercial"],
      flags: ["carriedOver.commercial"],
      figure: { key: "carriedOver.commercial", value: "2" },
      addends: [{ key: "carriedForward.commercial", value: "3", year: "previous", sign: 1 }],
      expected: "3",
      difference: "-1",
    },
  ]);
});

test("every column of 上年结转 is compared, for any figures", () => {
  const columns = tableOf("2021", "section3").columns.map(({ key }) => key);
  const figures = fc.tuple(...columns.map(() => fc.nat(9)));
  fc.assert(
    fc.property(figures, figures, (left, right) => {
      const at = (row: string, values: readonly number[]) =>
        Object.fromEntries(columns.map((column, index) => [`${row}.${column}`, values[index]]));
      const { findings, held } = compareYears(
        { previous: report("2019", at("carriedForward", left)), current: report("2021", at("carriedOver", right)) },
        STRICT,
      );
      const different = columns.filter((_, index) => left[index] !== right[index]);
      expect(findings.map(({ line }) => line)).toEqual(different);
      expect(held).toBe(columns.length - different.length);
    }),
  );
});

test("本年增/减 may be negative", () => {
  const years = {
    previous: report("2019", { "licensing.previousItems": 10, "licensing.change": -4 }),
    current: report("2019", { "licensing.previousItems": 10 }),
  };
  expect(compareYears(years, STRICT).findings.map(brief)).toEqual([
    ["X.PREVITEMS", "licensing.previousItems", "10", "6", "4"],
  ]);
});

test("a blank figure in either year is not decided, unless it counts as 0", () => {
  const years = {
    previous: report("2021", { "carriedForward.total": undefined }),
    current: report("2021", { "valid.total": 0, "carriedOver.research": "3件" }),
  };
  const open = [
    { year: "current", section: "section3", key: "carriedOver.research" },
    { year: "previous", section: "section3", key: "carriedForward.total" },
  ];
  expect(compareYears(years, STRICT)).toMatchObject({ findings: [], held: 7, undecided: 2, open });
  expect(compareYears(years, { blankIsZero: true })).toMatchObject({ findings: [], held: 8, undecided: 1 });
});

test.each([
  ["the table is missing this year", { previous: report("2021"), current: [] }, "currentMissing"],
  ["it was missing last year", { previous: [], current: report("2021") }, "previousMissing"],
  [
    "there are two of it this year",
    { previous: report("2021"), current: [...report("2021"), ...report("2021")] },
    "currentDoubled",
  ],
  [
    "there were two of it last year",
    { previous: [...report("2021"), ...report("2021")], current: report("2021") },
    "previousDoubled",
  ],
] as const)("a rule is not applied, and that is said, when %s", (_, years, obstacle) => {
  const { skipped, held } = compareYears(years, STRICT);
  expect(held).toBe(0);
  expect(skipped).toContainEqual({ rule: "X.CARRY", obstacle });
  expect(skipped).toContainEqual({ rule: "X.VALID", obstacle });
});
