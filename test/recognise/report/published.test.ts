import { readReport, type ReportSource } from "../../../src/recognise/report/read-report";
import type { PublishedReport } from "../../../src/recognise/report/published";
import { checkTable } from "../../../src/rules/check";
import { relationsOf } from "../../../src/rules/relations";
import { tableOf, SECTIONS } from "../../../src/tables/formats";
import type { CellKey } from "../../../src/tables/table";
import { figuresOf, fixtures, numberIn, readText, tablesOf, type PublishedFixture } from "./fixtures";
import { cellsOf, WAYS, type Figures } from "./print";

const sourceOf = ({ text, id }: PublishedFixture): ReportSource => ({
  kind: text!.endsWith(".html") ? "html" : "text",
  text: readText(text!),
  name: `${id}年.txt`,
});

/** Two reports were only published as the data of a program: their figures stand in a page here. */
function pageOf(fixture: PublishedFixture): ReportSource {
  const tables = SECTIONS.map((section) => {
    const table = tableOf(fixture.formats[section === "section4" ? "section3" : section], section);
    const figures: Figures = Object.fromEntries(
      [...figuresOf(fixture, table)].map(([key, value]) => [key, String(value)]),
    );
    return WAYS.html.print(table, cellsOf(table, figures));
  });
  return { kind: "html", text: tables.join("<p></p>"), name: fixture.id };
}

/** Compares what was read with what is printed: cells that are wrong, and cells that are neither read nor asked about. */
function compare(
  report: PublishedReport,
  fixture: PublishedFixture,
): { wrong: string[]; unread: CellKey[]; asked: CellKey[] } {
  const wrong: string[] = [];
  const unread: CellKey[] = [];
  const asked: CellKey[] = [];
  const tables = tablesOf(report, fixture.year);
  const seen = new Set<CellKey>();
  for (const filled of tables) {
    const { table } = filled.placement;
    for (const [key, expected] of figuresOf(fixture, table)) {
      const found = numberIn(filled.contents[key]);
      if (found === undefined) continue;
      seen.add(key);
      if (found !== expected) wrong.push(`${key}: ${found}, not ${expected}`);
    }
  }
  for (const question of report.questions) {
    const { table } = report.tables[question.table]!.placement;
    const expected = figuresOf(fixture, table);
    const isAmong = question.alternatives.some((texts) =>
      texts.every((text, index) => {
        const value = expected.get(question.cells[index]!);
        return value === undefined || Number(text.replace(/[^\d.-]/g, "")) === value;
      }),
    );
    if (!isAmong) wrong.push(`no alternative of ${question.cells[0]} is right`);
    question.cells.forEach((key) => seen.add(key));
    asked.push(...question.cells);
  }
  const expected = new Map(tables.flatMap(({ placement }) => [...figuresOf(fixture, placement.table)]));
  for (const key of expected.keys()) if (!seen.has(key)) unread.push(key);
  return { wrong, unread, asked };
}

const read = (fixture: PublishedFixture) => readReport(fixture.text ? sourceOf(fixture) : pageOf(fixture), relationsOf);

const complete = fixtures.filter((fixture) => fixture.complete);
const partial = fixtures.filter((fixture) => !fixture.complete);

/** Digits run together that neither the text nor a sum rule tells apart: rows of section 二 with two or three figures. */
const OPEN_ROWS: Readonly<Record<string, readonly string[]>> = {
  "pingtan-2019": ["normativeDocuments", "licensing", "otherServices", "punishment", "coercion", "fees", "procurement"],
  "pingtan-2020": ["normativeDocuments", "licensing", "otherServices", "punishment", "coercion", "procurement"],
  "pingtan-2021": ["normativeDocuments"],
  "pingtan-2022": ["normativeDocuments"],
  "pingtan-2023": ["normativeDocuments"],
  "pingtan-2024": ["normativeDocuments"],
  "pingtan-2025": ["normativeDocuments"],
};

test("there are thirty-one fixtures, fifteen of them complete", () => {
  expect(fixtures).toHaveLength(31);
  expect(complete).toHaveLength(15);
});

describe.each(complete)("the complete report $id", (fixture) => {
  const report = read(fixture);

  test("is read figure for figure, from its text alone", () => {
    const { wrong, unread, asked } = compare(report, fixture);
    expect(wrong).toEqual([]);
    expect(unread).toEqual([]);
    expect([...new Set(asked.map((key) => key.slice(0, key.lastIndexOf("."))))]).toEqual(OPEN_ROWS[fixture.id] ?? []);
  });

  test("has every table of the right format and year", () => {
    const tables = tablesOf(report, fixture.year).map(({ placement }) => placement);
    expect(tables.map(({ table }) => table.section).sort()).toEqual([...SECTIONS]);
    for (const { table } of tables.filter(({ table: { section } }) => section !== "section4")) {
      expect(table.format).toBe(fixture.formats[table.section as "section2" | "section3"]);
    }
  });

  test("breaks exactly the sum rules that the published one breaks", () => {
    const broken = tablesOf(report, fixture.year).flatMap((filled) =>
      checkTable(filled, { blankIsZero: false }).findings.flatMap((finding) =>
        finding.kind === "sum" ? [{ rule: finding.rule, line: finding.line }] : [],
      ),
    );
    expect(broken).toEqual(fixture.violations);
  });
});

describe.each(partial)("the excerpt $id", (fixture) => {
  const report = read(fixture);

  test("gives no figure that is not printed there", () => {
    const { wrong } = compare(report, fixture);
    expect(wrong).toEqual([]);
    for (const filled of report.tables) {
      const expected = figuresOf(fixture, filled.placement.table);
      const invented = (Object.keys(filled.contents) as CellKey[]).filter((key) => !expected.has(key));
      expect(fixture.id === "heihe-qxj-2021" ? [] : invented).toEqual([]);
    }
  });

  test("names the tables that cannot be seen", () => {
    const seen = new Set(report.tables.map(({ placement }) => placement.table.section));
    const missing = report.doubts.flatMap((doubt) => (doubt.code === "missingTable" ? [doubt.section] : []));
    expect(missing).toEqual(SECTIONS.filter((section) => !seen.has(section)));
  });
});

describe("excerpts of which everything visible is read", () => {
  // In the page of 沭阳县发展和改革局 the cells of section 四 stand without any label.
  test.each(partial.filter(({ id }) => id !== "shuyang-fgj-2023" && id !== "heihe-qxj-2021"))("$id", (fixture) => {
    expect(compare(read(fixture), fixture).unread).toEqual([]);
  });
});

test("figures without any label are told, not read", () => {
  const report = read(fixtures.find(({ id }) => id === "shuyang-fgj-2023")!);
  expect(report.doubts).toContainEqual({ code: "unlabelled", written: "0 0 0 1 1 0 0 0 0 0 0 0 0 0 0" });
  expect(report.tables.map(({ placement }) => placement.table.section)).toEqual(["section3"]);
});

test("a table that mixes two formats is read as far as each goes, and named", () => {
  const report = read(fixtures.find(({ id }) => id === "heihe-qxj-2021")!);
  const figures = Object.fromEntries(
    report.tables.map(({ placement, contents }) => [
      placement.table.format,
      Object.fromEntries(Object.entries(contents).map(([key, content]) => [key, numberIn(content)])),
    ]),
  );
  expect(figures).toEqual({
    "2019": {
      "regulations.made": 0,
      "regulations.disclosed": 0,
      "regulations.totalDisclosed": 0,
      "normativeDocuments.made": 0,
      "normativeDocuments.disclosed": 0,
      "normativeDocuments.totalDisclosed": 0,
    },
    "2021": { "licensing.decisions": 2, "punishment.decisions": 0, "coercion.decisions": 0, "fees.amount": 0 },
  });
  expect(report.doubts.map(({ code }) => code)).toContain("mixedFormats");
});

test("two years side by side are two reports", () => {
  const report = read(fixtures.find(({ id }) => id === "suqian-2023")!);
  expect(report.year).toBeUndefined();
  expect(report.doubts).toContainEqual({ code: "severalYears", years: [2023, 2024] });
  expect(report.tables.map(({ placement }) => [placement.table.section, placement.year])).toEqual([
    ["section2", 2023],
    ["section2", 2024],
    ["section3", 2023],
    ["section3", 2024],
    ["section4", 2024],
    ["section4", 2023],
  ]);
});
