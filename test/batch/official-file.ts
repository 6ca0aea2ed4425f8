import { makeOfficialWorkbook } from "../../src/batch/official-workbook";
import { zhCN } from "../../src/locales";
import { SECTIONS, tableOf } from "../../src/tables/formats";
import { COMPLETE_REPORTS } from "../fixtures/reports";

export const OFFICIAL_REPORT = COMPLETE_REPORTS.find(({ id }) => id === "015-hangzhou-2025")!;

/** A published report in the official tables as the add-in writes them, with formulas for 总计. */
export function officialWorkbook({ unit, year, tables } = OFFICIAL_REPORT): Promise<Uint8Array> {
  const contentsOf = (section: (typeof SECTIONS)[number]) =>
    Object.fromEntries(
      Object.entries(tables[section]!.numbers).map(([key, value]) => [key, { type: "number" as const, value }]),
    );
  return makeOfficialWorkbook(
    {
      unit,
      year,
      tables: SECTIONS.map((section) => ({ table: tableOf("2021", section), contents: contentsOf(section) })),
    },
    { options: { blankIsZero: false }, totals: "formulas", validation: zhCN.sheet.validation },
  );
}
