import fc from "fast-check";
import { recogniseSheet } from "../../src/recognise/sheet";
import type { FilledTable } from "../../src/tables/filled";
import { FORMATS, SECTIONS, tableOf } from "../../src/tables/formats";
import { makeGrid } from "../../src/tables/grid";
import type { CellKey, SectionId } from "../../src/tables/table";
import { anyLayout, layOutAs, type Cell, type Layout } from "./layout";

/** How many random sheets to try; raise it for a longer run. */
const RUNS = Number(process.env.LAYOUT_RUNS ?? 2000);

interface Placed {
  format: "2019" | "2021";
  section: SectionId;
  layout: Layout;
  /** Blank rows above, and columns to the left. */
  down: number;
  right: number;
  title: string | null;
}

const anyPlaced: fc.Arbitrary<Placed> = fc.record({
  format: fc.constantFrom(...FORMATS),
  section: fc.constantFrom(...SECTIONS, "section3" as const),
  layout: anyLayout,
  down: fc.nat(4),
  right: fc.nat(3),
  title: fc.constantFrom("新郑市辛店镇2020年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", null),
});

interface Truth {
  index: number;
  section: SectionId;
  key: CellKey;
}

interface Sheet {
  values: (string | number | null)[][];
  truth: Map<string, Truth>;
  /** First and last row of each table. */
  spans: readonly { section: SectionId; first: number; last: number }[];
}

const at = (row: number, column: number) => `${row},${column}`;

/** Puts the tables one under the other. */
function assemble(tables: readonly Placed[]): Sheet {
  const rows: Cell[][] = [];
  const owners: number[] = [];
  tables.forEach(({ format, section, layout, down, right, title }, index) => {
    const cells = layOutAs(tableOf(format, section), layout, 1000 * (index + 1));
    const before: Cell[][] = Array.from({ length: down }, () => []);
    if (title !== null) before.push([{ value: title }]);
    const pad = Array.from({ length: right }, () => ({ value: null }));
    for (const line of [...before, ...cells.map((one) => [...pad, ...one])]) {
      rows.push(line);
      owners.push(index);
    }
  });
  const width = Math.max(1, ...rows.map(({ length }) => length));
  const truth = new Map<string, Truth>();
  rows.forEach((cells, row) =>
    cells.forEach(({ key }, column) => {
      const index = owners[row]!;
      if (key) truth.set(at(row, column), { index, section: tables[index]!.section, key });
    }),
  );
  const spans = tables.map(({ section }, index) => ({
    section,
    first: owners.indexOf(index),
    last: owners.lastIndexOf(index),
  }));
  return {
    spans,
    values: rows.map((cells) => Array.from({ length: width }, (_, column) => cells[column]?.value ?? null)),
    truth,
  };
}

/** The table in whose rows most of an area lies. */
function ownerOf({ spans }: Sheet, { area, table }: FilledTable["placement"]): number {
  const overlaps = spans.map(({ section, first, last }) =>
    section === table.section ? Math.min(last, area.row + area.rowCount - 1) - Math.max(first, area.row) + 1 : 0,
  );
  return overlaps.indexOf(Math.max(...overlaps));
}

/** What is wrong with the reading of a sheet: numbers taken for others, or lost without a word. */
function faultsOf(sheet: Sheet, found: readonly FilledTable[]): string[] {
  const { truth } = sheet;
  const faults: string[] = [];
  const told = new Set<string>();
  const reported = new Map<number, Set<string>>();
  found.forEach(({ placement, contents, doubts }) => {
    const owners = new Set<number>();
    for (const [key, position] of Object.entries(placement.cells)) {
      const place = at(position!.row, position!.column);
      const real = truth.get(place);
      if (!real || real.section !== placement.table.section || real.key !== key)
        faults.push(`${key} read at ${place}, where ${real ? `${real.section} ${real.key}` : "none"} is`);
      else owners.add(real.index);
      if (!contents[key as CellKey]) faults.push(`${key} has a place and no content`);
      told.add(place);
    }
    if (owners.size > 1)
      faults.push(`tables ${[...owners].join()} taken for one at ${placement.area.row + placement.area.rowCount - 1},`);
    const owner = ownerOf(sheet, placement);
    const known = new Set(placement.table.numbers.map(({ key }) => key as string));
    const said = new Set<string>(doubts.flatMap(({ cells }) => cells));
    for (const { index, key } of truth.values())
      if (index === owner && doubts.length > 0 && !known.has(key)) said.add(key);
    reported.set(owner, new Set([...(reported.get(owner) ?? []), ...said]));
    for (const key of said) if (known.has(key) && contents[key as CellKey]) faults.push(`${key} is doubted and told`);
  });
  for (const [place, { index, key }] of truth) {
    if (!told.has(place) && !reported.get(index)?.has(key))
      faults.push(`${key} of table ${index} at ${place} lost without a word`);
  }
  return faults;
}

test("no number is taken for another or lost without a word, whatever was done to the tables of a sheet", () => {
  const stats = { cells: 0, told: 0 };
  fc.assert(
    fc.property(fc.array(anyPlaced, { minLength: 1, maxLength: 3 }), (tables) => {
      const sheet = assemble(tables);
      const found = recogniseSheet(makeGrid("表", { row: 0, column: 0 }, sheet.values));
      const faults = faultsOf(sheet, found);
      stats.cells += sheet.truth.size;
      stats.told += found.reduce((sum, { placement }) => sum + Object.keys(placement.cells).length, 0);
      if (faults.length > 0) {
        const rows = faults.slice(0, 5).map((fault) => Number(/ at (\d+),/.exec(fault)?.[1] ?? 0));
        const near = (row: number) =>
          rows.some((other) => Math.abs(other - row) < Number(process.env.LAYOUT_NEAR ?? 9));
        const drawn = sheet.values.flatMap((line, row) =>
          near(row)
            ? [
                `${row}: ${line
                  .map((value) =>
                    String(value ?? "")
                      .slice(0, 14)
                      .replaceAll("\n", "⏎"),
                  )
                  .join("|")}`,
              ]
            : [],
        );
        const read = found.map(({ placement: { area, table, cells }, doubts }) =>
          [table.section, table.format, JSON.stringify(area), Object.keys(cells).length]
            .concat(
              doubts.map(
                (doubt) => `${doubt.fault} ${doubt.found ?? doubt.expected.join("/")} (${doubt.cells.length})`,
              ),
            )
            .join(" "),
        );
        throw new Error([...faults.slice(0, 5), ...read, ...drawn].join("\n"));
      }
    }),
    {
      numRuns: RUNS,
      endOnFailure: process.env.LAYOUT_FAST === "1",
      ...(process.env.LAYOUT_SEED ? { seed: Number(process.env.LAYOUT_SEED) } : {}),
    },
  );
  console.log(stats);
});
