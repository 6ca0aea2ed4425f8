import { read, type CellObject } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { checkFile } from "../../src/batch/check-file";
import type { OfficialSettings } from "../../src/batch/official-sheet";
import { makeOfficialWorkbook, type OfficialReport } from "../../src/batch/official-workbook";
import { zhCN } from "../../src/locales";
import { cellAddress } from "../../src/tables/address";
import type { CellContent } from "../../src/tables/filled";
import { SECTIONS, tableOf } from "../../src/tables/formats";
import type { CellKey } from "../../src/tables/table";
import { COMPLETE_REPORTS, expectedOf, type Report } from "../fixtures/reports";

const SETTINGS: OfficialSettings = {
  options: { blankIsZero: false },
  totals: "typed",
  validation: zhCN.sheet.validation,
};

function contentsOf(numbers: Readonly<Record<CellKey, number>>): Record<CellKey, CellContent> {
  const entries = Object.entries(numbers) as [CellKey, number][];
  return Object.fromEntries(entries.map(([key, value]) => [key, { type: "number", value }]));
}

const officialOf = ({ unit, year, tables }: Report): OfficialReport => ({
  unit,
  year,
  tables: SECTIONS.map((section) => ({
    table: tableOf(tables[section]!.format, section),
    contents: contentsOf(tables[section]!.numbers),
  })),
});

const hangzhou = officialOf(COMPLETE_REPORTS.find(({ id }) => id === "015-hangzhou-2025")!);

const cellIn = (bytes: Uint8Array, sheet: string, address: string): CellObject | undefined =>
  read(bytes, { cellFormula: true }).Sheets[sheet]![address] as CellObject | undefined;

describe.each(COMPLETE_REPORTS.map((report) => [report.id, report] as const))("%s", (_id, report) => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await makeOfficialWorkbook(officialOf(report), SETTINGS);
  });

  test("an independent reader finds every label, figure and merge where the form has it", () => {
    const book = read(bytes);
    expect(book.SheetNames).toEqual(["表二", "表三", "表四"]);
    SECTIONS.forEach((section, index) => {
      const sheet = book.Sheets[book.SheetNames[index]!]!;
      const table = tableOf(report.tables[section]!.format, section);
      const at = (row: number, column: number) =>
        (sheet[cellAddress({ row: row + 1, column })] as CellObject | undefined)?.v;
      expect(table.labels.map(({ row, column }) => at(row, column))).toEqual(table.labels.map(({ text }) => text));
      const read = table.numbers.map(({ key, row, column }) => [key, at(row, column)]);
      expect(Object.fromEntries(read)).toEqual(report.tables[section]!.numbers);
      const merged = [...table.labels, ...table.numbers].filter((area) => area.rowCount * area.columnCount > 1);
      expect(sheet["!merges"]).toHaveLength(merged.length + 1);
    });
  });

  test("our own check finds exactly what is known to be wrong in it", () => {
    const checked = checkFile("年报.xlsx", bytes, SETTINGS.options);
    expect(checked).toMatchObject({ year: report.year, error: null });
    const findings = checked.tables.flatMap(({ check }) => check.findings);
    expect(findings.map(({ rule }) => rule)).toEqual(expectedOf(report).tables);
  });
});

test("totals can be formulas that hold what they come to", async () => {
  const bytes = await makeOfficialWorkbook(hangzhou, { ...SETTINGS, totals: "formulas" });
  expect(cellIn(bytes, "表三", "J7")).toMatchObject({ f: "SUM(D7:I7)", v: 5548 });
  expect(checkFile("杭州.xlsx", bytes, SETTINGS.options).verdict).toBe("pass");
});

test("totals that are formulas over blank items leave a file incomplete, not wrong", async () => {
  const contents: Partial<Record<CellKey, CellContent>> = {
    "newlyReceived.naturalPerson": { type: "number", value: 5 },
  };
  const tables = [{ table: tableOf("2021", "section3"), contents }];
  const bytes = await makeOfficialWorkbook({ ...hangzhou, tables }, { ...SETTINGS, totals: "formulas" });
  const { verdict, summary } = checkFile("杭州.xlsx", bytes, SETTINGS.options);
  expect({ verdict, errors: summary.findings.error }).toEqual({ verdict: "incomplete", errors: 0 });
});

test("functions that came after the file format have the prefix by which Excel knows them", async () => {
  const parts = unzipSync(await makeOfficialWorkbook(hangzhou, SETTINGS));
  const formulas = Object.entries(parts).flatMap(([name, part]) =>
    name.startsWith("xl/worksheets/") ? (strFromU8(part).match(/<formula>[^<]*<\/formula>/g) ?? []) : [],
  );
  const later = formulas.filter((formula) => formula.includes("ISFORMULA("));
  expect(later.length).toBeGreaterThan(0);
  for (const formula of later) expect(formula.replaceAll("_xlfn.ISFORMULA(", "")).not.toContain("ISFORMULA(");
});

test("what is no number stays as it was written, and what is not known stays blank", async () => {
  const table = tableOf("2021", "section4");
  const contents: Partial<Record<CellKey, CellContent>> = {
    "review.upheld": { type: "text", text: "3件" },
    "review.corrected": { type: "text", text: "=1+1" },
    "review.pending": { type: "blank" },
  };
  const notes = { "review.upheld": "原文为“3件”。" };
  const report = { unit: "某县", year: 2024, tables: [{ table, contents, notes }] };
  const bytes = await makeOfficialWorkbook(report, SETTINGS);
  expect(read(bytes).SheetNames).toEqual(["表四"]);
  expect(cellIn(bytes, "表四", "A5")).toMatchObject({ t: "s", v: "3件" });
  expect(cellIn(bytes, "表四", "A5")!.c!.map(({ t }) => t)).toEqual([notes["review.upheld"]]);
  expect(cellIn(bytes, "表四", "B5")).toMatchObject({ t: "s", v: "=1+1" });
  expect(cellIn(bytes, "表四", "B5")!.f).toBeUndefined();
  for (const address of ["C5", "D5", "E5"]) expect(cellIn(bytes, "表四", address)?.v).toBeUndefined();
});
