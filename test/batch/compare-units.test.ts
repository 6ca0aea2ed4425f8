import { NOTHING_COUNTED } from "../../src/batch/blank-count";
import fc from "fast-check";
import { checkFile, type FileCheck } from "../../src/batch/check-file";
import { figuresOnly, makeResult, type FileResult } from "../../src/batch/file-result";
import { readPart } from "../../src/batch/record-part/read-part";
import { writePart } from "../../src/batch/record-part/write-part";
import { compareWithLastYear, makeUnitCheck, type Comparison } from "../../src/batch/units/compare-units";
import { lastYearIn, type LastYear } from "../../src/batch/units/last-year";
import { PreviousReports } from "../../src/batch/units/match-units";
import { ExplanationBook } from "../../src/record/explanation-book";
import { EMPTY_RECORD } from "../../src/record/record";
import { subjectOf } from "../../src/record/subject";
import { checkTable } from "../../src/rules/check";
import { tableOfFinding } from "../../src/rules/cross/table-of-finding";
import { summarise } from "../../src/rules/workbook";
import type { FilledTable } from "../../src/tables/filled";
import { SECTIONS, tableOf } from "../../src/tables/formats";
import type { CellKey, FormatId } from "../../src/tables/table";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook, type Written } from "../fixtures/workbooks";
import { fillTable, placeTable } from "../rules/samples";

const STRICT = { blankIsZero: false };
const WHY = "机构调整，原发改局的申请并入本局办理。";
const AT = "2026-01-31T01:05:00Z";

const suqian = (year: number) => COMPLETE_REPORTS.find(({ id, year: of }) => id.includes("suqian") && of === year)!;
const [before, now] = [suqian(2023), suqian(2024)];

const previousOf = (bytes: Uint8Array, file = "2023.xlsx", options = STRICT): FileResult =>
  figuresOnly(makeResult(checkFile(file, bytes, options), { withFigures: true, hash: null }));

/** A workbook as a batch has it, with what it remembers. */
function resultOf(check: FileCheck, explanations: ExplanationBook): FileResult {
  // through the part, as a file keeps it
  const record = readPart(writePart(null, { ...EMPTY_RECORD, explanations }));
  return makeResult({ ...check, record: { ...record, problem: null } }, { withFigures: true, hash: null });
}

/** The same workbook as the pane has it. */
function inPane(lastYear: LastYear, check: FileCheck, explanations: ExplanationBook, options = STRICT) {
  const { file, unit, year, tables } = check;
  return lastYear.compare({ file, unit, year, filled: tables.map(({ filled }) => filled), explanations }, options);
}

const filledOf = (check: FileCheck): FilledTable[] => check.tables.map(({ filled }) => filled);

/** Explains some of what was found. */
function explain(comparison: Comparison, check: FileCheck, isWanted: (index: number) => boolean): ExplanationBook {
  const findings = (comparison.check?.findings ?? []).filter((_, index) => isWanted(index));
  return findings.reduce((book, finding) => {
    const filled = tableOfFinding(finding, filledOf(check), ({ placement }) => placement.table.section);
    return book.explain(subjectOf(finding, filled), { text: WHY, by: null, at: AT });
  }, ExplanationBook.EMPTY);
}

const change =
  (changes: Readonly<Partial<Record<CellKey, Written>>>) =>
  (_section: string, key: CellKey, value: number): Written =>
    key in changes ? changes[key] : value;

const NINE_MORE = change({
  "carriedOver.naturalPerson": now.tables.section3!.numbers["carriedOver.naturalPerson"]! + 9,
});

test("an explanation of a finding between years counts in the batch, and lapses with a number of either year", () => {
  const check = checkFile("2024.xlsx", makeWorkbook(now, NINE_MORE), STRICT);
  const previous = new PreviousReports([previousOf(makeWorkbook(before))]);
  const open = makeUnitCheck(resultOf(check, ExplanationBook.EMPTY), previous, STRICT).comparison!;
  expect(open).toMatchObject({ unexplained: open.standings.length, verdict: "incomplete" });
  expect(open.check!.findings.map(({ rule }) => rule)).toContain("X.CARRY");
  const book = explain(open, check, () => true);
  const explained = makeUnitCheck(resultOf(check, book), previous, STRICT).comparison!;
  expect(explained).toMatchObject({ check: open.check, unexplained: 0, verdict: "pass" });
  expect(explained.standings[0]).toMatchObject({ state: "explained", last: { text: WHY } });

  const states = (current: FileCheck, last: PreviousReports<FileResult>) =>
    makeUnitCheck(resultOf(current, book), last, STRICT).comparison!.standings.map(({ state }) => state);
  const carried = before.tables.section3!.numbers["carriedForward.naturalPerson"]!;
  const other = change({ "carriedForward.naturalPerson": carried + 1 });
  expect(states(check, new PreviousReports([previousOf(makeWorkbook(before, other))]))).toContain("lapsed");
  const ten = change({
    "carriedOver.naturalPerson": now.tables.section3!.numbers["carriedOver.naturalPerson"]! + 10,
  });
  expect(states(checkFile("2024.xlsx", makeWorkbook(now, ten), STRICT), previous)).toContain("lapsed");
});

test("one that a supervisor does not accept counts no more, and the reason is told", () => {
  const check = checkFile("2024.xlsx", makeWorkbook(now, NINE_MORE), STRICT);
  const previous = new PreviousReports([previousOf(makeWorkbook(before))]);
  const open = makeUnitCheck(resultOf(check, ExplanationBook.EMPTY), previous, STRICT).comparison!;
  const [finding] = open.check!.findings;
  const filled = tableOfFinding(finding!, filledOf(check), ({ placement }) => placement.table.section);
  const book = explain(open, check, () => true).object(subjectOf(finding!, filled), {
    text: "请附机构调整的文号。",
    by: "李四",
    at: AT,
  });
  const { standings, unexplained } = makeUnitCheck(resultOf(check, book), previous, STRICT).comparison!;
  expect(standings[0]).toMatchObject({ state: "objected", last: { objection: { text: "请附机构调整的文号。" } } });
  expect(unexplained).toBe(1);
});

test("one in words that say nothing, which only another program can write, counts no more", () => {
  const check = checkFile("2024.xlsx", makeWorkbook(now, NINE_MORE), STRICT);
  const previous = new PreviousReports([previousOf(makeWorkbook(before))]);
  const open = makeUnitCheck(resultOf(check, ExplanationBook.EMPTY), previous, STRICT).comparison!;
  const book = explain(open, check, () => true);
  const hollow = new ExplanationBook(book.entries.map((entry) => ({ ...entry, text: "经核实，情况属实。" })));
  const { standings, verdict } = makeUnitCheck(resultOf(check, hollow), previous, STRICT).comparison!;
  expect(new Set(standings.map(({ state, last }) => `${state} ${last?.fault}`))).toEqual(new Set(["hollow hollow"]));
  expect(verdict).toBe("incomplete");
});

test("a comparison that says the same is the same, and so are its findings that do", () => {
  const lastYear = lastYearIn(new PreviousReports([previousOf(makeWorkbook(before))]));
  const compare = (changes: Partial<Record<CellKey, Written>>) =>
    inPane(lastYear, checkFile("2024.xlsx", makeWorkbook(now, change(changes)), STRICT), ExplanationBook.EMPTY)!;
  const first = compare({ "carriedOver.research": 5 });
  expect(compare({ "carriedOver.research": 5, "review.total": 3 })).toBe(first);
  const more = compare({ "carriedOver.research": 5, "carriedOver.welfare": 7 });
  expect(more.check!.findings).toHaveLength(first.check!.findings.length + 1);
  for (const finding of first.check!.findings) expect(more.check!.findings).toContain(finding);
});

test("a report that a person chose counts although the names differ", () => {
  const report = previousOf(makeWorkbook({ ...before, unit: "骆马湖示范区" }));
  const check = checkFile("2024.xlsx", makeWorkbook(now, NINE_MORE), STRICT);
  const previous = new PreviousReports([report]);
  expect(inPane(lastYearIn(previous), check, ExplanationBook.EMPTY)).toMatchObject({
    match: { kind: "none" },
    check: null,
    verdict: "incomplete",
  });
  const chosen = lastYearIn(previous, report);
  expect(inPane(chosen, check, ExplanationBook.EMPTY)).toMatchObject({ match: { kind: "found", way: "chosen" } });
  expect(chosen.tableOf(filledOf(check)[1]!)).not.toBeNull();
});

const written: fc.Arbitrary<Written> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<Written>(undefined, "", " ", "/", "3件", "5", 0.1, 1e-7, 123456789012) },
);

/** Any figures in the lines that the rules between years look at; now and then a table is missing. */
function anyTables(year: number): fc.Arbitrary<(format: FormatId) => FileCheck> {
  const lines = /(?:^|\.)(?:carriedOver|carriedForward|valid|issued|repealed|previousItems|change)(?:\.|$)/;
  return fc
    .record({
      values: fc.array(written, { minLength: 40, maxLength: 40 }),
      missing: fc.option(fc.constantFrom(...SECTIONS), { freq: 6 }),
      unit: fc.constantFrom("某县", "某县", "某县", "某市某县", "某区"),
    })
    .map(({ values, missing, unit }) => (format) => {
      let next = 0;
      const tables = SECTIONS.filter((section) => section !== missing).map((section) => {
        const table = tableOf(format, section);
        const numbers = Object.fromEntries(
          table.numbers.map(({ key }) => [key, lines.test(key) ? values[next++ % values.length] : 0]),
        );
        const filled = fillTable(table, numbers, { ...placeTable(table), unit, year });
        return { filled, check: checkTable(filled, STRICT), repair: null };
      });
      const summary = summarise(tables);
      const { verdict } = summary;
      return {
        file: `${year}.xlsx`,
        published: null,
        unit,
        year,
        verdict,
        summary,
        tables,
        reports: [],
        cutSheets: [],
        blanks: NOTHING_COUNTED,
        error: null,
      };
    });
}

test("pane and batch find the same, with the same explanations, for any two years", () => {
  const format = fc.constantFrom<FormatId>("2019", "2021");
  fc.assert(
    fc.property(
      anyTables(2023),
      anyTables(2024),
      fc.record({ now: format, before: format, blankIsZero: fc.boolean(), explained: fc.nat({ max: 255 }) }),
      (last, current, { blankIsZero, explained, ...formats }) => {
        const options = { blankIsZero };
        const check = current(formats.now);
        const report = figuresOnly(makeResult(last(formats.before), { withFigures: true, hash: null }));
        const previous = new PreviousReports([report]);
        const lastYear = lastYearIn(previous);
        const open = inPane(lastYear, check, ExplanationBook.EMPTY, options)!;
        const book = explain(open, check, (index) => ((explained >> (index % 8)) & 1) === 1);
        const pane = inPane(lastYear, check, book, options);
        const result = resultOf(check, book);
        expect(pane).toEqual(compareWithLastYear(result, previous.match(result), options));
      },
    ),
  );
});
