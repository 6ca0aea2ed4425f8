import { CellValueType, type ICellData, type IWorksheetData } from "@univerjs/core";
import fc from "fast-check";
import { checkTable, type CheckOptions } from "../../src/rules/check";
import { totalTerms } from "../../src/rules/total-formulas";
import type { CellContent, Placement } from "../../src/tables/filled";
import { FORMATS, SECTIONS, tableOf } from "../../src/tables/formats";
import { contentOf } from "../../src/tables/grid";
import type { CellKey, Table } from "../../src/tables/table";
import { createHeadlessGrid } from "../../src/workbench/univer/headless";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { COMPILED_OPTIONS, flagsByCell } from "../rules/flags";
import { placementsOf } from "../rules/placements";
import { anyContent, anyContents, consistentContents, fillTable, placeTable } from "../rules/samples";

/** How many times as many random tables to try; raise it for a longer run. */
const RUNS = Number(process.env.PROOF_RUNS ?? 1);
const SEED = Number(process.env.PROOF_SEED ?? 1);
/** Milliseconds; a spreadsheet takes its time with some forty thousand formulas. */
const TIMEOUT = 240_000 * RUNS;
/** Tables that are calculated together, one on each sheet. */
const BATCH = 120;

/** What stands in a cell, and whether a formula gives it. */
interface Written {
  content: CellContent;
  isFormula: boolean;
}

interface Sample {
  name: string;
  placement: Placement;
  cells: Readonly<Record<CellKey, Written>>;
  options: CheckOptions;
  /** The rules to hold against each other: all, or those over several cells. */
  sumsOnly: boolean;
}

jest.setTimeout(TIMEOUT);
const grid = createHeadlessGrid();
afterAll(() => grid.dispose());

const FORMULAS_OF_ERRORS: Readonly<Record<string, string>> = {
  "#DIV/0!": "=1/0",
  "#N/A": "=NA()",
  "#VALUE!": '="a"+1',
  "#REF!": "=INDEX(A1:A2,9)",
};

function cellOf({ content, isFormula }: Written): ICellData {
  switch (content.type) {
    case "blank":
      return isFormula ? { f: '=""' } : {};
    case "number":
      return isFormula ? { f: `=${content.value}+0` } : { v: content.value, t: CellValueType.NUMBER };
    case "text":
      return isFormula ? { f: `="${content.text}"` } : { v: content.text, t: CellValueType.STRING };
    case "boolean":
      return isFormula ? { f: `=1=${content.value ? 1 : 2}` } : { v: content.value ? 1 : 0, t: CellValueType.BOOLEAN };
    case "error":
      return { f: FORMULAS_OF_ERRORS[content.code]! };
  }
}

/** Columns for the formulas, to the right of every placement. */
const FIRST_FORMULA_COLUMN = 60;
const FORMULAS_PER_COLUMN = 100;
const formulaPlace = (index: number) => ({
  row: index % FORMULAS_PER_COLUMN,
  column: FIRST_FORMULA_COLUMN + Math.floor(index / FORMULAS_PER_COLUMN),
});

function formulasOf({ placement, options, sumsOnly }: Sample): [id: string, formula: string][] {
  return [...flagsByCell(placement, options)].filter(([id]) => !sumsOnly || !id.startsWith("F."));
}

function sheetOf(sample: Sample, id: string): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const put = (row: number, column: number, cell: ICellData) => ((cellData[row] ??= {})[column] = cell);
  for (const [key, position] of Object.entries(sample.placement.cells)) {
    put(position!.row, position!.column, cellOf(sample.cells[key as CellKey]!));
  }
  formulasOf(sample).forEach(([, formula], index) => {
    const { row, column } = formulaPlace(index);
    put(row, column, { f: formula });
  });
  return { id, name: id, cellData, rowCount: FORMULAS_PER_COLUMN, columnCount: FIRST_FORMULA_COLUMN + 10 };
}

/** The rules and cells that the formulas flag, for each sample. */
async function calculate(samples: readonly Sample[]): Promise<string[][]> {
  const sheets = Object.fromEntries(samples.map((sample, index) => [`s${index}`, sheetOf(sample, `s${index}`)]));
  grid.openWorkbook({ id: `proof-${Math.random()}`, sheetOrder: Object.keys(sheets), sheets });
  // The calculation that opening starts is due a moment later.
  await new Promise((resolve) => setTimeout(resolve, 20));
  await grid.recalculation.settled();
  const workbook = grid.api.getActiveWorkbook()!;
  return samples.map((sample, index) => {
    const sheet = workbook.getSheetBySheetId(`s${index}`)!.getSheet();
    return formulasOf(sample).flatMap(([id, formula], at) => {
      const { row, column } = formulaPlace(at);
      const value = sheet.getCellRaw(row, column)?.v;
      if (value !== 0 && value !== 1) throw new Error(`${sample.name}: ${formula} gives ${JSON.stringify(value)}`);
      return value === 1 ? [id] : [];
    });
  });
}

/** The rules and cells that the checker flags. */
function flagged({ placement, cells, options, sumsOnly }: Sample): string[] {
  const keys = Object.keys(placement.cells) as CellKey[];
  const contents = Object.fromEntries(keys.map((key) => [key, cells[key]!.content]));
  const computed = new Set(keys.filter((key) => cells[key]!.isFormula));
  const { findings } = checkTable({ placement, contents, computed, doubts: [] }, options);
  const ids = findings.flatMap(({ rule, flags }) => flags.map((key) => `${rule} ${key}`));
  return sumsOnly ? ids.filter((id) => !id.startsWith("F.")) : ids;
}

async function prove(samples: readonly Sample[]): Promise<void> {
  for (let start = 0; start < samples.length; start += BATCH) {
    const batch = samples.slice(start, start + BATCH);
    const found = await calculate(batch);
    batch.forEach((sample, index) => {
      const expected = flagged(sample).sort();
      const actual = found[index]!.sort();
      if (expected.join() === actual.join()) return;
      const differing = [...new Set([...expected, ...actual])].filter(
        (id) => expected.includes(id) !== actual.includes(id),
      );
      const seen = Object.fromEntries(Object.entries(sample.cells).map(([key, { content }]) => [key, content]));
      throw new Error(
        `${sample.name} ${JSON.stringify(sample.options)}: ${differing.join(", ")}\n` +
          `${formulasOf(sample).find(([id]) => id === differing[0])?.[1]}\n${JSON.stringify(seen)}`,
      );
    });
  }
}

const written = (contents: Readonly<Record<CellKey, CellContent>>, formulas: readonly boolean[]) =>
  Object.fromEntries(
    Object.entries(contents).map(([key, content], index) => [
      key,
      { content, isFormula: formulas[index % formulas.length]! },
    ]),
  );

function randomSamples(table: Table, count: number, sumsOnly: boolean): Sample[] {
  const placements = Object.entries(placementsOf(table));
  const sample = fc
    .tuple(
      fc.oneof(anyContents(table), { weight: 3, arbitrary: consistentContents(table) }),
      fc.constantFrom(...placements),
      fc.constantFrom(...COMPILED_OPTIONS),
      fc.array(fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)), {
        minLength: 7,
        maxLength: 7,
      }),
    )
    .map(([contents, [name, placement], options, formulas]) => ({
      name: `${table.section} of ${table.format} ${name}`,
      placement,
      cells: written(contents, formulas),
      options,
      sumsOnly,
    }));
  return fc.sample(sample, { numRuns: count * RUNS, seed: SEED });
}

test("on published reports the formulas flag what the checker flags", async () => {
  await prove(
    COMPLETE_REPORTS.flatMap((report) =>
      SECTIONS.flatMap((section) => {
        const { format, numbers } = report.tables[section]!;
        const placement = placeTable(tableOf(format, section));
        const { contents } = fillTable(placement.table, numbers, placement);
        return COMPILED_OPTIONS.map((options) => ({
          name: `${report.id} ${section}`,
          placement,
          cells: written(contents as Record<CellKey, CellContent>, [false]),
          options,
          sumsOnly: section === "section3" && report.id !== "015-hangzhou-2025",
        }));
      }),
    ),
  );
});

test("on each kind of content in each kind of cell the formulas flag what the checker flags", async () => {
  // Every number of section 二 of 2019 and the first 总计 of section 四: all kinds of cell there are.
  const table = tableOf("2019", "section2");
  const contents = fc.sample(anyContent, { numRuns: 30 * table.numbers.length * RUNS, seed: SEED });
  const samples = Array.from({ length: 30 * RUNS }, (_, index) => {
    const part = contents.slice(index * table.numbers.length, (index + 1) * table.numbers.length);
    const cells = Object.fromEntries(table.numbers.map(({ key }, at) => [key, part[at]!]));
    return COMPILED_OPTIONS.map((options) => ({
      name: "kinds",
      placement: placeTable(table),
      cells: written(cells, [index % 2 === 1]),
      options,
      sumsOnly: false,
    }));
  });
  await prove(samples.flat());
});

test.each(FORMATS)("on random tables of %s the formulas flag what the checker flags", async (format) => {
  await prove(randomSamples(tableOf(format, "section4"), 1000, true));
  await prove(randomSamples(tableOf(format, "section3"), 100, true));
  await prove(randomSamples(tableOf(format, "section4"), 30, false));
  await prove(randomSamples(tableOf(format, "section2"), 30, false));
  await prove(randomSamples(tableOf(format, "section3"), 3, false));
});

test.each(FORMATS)("on tables of %s whose totals are formulas and that are filled in part", async (format) => {
  const table = tableOf(format, "section3");
  const terms = totalTerms(table);
  const figure = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 2 }) }, fc.constant(null));
  const numbers = fc.array(figure, { minLength: table.numbers.length, maxLength: table.numbers.length });
  const sample = fc.tuple(numbers, fc.subarray([...terms.keys()]), fc.constantFrom(...COMPILED_OPTIONS), fc.boolean());
  const samples = fc.sample(sample, { numRuns: 60 * RUNS, seed: SEED });
  await prove(
    samples.map(([figures, someTotals, options, isFull]) => {
      const typed = new Map(
        table.numbers.map(({ key }, index) => [key, isFull ? (figures[index] ?? 0) : figures[index]]),
      );
      const calculated = new Set(isFull ? terms.keys() : someTotals);
      const valueOf = (key: CellKey): number | null | undefined =>
        calculated.has(key) ? terms.get(key)!.reduce((sum, term) => sum + (valueOf(term) ?? 0), 0) : typed.get(key);
      const cells = Object.fromEntries(
        table.numbers.map(({ key }) => [key, { content: contentOf(valueOf(key)), isFormula: calculated.has(key) }]),
      );
      return { name: "totals", placement: placeTable(table), cells, options, sumsOnly: true };
    }),
  );
});
