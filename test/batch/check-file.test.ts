import { checkFile } from "../../src/batch/check-file";
import { COMPLETE_REPORTS, expectedOf } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";

const OPTIONS = { blankIsZero: false };

describe.each(COMPLETE_REPORTS.map((report) => [report.id, report] as const))("%s", (_id, report) => {
  const checked = checkFile("年报.xlsx", makeWorkbook(report), OPTIONS);

  test("unit and year are read from the titles", () => {
    expect(checked).toMatchObject({ unit: report.unit.replaceAll(" ", ""), year: report.year, error: null });
  });

  test("every figure is read", () => {
    for (const { filled } of checked.tables) {
      const { table } = filled.placement;
      const expected = report.tables[table.section]!.numbers;
      const read = Object.fromEntries(
        filled.placement.table.numbers.map(({ key }) => {
          const content = filled.contents[key];
          return [key, content?.type === "number" ? content.value : content];
        }),
      );
      expect(read).toEqual(expected);
    }
    expect(checked.tables).toHaveLength(3);
  });

  test("the sums that do not agree are exactly the known ones", () => {
    const findings = checked.tables.flatMap(({ check }) => check.findings).filter(({ kind }) => kind === "sum");
    const broken = findings.map(
      (finding) =>
        finding.kind === "sum" && {
          rule: finding.rule,
          line: finding.line,
          published: Number(finding.leftSum),
          expected: Number(finding.rightSum),
        },
    );
    expect(broken).toEqual(report.violations);
  });

  test("nothing else is found but what is known, and without anything it passes", () => {
    const { tables, whole, verdict } = expectedOf(report);
    expect(checked.tables.flatMap(({ check }) => check.findings.map(({ rule }) => rule))).toEqual(tables);
    expect(checked.reports.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toEqual(whole);
    expect(checked.verdict).toBe(verdict);
  });
});

test("a file that is no workbook is incomplete, with the reason", () => {
  const checked = checkFile("年报.xlsx", new TextEncoder().encode("<html>"), OPTIONS);
  expect(checked).toMatchObject({
    verdict: "incomplete",
    tables: [],
    error: { code: "notAnXlsx", details: { found: "html" } },
  });
});

test("a workbook without any official table is incomplete, never a pass", () => {
  const [report] = COMPLETE_REPORTS;
  const checked = checkFile(
    "空.xlsx",
    makeWorkbook(
      { ...report!, tables: { section2: null, section3: null, section4: report!.tables.section4 } },
      () => undefined,
    ),
    OPTIONS,
  );
  expect(checked.verdict).toBe("incomplete");
});

test("blank cells leave sums undecided unless they count as 0", () => {
  const report = COMPLETE_REPORTS.find(({ id }) => id === "015-hangzhou-2025")!;
  const bytes = makeWorkbook(report, (_section, _key, value) => (value === 0 ? undefined : value));
  expect(checkFile("杭州.xlsx", bytes, { blankIsZero: false })).toMatchObject({ verdict: "incomplete" });
  expect(checkFile("杭州.xlsx", bytes, { blankIsZero: true })).toMatchObject({
    verdict: "pass",
    summary: { blanks: 0, undecided: 0 },
  });
});
