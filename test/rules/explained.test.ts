import { checkTable, judgeTable, recheckTable, type CheckOptions } from "../../src/rules/check";
import type { Explanations } from "../../src/rules/explained";
import type { Finding } from "../../src/rules/finding";
import { summarise } from "../../src/rules/workbook";
import { BLANK, type FilledTable, type LabelDoubt } from "../../src/tables/filled";
import { tableOf } from "../../src/tables/formats";
import { fillTable } from "./samples";

const OPTIONS: CheckOptions = { blankIsZero: false };
const table = tableOf("2021", "section4");
const zeros = Object.fromEntries(table.numbers.map(({ key }) => [key, 0]));

/** A row that stands there twice, of which only one is filled. */
const WARNED: LabelDoubt = { fault: "doubled", expected: ["行政复议"], cells: [] };
const HINTED: LabelDoubt = { fault: "altered", expected: ["行政复议"], found: "复议", cells: [] };

const filledWith = (...doubts: LabelDoubt[]): FilledTable => ({ ...fillTable(table, zeros), doubts });

/** Remembers what it was asked. */
function explaining(isExplained: boolean): Explanations & { asked: Finding[] } {
  const asked: Finding[] = [];
  return {
    asked,
    isExplained: (finding) => {
      asked.push(finding);
      return isExplained;
    },
    isReportExplained: () => isExplained,
  };
}

test("a warning that nobody explained keeps a table and its workbook from passing", () => {
  const filled = filledWith(WARNED);
  const check = checkTable(filled, OPTIONS);
  expect(check).toMatchObject({ verdict: "incomplete", unexplained: 1 });
  expect(summarise([{ filled, check }])).toMatchObject({ verdict: "incomplete", unexplained: 1 });
});

test("an explained warning stays a finding and passes", () => {
  const filled = filledWith(WARNED);
  const check = checkTable(filled, { ...OPTIONS, explanations: explaining(true) });
  expect(check).toMatchObject({ verdict: "pass", unexplained: 0 });
  expect(summarise([{ filled, check }])).toMatchObject({ verdict: "pass", unexplained: 0, findings: { warning: 1 } });
});

test("labels that only read a little differently pass without a word", () => {
  const check = checkTable(filledWith(HINTED), OPTIONS);
  expect(check).toMatchObject({ verdict: "pass", unexplained: 0 });
  expect(check.findings.map(({ severity }) => severity)).toEqual(["hint"]);
});

test("errors and cells that are not filled are never asked about", () => {
  const explanations = explaining(true);
  const filled = filledWith(HINTED, WARNED);
  const contents = {
    ...filled.contents,
    "review.pending": BLANK,
    "directLitigation.total": { type: "number" as const, value: 1 },
  };
  const check = checkTable({ ...filled, contents }, { ...OPTIONS, explanations });
  expect(check).toMatchObject({ verdict: "fail", unexplained: 0 });
  expect(explanations.asked.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual(["label warning"]);
});

test("an explanation alone never makes a table pass that has cells to fill", () => {
  const filled = filledWith(WARNED);
  const contents = { ...filled.contents, "review.pending": BLANK };
  const check = checkTable({ ...filled, contents }, { ...OPTIONS, explanations: explaining(true) });
  expect(check.verdict).toBe("incomplete");
});

test("other explanations change the verdict and nothing else", () => {
  const filled = filledWith(WARNED);
  const check = checkTable(filled, OPTIONS);
  const explained = { ...OPTIONS, explanations: explaining(true) };
  const judged = judgeTable(check, filled, explained);
  expect(judged).toEqual(checkTable(filled, explained));
  expect(judged.findings).toBe(check.findings);
  expect(judgeTable(judged, filled, explained)).toBe(judged);
  expect(judgeTable(judged, filled, OPTIONS)).toEqual(check);
  expect(recheckTable(check, filled, [], explained)).toEqual(judged);
});
