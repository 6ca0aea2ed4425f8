import { checkFile } from "../../src/batch/check-file";
import { draftImport, yearsIn } from "../../src/batch/import/draft";
import { fillWorkbook } from "../../src/batch/import/fill-workbook";
import { readReportText } from "../../src/batch/report-file/read-report-file";
import { zhCN } from "../../src/locales";
import { REPORT_FILE_TEXTS } from "../../src/locales/report-file";
import { COMPLETE_REPORTS, expectedOf } from "../fixtures/reports";
import { readText } from "../recognise/report/fixtures";
import { htmlOf, reportOf } from "./report-file/reports";

const texts = REPORT_FILE_TEXTS["zh-CN"];
const draftOf = (text: string, choices = {}) => draftImport(readReportText(text).report, choices);

describe.each(COMPLETE_REPORTS.map((report) => [report.id, report] as const))("%s", (_id, report) => {
  test("becomes a workbook of exactly its figures, with the findings of the report", async () => {
    const draft = draftOf(htmlOf(report));
    expect(draft.tables.flatMap(({ concerns }) => [...concerns.values()])).toEqual([]);
    const settings = { options: { blankIsZero: false }, totals: "typed", validation: zhCN.sheet.validation } as const;
    const bytes = await fillWorkbook(draft, { unit: draft.unit!, year: draft.year! }, texts.describeConcern, settings);
    const checked = checkFile("年报.xlsx", bytes, settings.options);
    for (const { filled } of checked.tables) {
      const { section } = filled.placement.table;
      const read = Object.entries(filled.contents).map(([key, content]) => [
        key,
        content?.type === "number" && content.value,
      ]);
      expect(Object.fromEntries(read)).toEqual(report.tables[section]!.numbers);
    }
    const rules = checked.tables.flatMap(({ check }) => check.findings.map(({ rule }) => rule));
    expect(rules).toEqual(expectedOf(report).tables);
  });
});

test("a cell that is no plain number stays as it is written, a row that is not there stays blank", () => {
  const { year, unit } = reportOf("015-hangzhou-2025");
  const html = htmlOf(reportOf("015-hangzhou-2025"))
    .replace("<td>5345</td>", "<td>５345件</td>")
    .replace(/<tr>\s*<td[^>]*>四、结转下年度继续办理[\s\S]*?<\/tr>/, "");
  const { tables } = draftOf(html);
  const section3 = tables.find(({ table }) => table.section === "section3")!;
  expect(section3.contents["granted.naturalPerson"]).toMatchObject({ type: "text", text: "５345件" });
  expect(section3.concerns.get("granted.naturalPerson")).toMatchObject({ code: "text", meant: { number: "5345" } });
  expect(section3.contents["carriedForward.total"]).toBeUndefined();
  expect(section3.concerns.get("carriedForward.total")).toEqual({ code: "missing" });
  expect(section3.concerns.size).toBe(8);
  expect([unit, year]).toEqual(["杭州市", 2025]);
});

test("what can be read in several ways is blank until a person chooses", () => {
  const { report } = readReportText(readText("pingtan-2023.txt"));
  const question = report.questions.findIndex(({ cells }) => cells[0] === "normativeDocuments.issued");
  const { cells, alternatives } = report.questions[question]!;
  const open = draftImport(report).tables[0]!;
  expect(cells.map((key) => open.contents[key])).toEqual(cells.map(() => undefined));
  expect(cells.map((key) => open.concerns.get(key)?.code)).toEqual(cells.map(() => "asked"));
  const chosen = draftImport(report, { answers: new Map([[question, 1]]) }).tables[0]!;
  expect(cells.map((key) => chosen.contents[key])).toEqual(
    alternatives[1]!.map((text) => ({ type: "number", value: Number(text) })),
  );
});

test("of several years none is taken before one is chosen", () => {
  const { report } = readReportText(readText("suqian-2023.txt"));
  expect(yearsIn(report)).toEqual([2023, 2024]);
  expect(draftImport(report).tables).toEqual([]);
  for (const year of [2023, 2024]) {
    const { tables, missing, ...draft } = draftImport(report, { year });
    expect([draft.year, tables.length, missing]).toEqual([year, 3, []]);
    const known = reportOf(year === 2023 ? "008-suqian-2023" : "009-suqian-2024");
    for (const { table, contents } of tables) {
      const read = Object.entries(contents).map(([key, content]) => [key, content?.type === "number" && content.value]);
      expect(Object.fromEntries(read)).toEqual(known.tables[table.section]!.numbers);
    }
  }
});
