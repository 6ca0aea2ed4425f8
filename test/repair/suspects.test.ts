import { checkTable } from "../../src/rules/check";
import { Effort, LIMITS } from "../../src/repair/effort";
import { suspectsOf, type Repair, type RepairContext, type Suspect } from "../../src/repair/suspects";
import type { FigureUnit, FilledTable } from "../../src/tables/filled";
import { keyOf, type CellKey } from "../../src/tables/table";
import { fillTable } from "./slips";

const ROWS = ["newlyReceived", "granted", "denied.5", "resultsTotal", "carriedForward"];
const COLUMNS = ["naturalPerson", "commercial", "total"];

/** A table of section 三 with numbers in a few rows and columns, in which everything adds up. */
function makeTable(changes: Parameters<typeof fillTable>[2] = {}): FilledTable {
  const body: Record<string, readonly number[]> = {
    newlyReceived: [163, 58, 221],
    granted: [112, 45, 157],
    "denied.5": [37, 9, 46],
    resultsTotal: [149, 54, 203],
    carriedForward: [14, 4, 18],
  };
  const numbers = ROWS.flatMap((row) =>
    COLUMNS.map((column, index): [CellKey, number] => [keyOf(row, column), body[row]![index]!]),
  );
  return fillTable("2021", "section3", { ...Object.fromEntries(numbers), ...changes });
}

function repair(filled: FilledTable, context: RepairContext = {}): Repair {
  return suspectsOf(filled, checkTable(filled, { blankIsZero: false }), context);
}

/** One line for each suspect: its group and rank, what would stand where, and what speaks for it. */
const write = ({ group, rank, cells, evidence, certain }: Suspect): string =>
  [
    `${group}.${rank}`,
    ...cells.map(({ key, current, suggested }) => `${key} ${current}→${suggested}`),
    ...evidence.map(({ code }) => code),
    ...(certain ? ["certain"] : []),
  ].join(" ");

test("nothing is suspected where everything adds up", () => {
  const { suspects, implied, proof } = repair(makeTable());
  expect([suspects, implied]).toEqual([[], []]);
  expect(proof).toMatchObject({ isComplete: true, weight: 0, unsolved: [] });
});

test("a cell whose row and column differ by the same amount is certainly wrong", () => {
  const { suspects, proof } = repair(makeTable({ "granted.naturalPerson": 121 }));
  expect(suspects.map(write)).toEqual(["0.1 granted.naturalPerson 121→112 digitsSwapped certain"]);
  expect(proof).toMatchObject({ isComplete: true, weight: 1 });
});

test("a total with formula is no suspect: what it adds up is", () => {
  // The formula of the row gives 166 with the wrong item; that of its column holds with the other totals.
  const changes = {
    "granted.naturalPerson": 121,
    "granted.total": 166,
    "resultsTotal.total": 212,
    "newlyReceived.total": 230,
  };
  const filled = makeTable({ ...changes, "newlyReceived.naturalPerson": 172, "resultsTotal.naturalPerson": 149 });
  const computed = new Set(filled.placement.table.rows.map(({ key }) => keyOf(key, "total")));
  const { suspects } = repair({ ...filled, computed });
  expect(suspects.flatMap(({ cells }) => cells).filter(({ key }) => key.endsWith(".total"))).toEqual([]);
});

test("a formula that adds up the wrong cells is suspected, not for certain", () => {
  const filled = makeTable({ "granted.total": 112 });
  const { suspects } = repair({ ...filled, computed: new Set<CellKey>(["granted.total"]) });
  expect(suspects.map(write)).toEqual(["0.1 granted.total 112→157 formula leftOut"]);
});

test("what a person confirms stays; the others are suspected anew", () => {
  const filled = makeTable({ "granted.naturalPerson": 121 });
  const confirmed = new Set<CellKey>(["granted.naturalPerson"]);
  const { suspects, proof } = repair(filled, { confirmed });
  expect(proof.weight).toBe(3);
  expect(suspects.length).toBeGreaterThan(1);
  expect(suspects.flatMap(({ cells }) => cells.map(({ key }) => key))).not.toContain("granted.naturalPerson");
});

test("when all cells are confirmed that could put it right, it says so", () => {
  const filled = makeTable({ "granted.naturalPerson": 121 });
  const confirmed = new Set(filled.placement.table.numbers.map(({ key }) => key));
  const { suspects, proof } = repair(filled, { confirmed });
  expect(suspects).toEqual([]);
  expect(proof.isComplete).toBe(false);
  expect(proof.unsolved).toMatchObject([{ reason: "contradiction" }]);
});

test("last year's number tells which of several cells is wrong", () => {
  const lastYear = makeTable({ "carriedForward.naturalPerson": 10, "carriedForward.total": 14 });
  const numbers = {
    "carriedOver.naturalPerson": 10,
    "carriedOver.commercial": 4,
    "newlyReceived.naturalPerson": 153,
    "newlyReceived.commercial": 54,
    "newlyReceived.total": 207,
  };
  expect(repair(makeTable({ ...numbers, "carriedOver.total": 14 }), { lastYear }).suspects).toEqual([]);
  const wrong = makeTable({ ...numbers, "carriedOver.total": 13 });
  expect(repair(wrong, { lastYear }).suspects.map(write)).toEqual([
    "0.1 carriedOver.total 13→14 followsLastYear digitWrong",
  ]);
});

test("what only last year's number tells is not certain: it may rightly differ", () => {
  const filled = makeTable({
    "carriedOver.naturalPerson": 250,
    "carriedOver.total": 250,
    "carriedForward.naturalPerson": 264,
    "carriedForward.total": 268,
  });
  expect(repair(filled).suspects).toEqual([]);
  const lastYear = makeTable({
    "carriedForward.naturalPerson": 205,
    "carriedForward.commercial": 0,
    "carriedForward.total": 205,
  });
  const { suspects } = repair(filled, { lastYear });
  expect(suspects.length).toBeGreaterThan(0);
  expect(suspects.filter(({ certain }) => certain)).toEqual([]);
});

test("numbers that differ from last year's alone are suspected, until a person confirms them", () => {
  const lastYear = makeTable();
  const filled = makeTable();
  const { suspects } = repair(filled, { lastYear });
  expect(suspects.slice(0, 3).map(({ cells }) => cells.map(({ key, suggested }) => `${key} ${suggested}`))).toEqual([
    ["carriedOver.naturalPerson 14"],
    ["carriedOver.total 18"],
    ["carriedOver.commercial 4"],
  ]);
  const confirmed = new Set<CellKey>(["carriedOver.total"]);
  const without = repair(filled, { lastYear, confirmed });
  expect(without.suspects).toEqual([]);
  expect(without.proof).toMatchObject({ isComplete: true, leftOut: ["X.CARRY"] });
});

test("in section 二 last year's number and this year's changes tell what is in force", () => {
  const { table } = fillTable("2021", "section2", {}).placement;
  const row = table.rows.find(({ key }) => table.numbers.some((number) => number.key === keyOf(key, "valid")))!.key;
  const fill = (valid: number, issued: number, repealed: number) =>
    fillTable("2021", "section2", {
      [keyOf(row, "valid")]: valid,
      [keyOf(row, "issued")]: issued,
      [keyOf(row, "repealed")]: repealed,
    });
  const lastYear = fill(10, 0, 0);
  expect(repair(fill(11, 2, 1), { lastYear }).suspects).toEqual([]);
  const { suspects } = repair(fill(12, 2, 1), { lastYear });
  const told = suspects.flatMap(({ cells }) => cells.map(({ key, suggested }) => `${key} ${suggested}`));
  expect(told.sort()).toEqual([`${row}.issued 3`, `${row}.repealed 0`, `${row}.valid 11`]);
});

test("what the rules leave one value for is implied", () => {
  const filled = makeTable({ "granted.total": { type: "blank" }, "denied.5.commercial": { type: "blank" } });
  const { suspects, implied } = repair(filled);
  expect(suspects).toEqual([]);
  expect(implied).toEqual([
    { key: "granted.total", value: "157" },
    { key: "denied.5.commercial", value: "9" },
  ]);
});

test("a number written as text that fits is suggested as a number", () => {
  const text = { type: "text", text: "１１２", meant: { number: "112", how: ["fullWidth"] } } as const;
  const { suspects } = repair(makeTable({ "granted.naturalPerson": text }));
  expect(suspects.map(write)).toEqual(["0.1 granted.naturalPerson １１２→112 asText certain"]);
});

describe("an amount written as text", () => {
  const suggest = (text: string, unit: FigureUnit | undefined, number: string, header?: string) => {
    const meant = { number, how: ["unit"] as const, ...(unit && { unit }) };
    const filled = fillTable("2021", "section2", { "fees.amount": { type: "text", text, meant } });
    const placement = { ...filled.placement, ...(header && { amountHeaders: { "fees.amount": header } }) } as const;
    const { suspects } = repair({ ...filled, placement });
    return suspects.flatMap(({ cells, evidence }) => [cells[0]!.suggested, ...evidence.map(({ code }) => code)]);
  };

  test("is suggested in the unit of its header", () => {
    expect(suggest("251000元", "yuan", "251000")).toEqual(["25.1", "asText", "converted"]);
    expect(suggest("25千元", "thousandYuan", "25")).toEqual(["2.5", "asText", "converted"]);
    expect(suggest("0.1亿元", "hundredMillionYuan", "0.1")).toEqual(["1000", "asText", "converted"]);
    expect(suggest("25.1万元", "tenThousandYuan", "25.1")).toEqual(["25.1", "asText"]);
    expect(suggest("251000元", "yuan", "251000", "收费金额（单位：元）")).toEqual(["251000", "asText"]);
  });

  test("of which the unit is in doubt is given no number", () => {
    expect(suggest("¥25.1", "yuan", "25.1")).toEqual([null, "unusable"]);
    expect(suggest("3件", "piece", "3")).toEqual([null, "unusable"]);
  });
});

test("cells that explain the broken rules equally well share a rank", () => {
  const { suspects } = repair(makeTable({ "granted.naturalPerson": 113, "granted.total": 158 }));
  const [first] = suspects;
  expect(new Set(suspects.map(({ group }) => group)).size).toBe(1);
  expect(suspects.filter(({ rank }) => rank === first!.rank).length).toBeGreaterThanOrEqual(1);
});

test("a search that is given up claims nothing: it tells what is proven so far", () => {
  const { table } = makeTable().placement;
  const wrong = table.numbers.filter((_, index) => index % 21 === 4).map(({ key }): [CellKey, number] => [key, 77]);
  const { suspects, proof } = repair(makeTable(Object.fromEntries(wrong)), { limits: { ...LIMITS, steps: 3 } });
  expect(suspects).toEqual([]);
  expect(proof).toMatchObject({ isComplete: false, unsolved: [{ reason: "tooMany" }] });
  expect(proof.unsolved[0]!.atLeast).toBeGreaterThan(1);
  expect(proof.unsolved[0]!.atLeast).toBeLessThanOrEqual(wrong.length);
});

test("a search ends when its deadline has passed", () => {
  const past = new Effort({ ...LIMITS, deadline: { now: () => 1, at: 1 } });
  const future = new Effort({ ...LIMITS, deadline: { now: () => 0, at: 1 } });
  for (let step = 0; step < 100; step++) for (const effort of [past, future]) effort.step();
  expect([past.isSpent, future.isSpent]).toEqual([true, false]);
});

test("too many errors end with what is known: how many cells at least", () => {
  const { table } = makeTable().placement;
  const noise = Object.fromEntries(table.numbers.map(({ key }, index) => [key, (index * index * 7) % 97]));
  const { suspects, proof } = repair(fillTable("2021", "section3", { ...noise, "granted.research": -3 }));
  expect(suspects).toEqual([]);
  expect(proof).toMatchObject({ isComplete: false, unsolved: [{ reason: "tooMany", forced: ["granted.research"] }] });
  expect(proof.unsolved[0]!.atLeast).toBeGreaterThan(8);
});
