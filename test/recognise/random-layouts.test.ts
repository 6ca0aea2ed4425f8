import fc from "fast-check";
import { recogniseSheet } from "../../src/recognise/sheet";
import type { FilledTable } from "../../src/tables/filled";
import { makeGrid } from "../../src/tables/grid";
import type { CellKey } from "../../src/tables/table";
import { anySheet, placeOf, type Sheet } from "./random-sheet";

/** How many random sheets to try; raise it for a longer run. */
const RUNS = Number(process.env.LAYOUT_RUNS ?? 2000);

/** The tables in whose rows an area lies. */
function ownersOf({ spans }: Sheet, { area, table }: FilledTable["placement"]): number[] {
  const isIn = ({ section, first, last }: Sheet["spans"][number]) =>
    section === table.section && area.row <= last && area.row + area.rowCount > first;
  return spans.flatMap((span, index) => (isIn(span) ? [index] : []));
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
      const place = placeOf(position!);
      const real = truth.get(place);
      if (!real || real.section !== placement.table.section || real.key !== key)
        faults.push(`${key} read at ${place}, where ${real ? `${real.section} ${real.key}` : "none"} is`);
      else owners.add(real.index);
      if (!contents[key as CellKey]) faults.push(`${key} has a place and no content`);
      told.add(place);
    }
    if (owners.size > 1)
      faults.push(`tables ${[...owners].join()} taken for one at ${placement.area.row + placement.area.rowCount - 1},`);
    const known = new Set(placement.table.numbers.map(({ key }) => key as string));
    const said = new Set<string>(doubts.flatMap(({ cells }) => cells));
    for (const owner of ownersOf(sheet, placement)) {
      const keys = reported.get(owner) ?? new Set();
      for (const key of said) keys.add(key);
      // A number that the table's format does not have is told by the label that is unknown in it.
      for (const { index, key } of truth.values()) {
        if (index === owner && doubts.length > 0 && !known.has(key)) keys.add(key);
      }
      reported.set(owner, keys);
    }
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
    fc.property(anySheet, (sheet) => {
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
  // Not by telling nothing: most numbers are read although so much was done to their tables.
  expect(stats.told / stats.cells).toBeGreaterThan(0.85);
});
