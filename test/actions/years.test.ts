import { checkFile } from "../../src/batch/check-file";
import { figuresOnly, makeResult } from "../../src/batch/file-result";
import { readPart } from "../../src/batch/record-part/read-part";
import { findingsOf } from "../../src/batch/unit-finding";
import { makeUnitCheck } from "../../src/batch/units/compare-units";
import { lastYearIn } from "../../src/batch/units/last-year";
import { PreviousReports } from "../../src/batch/units/match-units";
import { subjectOf, type Subject } from "../../src/record/subject";
import { SECTIONS, tableOf } from "../../src/tables/formats";
import type { CellKey } from "../../src/tables/table";
import { RECORD_NAMESPACE } from "../../src/record/record";
import { patchWorkbook, readWorkbook } from "../../src/xlsx";
import { COMPLETE_REPORTS, type Report } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { makeBook } from "./untouched-book";
import { saveDownloads, type Download } from "./downloads";
import { countsOf, REQUEST, start, zeros, type Started } from "./start";
import { readSheet } from "../excel/read";

// the machine may be busy
jest.setTimeout(60_000);

const OPTIONS = { blankIsZero: false };
const WHY = "上年有2件申请年底误作结转，实际当年已办结。";

/** A report that is 0 throughout but for what is given. */
function reportOf(year: number, numbers: Partial<Record<CellKey, number>>, unit: string): Report {
  const tables = Object.fromEntries(
    SECTIONS.map((section) => {
      const figures = tableOf("2021", section).numbers.map(({ key }) => [key, numbers[key] ?? 0]);
      return [section, { format: "2021", numbers: Object.fromEntries(figures) as Record<CellKey, number> }];
    }),
  ) as unknown as Report["tables"];
  return { ...COMPLETE_REPORTS[0]!, unit, year, tables };
}

/** Last year's report of the unit. */
function previous(numbers: Partial<Record<CellKey, number>>, unit = REQUEST.unit) {
  const check = checkFile("2024.xlsx", makeWorkbook(reportOf(2024, numbers, unit)), OPTIONS);
  return figuresOnly(makeResult(check, { withFigures: true, hash: null }));
}
const TWO = { "carriedForward.naturalPerson": 2, "carriedForward.total": 2 };
const reportsOf = (...reports: ReturnType<typeof previous>[]) => new PreviousReports(reports);
const choose = (numbers: Partial<Record<CellKey, number>>) =>
  at.app.setLastYear(lastYearIn(reportsOf(previous(numbers))));

let at: Started;
let saved: readonly Download[];

/** A report of 2025 that is 0 throughout, beside one of which two applications were carried forward. */
beforeAll(async () => {
  saved = saveDownloads();
  at = await start({ bytes: await makeBook() });
  await at.app.run("insert", { ...REQUEST, year: 2025 });
  await at.host.paste("表三", "D5", zeros(25, 7));
  await at.host.paste("表四", "A5", zeros(1, 15));
  for (const row of [4, 5]) await at.host.paste("表二", `B${row}`, zeros(1, 3));
  for (const row of [8, 11, 12, 15]) await at.host.type("表二", `B${row}`, 0);
});
beforeEach(async () => {
  at.host.extras.customXmlParts = {};
  await at.host.paste("表三", "D6", zeros(1, 7));
  await at.app.run("refresh", undefined);
  await at.caughtUp();
  choose(TWO);
  at.host.counters.reset();
});
afterAll(() => at.dispose());

const state = () => at.app.getState();
const verdict = () => state().summary.verdict;
const found = () => (state().comparison?.check?.findings ?? []).map(({ rule, line }) => `${rule} ${line}`);
const standings = () => state().comparison!.standings.map((standing) => standing.state);
function subject(index = 0): Subject {
  const { filled } = state().tables.find((one) => one.filled.placement.table.section === "section3")!;
  return subjectOf(state().comparison!.check!.findings[index]!, filled);
}
async function explainAll(): Promise<void> {
  for (const index of [0, 1]) await at.app.run("explain", { subject: subject(index), text: WHY, by: "张三" });
}

test("what does not follow from last year's report is found, counts and keeps the workbook from passing; nothing is read for it", () => {
  expect(found()).toEqual(["X.CARRY naturalPerson", "X.CARRY total"]);
  expect(state().summary).toMatchObject({ verdict: "incomplete", findings: { warning: 2 }, unexplained: 2 });
  at.app.setLastYear(null);
  expect(state()).toMatchObject({
    comparison: null,
    summary: { verdict: "pass", findings: { warning: 0 }, unexplained: 0 },
  });
  choose({});
  expect(state().comparison).toMatchObject({ match: { kind: "found" }, verdict: "pass" });
  expect([found(), verdict()]).toEqual([[], "pass"]);
  expect(countsOf(at.host)).toEqual({ batches: 0, writes: 0 });
});

test("it follows what a person types, with one reading for each edit and no writing; what an edit does not touch stays", async () => {
  const before = state().comparison!;
  await at.host.type("表四", "A5", 3);
  await at.caughtUp();
  expect(state().comparison).toBe(before);
  await at.host.type("表四", "A5", 0);
  await at.caughtUp();
  at.host.counters.reset();
  await at.host.type("表三", "D6", 2);
  await at.caughtUp();
  expect(countsOf(at.host)).toEqual({ batches: 1, writes: 0 });
  expect(found()).toEqual(["X.CARRY total"]);
  expect(state().comparison!.check!.findings[0]).toBe(before.check!.findings[1]);
});

test("explained it passes; the numbers of both years stand in the workbook, where it is found again when the pane is opened anew", async () => {
  await explainAll();
  expect([verdict(), standings()]).toEqual(["pass", ["explained", "explained"]]);
  const [xml = ""] = Object.values(at.host.extras.customXmlParts);
  expect(readPart(xml).explanations.entries[0]!.subject.figures).toEqual([
    { key: "carriedOver.naturalPerson", code: "n0" },
    { key: "previous.carriedForward.naturalPerson", code: "n2" },
  ]);
  at = await at.reopen();
  expect(state().comparison).toBeNull();
  expect(state().record.explanations.entries).toHaveLength(2);
  choose(TWO);
  expect([verdict(), standings()]).toEqual(["pass", ["explained", "explained"]]);
});

test("it lapses when a number of this year or of last year is another, and counts again when it is back", async () => {
  await explainAll();
  at.host.counters.reset();
  await at.host.type("表三", "D6", 1);
  await at.caughtUp();
  expect([found(), standings()]).toEqual([
    ["X.CARRY naturalPerson", "X.CARRY total"],
    ["lapsed", "explained"],
  ]);
  expect(countsOf(at.host)).toEqual({ batches: 1, writes: 0 });
  await at.host.type("表三", "D6", 0);
  await at.caughtUp();
  choose({ ...TWO, "carriedForward.total": 3 });
  expect([verdict(), standings()]).toEqual(["incomplete", ["explained", "lapsed"]]);
  choose(TWO);
  expect(verdict()).toBe("pass");
});

test("a supervisor's objection keeps it from passing, and words without substance are refused", async () => {
  await explainAll();
  await at.app.run("objectToExplanation", { subject: subject(), text: "请附办结文书的文号", by: "李四" });
  expect([verdict(), standings()]).toEqual(["incomplete", ["objected", "explained"]]);
  await at.app.run("acceptExplanation", { by: null, subject: subject() });
  expect(verdict()).toBe("pass");
  const hollow = { subject: subject(), text: "情况属实", by: null };
  await expect(at.app.run("explain", hollow)).rejects.toMatchObject({ code: "Insubstantial" });
});

test("what could not be compared is no pass: another unit's report, until a person says that it is the one", () => {
  const report = previous({}, "某市某区");
  at.app.setLastYear(lastYearIn(reportsOf(report)));
  expect(state().comparison).toMatchObject({ match: { kind: "none" }, check: null, verdict: "incomplete" });
  expect(verdict()).toBe("incomplete");
  at.app.setLastYear(lastYearIn(reportsOf(report), report));
  expect(state().comparison).toMatchObject({ match: { kind: "found", way: "chosen" }, verdict: "pass" });
  expect(verdict()).toBe("pass");
});

test("the finding leads to its cell", async () => {
  const [finding] = state().comparison!.check!.findings;
  const { id: tableId } = state().tables.find((one) => one.filled.placement.table.section === "section3")!;
  await at.app.run("goTo", { tableId, finding: finding! });
  const address = await readSheet("表三", ({ context }) => {
    const range = context.workbook.getSelectedRange().load("address");
    return () => range.address;
  });
  expect(address).toBe("表三!D6");
});

test("the export says with what it was compared, prints finding and explanation, and the batch finds them again", async () => {
  await explainAll();
  await at.app.run("export", {});
  const rows = await readSheet("校验结果", (sheet) => {
    const range = sheet.getUsedRange().load("values");
    return () => range.values as (string | number)[][];
  });
  const compared = "与上年报告比对：新郑市辛店镇 2024（2024.xlsx）。";
  expect(rows.find(([label]) => label === "上年比对")?.[2]).toBe(compared);
  const at3 = rows.findIndex((row) => String(row[2]).endsWith("X.CARRY"));
  expect(rows[at3]!.slice(1, 4)).toEqual(["核实性\n已说明", "结转衔接\nX.CARRY", "表三!D6"]);
  expect(rows[at3 + 1]![4]).toMatch(new RegExp(`^${WHY}\\n张三 `));

  const { properties, customXml } = readWorkbook(await saved.at(-1)!.bytes);
  expect(properties.custom["勾稽 上年比对"]).toBe(compared);
  // the host hands the file over as it was opened: its cells are not those of the grid
  const parts = customXml.flatMap(({ namespace, xml }) => (namespace === RECORD_NAMESPACE ? [{ namespace, xml }] : []));
  const bytes = patchWorkbook(makeWorkbook(reportOf(2025, {}, REQUEST.unit)), { customXml: parts });
  const result = makeResult(checkFile("2025.xlsx", bytes, OPTIONS), { withFigures: true, hash: null });
  const unit = makeUnitCheck(result, reportsOf(previous(TWO)), OPTIONS);
  expect(unit.verdict).toBe("pass");
  expect(
    findingsOf(unit).map(({ finding, standing }) => [finding.rule, standing?.state, standing?.last?.text]),
  ).toEqual([
    ["X.CARRY", "explained", WHY],
    ["X.CARRY", "explained", WHY],
  ]);
  const other = makeUnitCheck(result, reportsOf(previous({ ...TWO, "carriedForward.total": 3 })), OPTIONS);
  expect(findingsOf(other).map(({ standing }) => standing?.state)).toEqual(["explained", "lapsed"]);
});
