import { readFileSync } from "node:fs";
import path from "node:path";
import { relationsOf } from "../../src/rules/relations";
import { tableOf } from "../../src/tables/formats";
import { localise, takeApart } from "../../src/repair/localise";
import type { Constraint, Unknown } from "../../src/repair/system";
import { systemOf } from "../../src/repair/table-system";
import grid from "../fixtures/repair/section3-grid.json";
import { setsOf } from "./linear";

const unknownOf = (value: number, weight = 1): Unknown => ({
  value: BigInt(value),
  minimum: 0n,
  maximum: 999_999_999n,
  weight,
  locked: false,
});

describe("tables of section 三 with one to three wrong cells", () => {
  const { cells, pieces } = systemOf(tableOf("2021", "section3"));

  test("the rows of the oracle are those of the table", () => {
    expect(relationsOf(tableOf("2021", "section3")).relations).toHaveLength(25 + 2 * 7);
    expect(grid.cases.every((one) => one.grid.flat().length === cells.length)).toBe(true);
  });

  test.each(grid.cases)("case $case", ({ grid: rows, minima, minimumCells }) => {
    const { parts, unsolved } = localise(
      pieces,
      rows.flat().map((value) => unknownOf(value)),
    );
    const expected = minima.map((set) => set.map(({ cell, value }) => `${cell.join(",")}=${value}`));
    expect(unsolved).toEqual([]);
    expect(parts.reduce((sum, part) => sum + part.weight, 0)).toBe(minimumCells);
    expect(setsOf(parts, (unknown) => `${Math.floor(unknown / 7)},${unknown % 7}`)).toEqual(
      expected.map((set) => set.sort().join(" ")).sort(),
    );
  });
});

describe("single columns", () => {
  const NAMES = ["xin", "co", "granted", "partial", "denied", "unable", "notproc", "other", "done", "fwd"];
  const RESULTS = NAMES.slice(2, 8);
  const equation = (plus: string[], minus: string[]): Constraint => ({
    terms: [...plus.map((name) => [name, 1] as const), ...minus.map((name) => [name, -1] as const)].map(
      ([name, factor]) => ({
        unknown: NAMES.indexOf(name),
        factor,
      }),
    ),
    minimum: 0n,
    maximum: 0n,
  });
  const constraints = [equation(["done"], RESULTS), equation(["xin", "co"], ["done", "fwd"])];
  const pieces = takeApart(constraints, NAMES.length);

  const text = readFileSync(path.join(__dirname, "../fixtures/repair/column.csv"), "utf8");
  const [head = "", ...lines] = text.trim().split("\n");
  const names = head.split(",");
  const records = lines.map((line) =>
    Object.fromEntries(line.split(",").map((field, index) => [names[index]!, field])),
  );
  const valuesIn = (record: Record<string, string>) => NAMES.map((name) => Number(record[name]));
  const namesIn = (field: string | undefined) => (field ? field.split(" ").sort().join(" ") : "");

  /** All sets of cells of a size with which both sums can hold: every value up to the largest is tried. */
  function trySets(values: readonly number[], size: number): string[] {
    const holds = (cells: readonly number[]) => {
      const at = (name: string) => cells[NAMES.indexOf(name)]!;
      const results = RESULTS.reduce((sum, name) => sum + at(name), 0);
      return (
        at("done") === results && at("xin") + at("co") === at("done") + at("fwd") && cells.every((cell) => cell >= 0)
      );
    };
    const most = 2 * Math.max(...values.map(Math.abs));
    const tries = (cells: readonly number[], open: readonly number[]): boolean => {
      const [first, ...others] = open;
      if (first === undefined) return holds(cells);
      for (let value = 0; value <= most; value++) {
        const tried = cells.map((cell, index) => (index === first ? value : cell));
        if (tries(tried, others)) return true;
      }
      return false;
    };
    const indexes = values.map((_, index) => index);
    const sets =
      size === 0
        ? [[]]
        : size === 1
          ? indexes.map((a) => [a])
          : indexes.flatMap((a) => indexes.slice(a + 1).map((b) => [a, b]));
    return sets
      .filter((set) => tries(values, set))
      .map((set) =>
        set
          .map((index) => NAMES[index]!)
          .sort()
          .join(" "),
      );
  }

  const solve = (values: readonly number[], weights: Record<string, number> = {}) => {
    const { parts } = localise(
      pieces,
      values.map((value, index) => unknownOf(value, weights[NAMES[index]!])),
    );
    const sets = setsOf(parts, (unknown) => NAMES[unknown]!);
    return {
      weight: parts.reduce((sum, part) => sum + part.weight, 0),
      sets: sets.map((set) => set.replace(/=\S*/g, "")),
    };
  };

  test("the minimum and one of its sets are those of the oracle", () => {
    expect(records).toHaveLength(100);
    for (const record of records) {
      const { weight, sets } = solve(valuesIn(record));
      expect({ record, weight }).toEqual({ record, weight: Number(record.minw) });
      expect(sets).toContain(namesIn(record.sol));
    }
  });

  test("likewise when two of the cells are trusted more", () => {
    for (const record of records) {
      const { weight, sets } = solve(valuesIn(record), { co: 3, done: 2 });
      expect({ record, weight }).toEqual({ record, weight: Number(record.minw_rel) });
      expect(sets).toContain(namesIn(record.sol_rel));
    }
  });

  test("the sets are all there are: every value of every set of the smallest size was tried", () => {
    for (const record of records.filter(({ minw }) => minw !== "2")) {
      const values = valuesIn(record);
      expect(solve(values).sets.sort()).toEqual(trySets(values, Number(record.minw)).sort());
    }
    const [pair] = records.filter(({ minw }) => minw === "2").map(valuesIn);
    // Two open cells are 45 sets of many values: small numbers keep it quick.
    const shrunk = pair!.map((value) => Math.trunc(value / 4));
    const { weight, sets } = solve(shrunk);
    expect(sets.sort()).toEqual(trySets(shrunk, weight).sort());
  });
});
