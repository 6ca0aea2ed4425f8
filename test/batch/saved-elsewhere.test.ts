import { read, write } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { checkFile } from "../../src/batch/check-file";
import { SECTIONS } from "../../src/tables/formats";
import { saveAsWps } from "../fixtures/wps";
import { fixture } from "../xlsx/make";
import { OFFICIAL_REPORT, officialWorkbook } from "./official-file";

const report = OFFICIAL_REPORT;
const numbersOf = (section: (typeof SECTIONS)[number]) => Object.entries(report.tables[section]!.numbers);

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
  "WPS, as far as its own files tell how it writes": saveAsWps,
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
