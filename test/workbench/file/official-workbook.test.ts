import type { ICellData, IStyleData } from "@univerjs/core";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { makeOfficialWorkbook } from "../../../src/batch/official-workbook";
import { insertTables } from "../../../src/excel/insert/insert";
import { SECTIONS, tableOf } from "../../../src/tables/formats";
import type { CellContent } from "../../../src/tables/filled";
import type { CellKey } from "../../../src/tables/table";
import { openWorkbook, type OpenedWorkbook } from "../../../src/workbench/file/open-workbook";
import { RESOURCES, readResource } from "../../../src/workbench/file/resources";
import { saveWorkbook } from "../../../src/workbench/file/save-workbook";
import { REQUEST, SETTINGS } from "../../excel/settings";
import { startHost } from "../host";

const CONTENTS: Partial<Record<CellKey, CellContent>> = {
  "review.upheld": { type: "number", value: 2 },
  "newlyReceived.naturalPerson": { type: "text", text: "=12件" },
  "procurement.amount": { type: "number", value: 0.37 },
};

/** What the pane inserts on new sheets, saved to a file and opened again. */
async function insertedBook(totals: "typed" | "formulas"): Promise<OpenedWorkbook> {
  const host = await startHost();
  await host.settled();
  const filled = SECTIONS.map((section) => ({ table: tableOf("2019", section), contents: CONTENTS }));
  await insertTables({ ...REQUEST, totals, filled }, SETTINGS);
  await host.settled();
  const data = host.grid.api.getActiveWorkbook()!.save();
  const saved = await saveWorkbook(data, host.extras);
  host.dispose();
  return openWorkbook(saved);
}

async function madeBook(totals: "typed" | "formulas"): Promise<OpenedWorkbook> {
  const tables = SECTIONS.map((section) => ({ table: tableOf("2019", section), contents: CONTENTS }));
  const bytes = await makeOfficialWorkbook({ ...REQUEST, tables }, { ...SETTINGS, totals });
  return openWorkbook(bytes);
}

/** The lines around a cell: two neighbours share one, and either may have it in the file. */
function linesAround(row: number, column: number, { bd }: IStyleData): string[] {
  const across = (at: number) => `across ${at},${column}`;
  const down = (at: number) => `down ${row},${at}`;
  const sides = [
    [bd?.t, across(row)],
    [bd?.b, across(row + 1)],
    [bd?.l, down(column)],
    [bd?.r, down(column + 1)],
  ] as const;
  return sides.flatMap(([line, place]) => (line ? [`${place} ${line.s} ${line.cl.rgb ?? ""}`] : []));
}

/** Everything that a person sees of a sheet, and what Excel checks in it. */
function looksOf({ data, extras }: OpenedWorkbook, name: string) {
  const sheet = Object.values(data.sheets).find((one) => one.name === name)!;
  const cells: Record<string, unknown> = {};
  const lines = new Set<string>();
  for (const [row, line] of Object.entries(sheet.cellData!)) {
    for (const [column, { s, v, f }] of Object.entries(line as Record<string, ICellData>)) {
      const style = (typeof s === "string" ? data.styles[s] : s) ?? {};
      const { bg, ff, fs, bl = 0, ht, vt, tb } = style;
      cells[`${row},${column}`] = { v, f, bg, ff, fs, bl, ht, vt, tb };
      for (const around of linesAround(Number(row), Number(column), style)) lines.add(around);
    }
  }
  const validations = readResource<{ uid: string }[]>(data, RESOURCES.validations)[sheet.id!]!;
  const flags = readResource<IConditionFormattingRule[]>(data, RESOURCES.conditionalFormats)[sheet.id!]!;
  return {
    cells,
    lines: [...lines].sort(),
    merges: sheet
      .mergeData!.map(({ startRow, startColumn, endRow, endColumn }) =>
        [startRow, startColumn, endRow, endColumn].join(),
      )
      .sort(),
    widths: (Object.values(sheet.columnData ?? {}) as { w?: number }[]).map(({ w = 0 }) => Math.round(w)),
    heights: (Object.values(sheet.rowData ?? {}) as { h?: number }[]).map(({ h = 0 }) => Math.round(h)),
    flags: flags.map(({ ranges, rule }) => ({ ranges, rule })),
    validations: validations.map((one) => JSON.stringify({ ...one, uid: undefined })).sort(),
    extras: extras.sheets[sheet.id!],
  };
}

describe.each(["typed", "formulas"] as const)("a new file of official tables, totals %s", (totals) => {
  let inserted: OpenedWorkbook;
  let made: OpenedWorkbook;
  beforeAll(async () => {
    inserted = await insertedBook(totals);
    made = await madeBook(totals);
  });

  test("loses nothing in the workbench", () => {
    expect(made.lost).toEqual([]);
  });

  test.each(["表二", "表三", "表四"])("%s is as the pane inserts it", (name) => {
    expect(looksOf(made, name)).toEqual(looksOf(inserted, name));
  });
});
