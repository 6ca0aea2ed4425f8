import type { CheckOptions } from "../../../src/rules/check";
import { checkTable } from "../../../src/rules/check";
import { checkReports, placesOf, type Whole } from "../../../src/rules/report/check-reports";
import { addReports, summarise } from "../../../src/rules/workbook";
import { SOFT_RULES } from "../../../src/rules/soft/soft-catalogue";
import type { FilledTable, LabelDoubt } from "../../../src/tables/filled";
import { SECTIONS } from "../../../src/tables/formats";
import { tableWith, wholeReport } from "./tables";

const OPTIONS: CheckOptions = { blankIsZero: false };
const FILLING: Whole = { stage: "filling" };

const check = (tables: readonly FilledTable[], whole: Whole = FILLING, options = OPTIONS) =>
  checkReports(tables, whole, options);

/** Rule, fault, severity and what it is about, of all reports. */
const briefly = (tables: readonly FilledTable[], whole: Whole = FILLING) =>
  check(tables, whole).flatMap(({ findings }) =>
    findings.map((finding) => {
      const base = `${finding.severity} ${finding.rule}`;
      if (finding.kind === "missing") return `${base} ${finding.fault} ${finding.section}`;
      if (finding.kind !== "version") return base;
      const parts = finding.parts.map(({ section, format }) => `${section}:${format}`);
      return [base, finding.fault, finding.year, finding.expected, ...parts].join(" ");
    }),
  );

describe("a whole report", () => {
  test.each([
    [{ year: 2023, format: "2021" }],
    [{ year: 2020, format: "2019" }],
    [{ format: "2019" }],
    [{ format: "2021" }],
  ] as const)("of %j has nothing to be said about", (given) => {
    expect(briefly(wholeReport({ unit: "辛店镇", ...given }))).toEqual([]);
    expect(check(wholeReport(given))[0]).toMatchObject({ verdict: "pass", unexplained: 0, tables: [0, 1, 2] });
  });

  test("of which nothing is filled is not missed while somebody fills it", () => {
    expect(briefly(wholeReport({ figures: null }))).toEqual([]);
  });
});

describe("F.VERSION", () => {
  test("丰收乡 2022, 底张街道 2023: old tables in a report of a new year", () => {
    expect(briefly(wholeReport({ unit: "丰收乡", year: 2022, format: "2019" }))).toEqual([
      "error F.VERSION year 2022 2021 section2:2019 section3:2019",
    ]);
    expect(briefly([tableWith("section2", { unit: "底张街道", year: 2023, format: "2019" })])).toContain(
      "error F.VERSION year 2023 2021 section2:2019",
    );
  });

  test("new tables in a report of an old year", () => {
    expect(briefly(wholeReport({ year: 2020, format: "2021" }))).toEqual([
      "error F.VERSION year 2020 2019 section2:2021 section3:2021",
    ]);
  });

  test("洪泽区 2023 and 2024: one table old, the others new", () => {
    const tables = [
      tableWith("section2", { unit: "洪泽区", year: 2023 }),
      tableWith("section3", { unit: "洪泽区", year: 2023, format: "2019" }),
      tableWith("section4", { unit: "洪泽区", year: 2023 }),
    ];
    expect(briefly(tables)).toEqual(["error F.VERSION mixed 2023 2021 section2:2021 section3:2019"]);
  });

  test("a mix is named as such where nothing tells the year", () => {
    const tables = [tableWith("section2"), tableWith("section3", { format: "2019" }), tableWith("section4")];
    expect(briefly(tables)).toEqual(["error F.VERSION mixed   section2:2021 section3:2019"]);
  });

  test("黑河市气象局 2021: a table that is mixed in itself", () => {
    const doubts: LabelDoubt[] = [{ fault: "foreign", expected: [], found: "本年新制作数量", cells: [] }];
    const tables = [tableWith("section2", { year: 2021, doubts }), ...wholeReport({ year: 2021 }).slice(1)];
    expect(briefly(tables)).toEqual(["error F.VERSION mixed 2021 2021 section2:2021 section2:2019 section3:2021"]);
  });

  test("both formats whole side by side are two reports that nothing tells apart", () => {
    expect(briefly([...wholeReport(), ...wholeReport({ format: "2019" })])).toEqual([]);
  });

  test("a report of a year before the first format", () => {
    expect(briefly(wholeReport({ year: 2018, format: "2019" }))).toEqual([
      "error F.VERSION early 2018  section2:2019 section3:2019",
    ]);
  });

  test("a year that only the name of the file tells makes it a warning; a title outweighs it", () => {
    const named: Whole = { ...FILLING, name: { year: 2022 } };
    expect(briefly(wholeReport({ format: "2019" }), named)).toEqual([
      "warning F.VERSION year 2022 2021 section2:2019 section3:2019",
    ]);
    expect(briefly(wholeReport({ format: "2019", year: 2020 }), named)).toEqual([]);
  });

  test("leads to the tables that it is about", () => {
    const tables = wholeReport({ year: 2022, format: "2019" });
    const [report] = check(tables);
    expect(placesOf(report!.findings[0]!, report!, SECTIONS)).toEqual([
      { table: 0, cells: [] },
      { table: 1, cells: [] },
    ]);
  });
});

describe("F.MISSING", () => {
  const [second] = wholeReport({ unit: "辛店镇", year: 2023 });

  test("tables that are not there, one by one; a warning in a workbook, which somebody may explain", () => {
    const expected = ["warning F.MISSING absent section3", "warning F.MISSING absent section4"];
    expect(briefly([second!])).toEqual(expected);
    expect(briefly([second!], { stage: "submitted" })).toEqual(expected);
    expect(check([second!])[0]).toMatchObject({ verdict: "incomplete", unexplained: 2 });
  });

  test("an error in a report that was published whole, not in an excerpt of one", () => {
    expect(briefly([second!], { stage: "published" })).toEqual([
      "error F.MISSING absent section3",
      "error F.MISSING absent section4",
    ]);
    expect(briefly([second!], { stage: "excerpt" })).toEqual([
      "warning F.MISSING absent section3",
      "warning F.MISSING absent section4",
    ]);
  });

  test("a published report without any table lacks all; a workbook without any is none", () => {
    expect(briefly([], { stage: "published" })).toHaveLength(3);
    expect(briefly([], { stage: "submitted" })).toEqual([]);
  });

  test("a table without any data is missing once it is handed in", () => {
    const tables = [
      second!,
      tableWith("section3", { figures: null }),
      tableWith("section4", { figures: { "review.total": "/" } }),
    ];
    const blank: FilledTable = { ...tables[1]! };
    expect(briefly(tables)).toEqual([]);
    expect(briefly(tables, { stage: "submitted" })).toEqual(["warning F.MISSING empty section3"]);
    expect(briefly(tables, { stage: "published" })).toEqual(["error F.MISSING empty section3"]);
    expect(check([second!, blank, tables[2]!], { stage: "submitted" }, { blankIsZero: true })[0]!.findings).toEqual([]);
  });

  test("of many reports in one workbook none is missed that none of them has", () => {
    const units = ["甲镇", "乙镇", "丙镇"];
    const collected = units.map((unit) => tableWith("section3", { unit, year: 2023 }));
    expect(briefly(collected)).toEqual([]);
    const [, , fourth] = wholeReport({ unit: "甲镇", year: 2023 });
    expect(briefly([...collected, fourth!])).toEqual([
      "warning F.MISSING absent section4",
      "warning F.MISSING absent section4",
    ]);
  });
});

test("D.YEAR: a title that was copied from last year", () => {
  const tables = [
    tableWith("section2", { unit: "甲镇", year: 2023 }),
    tableWith("section3", { unit: "甲镇", year: 2022 }),
    tableWith("section4", { unit: "甲镇", year: 2023 }),
  ];
  const [report] = check(tables);
  expect(report!.findings).toEqual([
    {
      kind: "statedYear",
      rule: "D.YEAR",
      severity: "warning",
      years: [
        { source: "table", section: "section2", year: 2023 },
        { source: "table", section: "section3", year: 2022 },
        { source: "table", section: "section4", year: 2023 },
      ],
    },
  ]);
  expect(placesOf(report!.findings[0]!, report!, SECTIONS).map(({ table }) => table)).toEqual([0, 1, 2]);
});

test("what was found in the text belongs to the report, and a claim leads to the cells that it is about", () => {
  const claim = { topic: "granted", number: "9", sentence: "予以公开9件。", chapter: 3 } as const;
  const finding = {
    kind: "claim",
    rule: "T.TABLE",
    severity: SOFT_RULES["T.TABLE"].severity,
    claim,
    section: "section3",
    expected: [{ cells: ["granted.total"], sum: "0" }],
  } as const;
  const tables = wholeReport({ year: 2023 });
  const [report] = check(tables, { stage: "published", narrative: [finding] });
  expect(report!.findings).toEqual([finding]);
  expect(placesOf(finding, report!, SECTIONS)).toEqual([{ table: 1, cells: ["granted.total"] }]);
});

describe("explanations of findings about a report", () => {
  const tables = wholeReport({ unit: "辛店镇", year: 2023 }).slice(0, 2);
  const asked: string[] = [];
  const explanations = {
    isExplained: () => false,
    isReportExplained: (finding: { rule: string }, { unit, year }: { unit: string | null; year: number | null }) => {
      asked.push(`${finding.rule} ${unit} ${year}`);
      return true;
    },
  };

  test("make it pass, with the finding still there", () => {
    const [report] = check(tables, FILLING, { ...OPTIONS, explanations });
    expect(report).toMatchObject({ verdict: "pass", unexplained: 0 });
    expect(report!.findings).toHaveLength(1);
    expect(asked).toEqual(["F.MISSING 辛店镇 2023"]);
  });

  test("count in the summary of the workbook", () => {
    const checked = tables.map((filled) => ({ filled, check: checkTable(filled, OPTIONS) }));
    expect(summarise(checked)).toMatchObject({ verdict: "pass", unexplained: 0 });
    const open = addReports(summarise(checked), check(tables));
    expect(open).toMatchObject({ verdict: "incomplete", unexplained: 1, findings: { error: 0, warning: 1 } });
    const wrong = addReports(summarise(checked), check(wholeReport({ year: 2020 })));
    expect(wrong).toMatchObject({ verdict: "fail", findings: { error: 1 } });
  });
});
