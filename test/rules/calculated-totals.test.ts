import { changedCells } from "../../src/rules/changed-cells";
import { checkTable, recheckTable, type CheckOptions } from "../../src/rules/check";
import { relationsOf } from "../../src/rules/relations";
import { totalTerms } from "../../src/rules/total-formulas";
import type { FilledTable } from "../../src/tables/filled";
import { tableOf } from "../../src/tables/formats";
import type { CellKey } from "../../src/tables/table";
import { fillTable } from "./samples";

const STRICT: CheckOptions = { blankIsZero: false };
const LENIENT: CheckOptions = { blankIsZero: true };

const table = tableOf("2021", "section3");
const totals = new Set(relationsOf(table).relations.flatMap((relation) => relation.totals));
/** The table as a sheet whose totals are formulas gives it: blank cells count nothing there. */
const calculated = (typed: Readonly<Record<CellKey, number>>, isFormula = (key: CellKey) => totals.has(key)) => {
  const terms = totalTerms(table);
  const valueOf = (key: CellKey): number | undefined =>
    totals.has(key) ? terms.get(key)!.reduce((sum, term) => sum + (valueOf(term) ?? 0), 0) : typed[key];
  const filled = fillTable(table, Object.fromEntries(table.numbers.map(({ key }) => [key, valueOf(key)])));
  return { ...filled, computed: new Set(table.numbers.map(({ key }) => key).filter(isFormula)) };
};
const sums = (filled: FilledTable, options = STRICT) =>
  checkTable(filled, options).findings.flatMap((finding) =>
    finding.kind === "sum" ? [`${finding.rule} ${finding.line}`] : [],
  );
const items = (value: number): Record<CellKey, number> =>
  Object.fromEntries(table.numbers.flatMap(({ key }) => (totals.has(key) ? [] : [[key, value]])));

const without = (figures: Record<CellKey, number>, key: CellKey) =>
  Object.fromEntries(Object.entries(figures).filter(([other]) => other !== key));

test("once 收办平衡 was called broken as soon as 一 was typed, since the sum of blank items is 0", () => {
  const first = calculated({ "newlyReceived.naturalPerson": 5 });
  expect(sums(first)).toEqual([]);
  expect(checkTable(first, STRICT)).toMatchObject({ verdict: "incomplete" });
  expect(sums(calculated({ ...items(0), "newlyReceived.naturalPerson": 5 }))).toEqual([
    "S3.BALANCE naturalPerson",
    "S3.BALANCE total",
  ]);
});

test("one blank item leaves its column and the 总计 column undecided, no other", () => {
  const others = without(items(1), "granted.commercial");
  expect(sums(calculated(others))).toEqual(
    ["naturalPerson", "research", "welfare", "legalService", "otherOrganisation"].map((line) => `S3.BALANCE ${line}`),
  );
});

test("where blank counts as 0 they are judged", () => {
  expect(sums(calculated({ ...items(0), "newlyReceived.naturalPerson": 5 }), LENIENT)).toEqual(
    sums(calculated({ "newlyReceived.naturalPerson": 5 }), LENIENT),
  );
});

test("a total that is typed is judged by itself", () => {
  const typed = calculated(
    { "newlyReceived.naturalPerson": 5, "carriedOver.naturalPerson": 0, "carriedForward.naturalPerson": 0 },
    () => false,
  );
  expect(sums(typed)).toEqual(["S3.BALANCE naturalPerson", "S3.BALANCE total"]);
});

test("a typed number in place of the same calculated one is a change", () => {
  const before = calculated(items(0));
  const after = calculated(items(0), (key) => totals.has(key) && key !== "resultsTotal.research");
  expect(changedCells(before, after)).toEqual(["resultsTotal.research"]);
});

test("a 0 typed into the last blank item decides what was open, although no total changes", () => {
  const others = without(items(0), "denied.3.welfare");
  const before = calculated(others);
  const after = calculated(items(0));
  const check = recheckTable(checkTable(before, STRICT), after, changedCells(before, after), STRICT);
  expect(check).toEqual(checkTable(after, STRICT));
  expect(check).toMatchObject({ verdict: "pass", undecided: 0 });
});
