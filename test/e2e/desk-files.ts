import { readFileSync } from "node:fs";
import path from "node:path";
import { SECTIONS } from "../../src/tables/formats";
import type { CellKey, SectionId } from "../../src/tables/table";
import { COMPLETE_REPORTS, type Report } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";

export interface NamedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const named = (name: string, bytes: Uint8Array): NamedFile => ({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });

const base = COMPLETE_REPORTS.find(({ id }) => id === "008-suqian-2023")!;

/** A township's report: every figure of a published one times a small number, so that all sums hold. */
export function townReport(index: number, year = 2023): Report {
  const times = 1 + (index % 5);
  const scale = (section: SectionId) => {
    const table = base.tables[section]!;
    const numbers = Object.entries(table.numbers).map(([key, value]) => {
      const isAmount = key === "fees.amount";
      const isRegulation = key.startsWith("regulations.");
      return [key, isRegulation ? 0 : isAmount ? index + 0.1 : value * times];
    });
    return { ...table, numbers: Object.fromEntries(numbers) as Record<CellKey, number> };
  };
  const tables = Object.fromEntries(
    SECTIONS.map((section) => [section, scale(section)]),
  ) as unknown as Report["tables"];
  return { ...base, unit: `示例县第${index + 1}镇`, year, tables };
}

const locked = readFileSync(path.resolve("test/fixtures/xlsx/excel-password.xlsx"));

type Change = Parameters<typeof makeWorkbook>[1];

/** What is wrong with three of the workbooks, each in its own way. */
const BROKEN: Readonly<Record<number, Change>> = {
  7: (section, key, value) => (section === "section3" && key === "resultsTotal.total" ? value + 9 : value),
  19: (section, key, value) => (section === "section4" && key === "review.total" ? `${value}件` : value),
  31: (section, key, value) => (section === "section3" && key === "granted.research" ? undefined : value),
};
export const BROKEN_AT = Object.keys(BROKEN).map(Number);

/** Forty files of a county: 35 good workbooks, 3 broken ones, one that is no workbook, one that is locked. */
export function countyFiles(year = 2023): NamedFile[] {
  return Array.from({ length: 40 }, (_, index) => {
    const name = `${String(index + 1).padStart(2, "0")}.xlsx`;
    if (index === 38) return named(name, new TextEncoder().encode("<html><body>年报</body></html>"));
    if (index === 39) return named(name, locked);
    return named(name, makeWorkbook(townReport(index, year), BROKEN[index]));
  });
}
