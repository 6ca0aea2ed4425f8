import { read, write } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { checkFile } from "../../src/batch/check-file";
import { makeOfficialWorkbook } from "../../src/batch/official-workbook";
import { zhCN } from "../../src/locales";
import { SECTIONS, tableOf } from "../../src/tables/formats";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { fixture } from "../xlsx/make";

const report = COMPLETE_REPORTS.find(({ id }) => id === "015-hangzhou-2025")!;
const numbersOf = (section: (typeof SECTIONS)[number]) => Object.entries(report.tables[section]!.numbers);

const officialWorkbook = (): Promise<Uint8Array> =>
  makeOfficialWorkbook(
    {
      unit: report.unit,
      year: report.year,
      tables: SECTIONS.map((section) => ({
        table: tableOf("2021", section),
        contents: Object.fromEntries(numbersOf(section).map(([key, value]) => [key, { type: "number", value }])),
      })),
    },
    { options: { blankIsZero: false }, totals: "formulas", validation: zhCN.sheet.validation },
  );

const PROGRAMS: Readonly<Record<string, (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array>> = {
  "nobody else": (bytes) => bytes,
  exceljs: async (bytes) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    return new Uint8Array(await book.xlsx.writeBuffer());
  },
  SheetJS: (bytes) =>
    new Uint8Array(write(read(bytes, { type: "array" }), { type: "buffer", bookType: "xlsx" }) as Buffer),
  LibreOffice: () => fixture("official-libreoffice.xlsx"),
};

test.each(Object.entries(PROGRAMS))(
  "the official tables, saved by %s, are found whole and pass",
  async (_program, save) => {
    const { verdict, unit, year, tables, error } = checkFile("年报.xlsx", await save(await officialWorkbook()), {
      blankIsZero: false,
    });
    expect({ verdict, unit, year, error }).toEqual({
      verdict: "pass",
      unit: report.unit,
      year: report.year,
      error: null,
    });
    expect(tables.map(({ filled }) => filled.placement.table.section)).toEqual(SECTIONS);
    for (const [index, section] of SECTIONS.entries()) {
      const { contents, doubts } = tables[index]!.filled;
      expect(doubts).toEqual([]);
      for (const [key, value] of numbersOf(section)) {
        expect([key, contents[key as keyof typeof contents]]).toEqual([key, { type: "number", value }]);
      }
    }
  },
);
