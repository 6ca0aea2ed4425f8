import fc from "fast-check";
import { localise, takeApart, type Localisation } from "../../src/repair/localise";
import { enumerateSmallest } from "./enumerate";
import { setsOf } from "./linear";
import { findAllSmallest, findRange, findSmallest, loadSolver } from "./mip";
import { asUnknowns, fill, makeTwoWay, type TwoWay } from "./two-way";

/** A table with some cells changed, by their positions as parts of the whole. */
interface Slip {
  at: number;
  value: number;
}

interface Broken {
  table: TwoWay;
  values: number[];
  weights?: number[];
}

const small = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 99 }) },
);

function brokenTable(results: number, types: number, mostSlips: number): fc.Arbitrary<Broken> {
  const table = makeTwoWay(results, types);
  const count = table.rows * table.columns;
  const slip: fc.Arbitrary<Slip> = fc.record({
    at: fc.nat(count - 1),
    value: fc.oneof(small, fc.integer({ min: -9, max: -1 })),
  });
  return fc
    .tuple(
      fc.array(small, { minLength: results * types, maxLength: results * types }),
      fc.array(small, { minLength: types, maxLength: types }),
      fc.array(slip, { minLength: 1, maxLength: mostSlips }),
    )
    .map(([body, forward, slips]) => {
      const values = fill(table, body, forward);
      for (const { at, value } of slips) values[at] = value;
      return { table, values };
    });
}

function weigh({ table, values }: Broken, weights?: readonly number[]): { weight: number; sets: string[] } {
  const count = table.rows * table.columns;
  const { parts, unsolved } = localise(takeApart(table.constraints, count), asUnknowns(values, weights));
  expect(unsolved).toEqual([]);
  expect(parts.every(({ isComplete }) => isComplete)).toBe(true);
  return {
    weight: parts.reduce((sum, part) => sum + part.weight, 0),
    sets: setsOf(parts, (unknown) => `${unknown}`),
  };
}

const cellsOf = (set: string): string =>
  [...set.matchAll(/(\d+)=/g)]
    .map(([, cell]) => Number(cell))
    .sort((a, b) => a - b)
    .join(" ");

test("finds as small a set as HiGHS does, whatever is wrong", async () => {
  const highs = await loadSolver();
  fc.assert(
    fc.property(brokenTable(5, 3, 4), (broken) => {
      const expected = findSmallest(highs, broken.table.constraints, asUnknowns(broken.values));
      expect(weigh(broken).weight).toBe(expected?.weight);
    }),
    { numRuns: 30 },
  );
});

test("finds as light a set as HiGHS does when cells are trusted differently", async () => {
  const highs = await loadSolver();
  const weights = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 7 * 4, maxLength: 7 * 4 });
  fc.assert(
    fc.property(brokenTable(4, 3, 3), weights, (broken, trust) => {
      const expected = findSmallest(highs, broken.table.constraints, asUnknowns(broken.values, trust));
      expect(weigh(broken, trust).weight).toBe(expected?.weight);
    }),
    { numRuns: 20 },
  );
});

test("finds all smallest sets: those that HiGHS finds when each is excluded in turn", async () => {
  const highs = await loadSolver();
  fc.assert(
    fc.property(brokenTable(3, 2, 3), (broken) => {
      const expected = findAllSmallest(highs, broken.table.constraints, asUnknowns(broken.values));
      const sets = weigh(broken).sets.map(cellsOf);
      expect(sets.sort()).toEqual(expected.map(({ changed }) => changed.join(" ")).sort());
    }),
    { numRuns: 20 },
  );
});

test("finds all smallest sets, with their values, in a table as large as that of section 三", () => {
  let compared = 0;
  fc.assert(
    fc.property(brokenTable(21, 6, 3), (broken) => {
      const expected = enumerateSmallest(broken.table.constraints, broken.values, 3);
      const { sets } = weigh(broken);
      const inOrder = (set: string) => set.split(" ").sort().join(" ");
      expect(sets.map(inOrder).sort()).toEqual(expected?.map(inOrder).sort());
      compared += 1;
    }),
    { numRuns: 60 },
  );
  expect(compared).toBe(60);
});

test("finds as small a set as HiGHS does in a table as large as that of section 三", async () => {
  const highs = await loadSolver();
  fc.assert(
    fc.property(brokenTable(21, 6, 4), (broken) => {
      const expected = findSmallest(highs, broken.table.constraints, asUnknowns(broken.values));
      expect(weigh(broken).weight).toBe(expected?.weight);
    }),
    { numRuns: 1 },
  );
});

/** A table with errors of which some other cells were not filled yet. */
const halfFilled = fc
  .tuple(brokenTable(3, 2, 2), fc.array(fc.nat(17), { minLength: 1, maxLength: 9 }))
  .map(([{ table, values }, blanks]) => {
    const filled: (number | null)[] = [...values];
    for (const at of blanks) filled[at] = null;
    return { table, values: filled };
  });

function localiseTable({ table, values }: { table: TwoWay; values: readonly (number | null)[] }): Localisation {
  return localise(takeApart(table.constraints, values.length), asUnknowns(values));
}

test("blank cells follow for nothing, and the range of every change is that of HiGHS", async () => {
  const highs = await loadSolver();
  fc.assert(
    fc.property(halfFilled, (half) => {
      const unknowns = asUnknowns(half.values);
      const { parts } = localiseTable(half);
      const expected = findSmallest(highs, half.table.constraints, unknowns);
      expect(parts.reduce((sum, part) => sum + part.weight, 0)).toBe(expected?.weight);
      const blanks = unknowns.flatMap(({ value }, index) => (value === null ? [index] : []));
      const firsts = parts.map(({ sets }) => sets[0]!);
      for (const { unknown, least, most } of firsts.flat()) {
        const open = new Set([...blanks, ...firsts.flat().map((change) => change.unknown)]);
        const range = findRange(highs, half.table.constraints, unknowns, open, unknown);
        expect([Number(least), Number(most)]).toEqual(range);
      }
    }),
    { numRuns: 30 },
  );
});

test("a blank cell is implied exactly when HiGHS finds one value for it, the same in every smallest set", async () => {
  const highs = await loadSolver();
  fc.assert(
    fc.property(halfFilled, (half) => {
      const unknowns = asUnknowns(half.values);
      const { implied } = localiseTable(half);
      const blanks = unknowns.flatMap(({ value }, index) => (value === null ? [index] : []));
      const sets = findAllSmallest(highs, half.table.constraints, unknowns);
      const expected = blanks.flatMap((unknown) => {
        const ranges = sets.map(({ changed }) =>
          findRange(highs, half.table.constraints, unknowns, new Set([...blanks, ...changed]), unknown),
        );
        const values = new Set(ranges.flat());
        return values.size === 1 ? [{ unknown, value: BigInt([...values][0]!) }] : [];
      });
      expect(implied).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});
