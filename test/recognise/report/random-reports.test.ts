import fc from "fast-check";
import { readReport } from "../../../src/recognise/report/read-report";
import { relationsOf } from "../../../src/rules/relations";
import type { CellKey, Table } from "../../../src/tables/table";
import { anyDamage, damagedRows, damageFigures } from "./damage";
import { numberIn } from "./fixtures";
import { MORE_WAYS } from "./more-ways";
import { WAYS, type Way } from "./print";
import { anySample, balance, printReport, rowsOf, type Sample } from "./samples";

interface Outcome {
  /** Numbers that differ from what is printed. */
  wrong: string[];
  /** Cells that are neither read, nor asked about, nor told in a doubt. */
  lost: string[];
  read: number;
  asked: number;
}

/** Compares what was read of a report with what it holds. Cells that are not printed at all need not be read. */
function compare({ values }: Sample, text: string, kind: "html" | "text"): Outcome {
  const report = readReport({ kind, text }, relationsOf);
  const outcome: Outcome = { wrong: [], lost: [], read: 0, asked: 0 };
  for (const [table, cells] of values) {
    const found = report.tables.filter(({ placement }) => placement.table === table);
    if (found.length !== 1) outcome.wrong.push(`${found.length} tables of ${table.section}`);
    const [filled] = found;
    if (!filled) continue;
    const at = report.tables.indexOf(filled);
    const questions = report.questions.filter((question) => question.table === at);
    const told = new Set<CellKey>([
      ...questions.flatMap((question) => question.cells),
      ...report.doubts.flatMap((doubt) => ("cells" in doubt && doubt.table === at ? doubt.cells : [])),
      ...filled.doubts.flatMap((doubt) => doubt.cells),
    ]);
    for (const [key, value] of cells) {
      const number = numberIn(filled.contents[key]);
      if (number !== undefined) outcome.read += 1;
      else if (!told.has(key)) outcome.lost.push(key);
      if (number !== undefined && number !== value) outcome.wrong.push(`${key} is ${value}, read as ${number}`);
    }
    for (const { cells: open, alternatives, hasMore } of questions) {
      outcome.asked += open.length;
      const isAmong = alternatives.some((texts) =>
        texts.every((one, index) => Number(one) === cells.get(open[index]!)),
      );
      if (!isAmong && !hasMore) outcome.wrong.push(`the right way to read ${open[0]} is not among the alternatives`);
    }
  }
  return outcome;
}

const countCells = ({ values }: Sample): number => [...values.values()].reduce((sum, cells) => sum + cells.size, 0);

const ALL_WAYS = Object.entries<Way>({ ...WAYS, ...MORE_WAYS });

describe.each(ALL_WAYS)("a report written as %s", (name, way) => {
  test("is read back number for number; glued digits that could be read in several ways are asked about", () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const { wrong, lost, read, asked } = compare(sample, printReport(sample, rowsOf(sample), way), way.kind);
        expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
        expect(name === "glued" ? read + asked : read).toBe(countCells(sample));
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

describe.each(ALL_WAYS.filter(([name]) => name !== "glued"))("a damaged report written as %s", (_name, way) => {
  test("gives no wrong number, and tells what it could not read", () => {
    fc.assert(
      fc.property(anySample, anyDamage, (whole, damage) => {
        const sample = damageFigures(whole, damage, way);
        const { wrong, lost } = compare(sample, printReport(sample, damagedRows(sample, damage), way), way.kind);
        expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

test("glued digits of a report whose sums are wrong are told where they may have been divided wrongly", () => {
  fc.assert(
    fc.property(anySample, fc.array(fc.nat(500), { minLength: 1, maxLength: 3 }), (sample, mistakes) => {
      const figures = new Map<Table, Record<CellKey, string | undefined>>(
        [...sample.figures].map(([table, cells]) => [table, { ...cells }]),
      );
      const values = new Map([...sample.values].map(([table, cells]) => [table, new Map(cells)] as const));
      for (const at of mistakes) {
        for (const [table, cells] of values) {
          if (table.section === "section2") continue;
          const key = table.numbers[at % table.numbers.length]!.key;
          cells.set(key, (cells.get(key) ?? 0) + 10);
          figures.get(table)![key] = String(cells.get(key));
        }
      }
      const wrong = { ...sample, values, figures };
      const text = printReport(wrong, rowsOf(wrong), WAYS.glued);
      const report = readReport({ kind: "text", text }, relationsOf);
      for (const filled of report.tables) {
        const at = report.tables.indexOf(filled);
        const told = new Set(
          report.doubts.flatMap((doubt) => (doubt.code === "bySums" && doubt.table === at ? doubt.cells : [])),
        );
        const expected = values.get(filled.placement.table)!;
        const silent = (Object.keys(filled.contents) as CellKey[]).filter(
          (key) => numberIn(filled.contents[key]) !== expected.get(key) && !told.has(key),
        );
        expect(silent).toEqual([]);
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

test("the samples hold every sum rule", () => {
  fc.assert(
    fc.property(anySample, ({ values }) => {
      for (const [table, cells] of values) {
        const again = new Map([...cells].map(([key, value]) => [key, value ?? 0]));
        balance(table, again);
        expect(again).toEqual(cells);
      }
    }),
    { numRuns: 5 },
  );
});
