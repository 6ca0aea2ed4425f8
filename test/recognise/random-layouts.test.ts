import fc from "fast-check";
import { recogniseSheet } from "../../src/recognise/sheet";
import { makeGrid } from "../../src/tables/grid";
import { faultsOf } from "./faults";
import { anySheet } from "./random-sheet";

/** How many random sheets to try; raise it for a longer run. */
const RUNS = Number(process.env.LAYOUT_RUNS ?? 2000);

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
