import { checkFile } from "../../src/batch/check-file";
import { SECTIONS } from "../../src/tables/formats";
import { fixture } from "../xlsx/make";
import { PROGRAMS, type SaveIn } from "./programs";
import { OFFICIAL_REPORT, officialWorkbook } from "./official-file";

const report = OFFICIAL_REPORT;
const numbersOf = (section: (typeof SECTIONS)[number]) => Object.entries(report.tables[section]!.numbers);

const ALL: Readonly<Record<string, SaveIn>> = {
  "nobody else": (bytes) => bytes,
  ...PROGRAMS,
  LibreOffice: () => fixture("official-libreoffice.xlsx"),
};

test.each(Object.entries(ALL))("the official tables, saved by %s, are found whole and pass", async (_program, save) => {
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
});
