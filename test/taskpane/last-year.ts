import { NOTHING_COUNTED } from "../../src/batch/blank-count";
import { figuresOnly, makeResult } from "../../src/batch/file-result";
import { lastYearIn, type LastYear } from "../../src/batch/units/last-year";
import { PreviousReports } from "../../src/batch/units/match-units";
import { checkTable } from "../../src/rules/check";
import { summarise } from "../../src/rules/workbook";
import { formatOf, SECTIONS, tableOf } from "../../src/tables/formats";
import { fillTable, placeTable, type Given } from "../locales/filled";

/** A report of last year that was read from a file: 0 but for what is given. */
export function lastYearOf(unit: string, year: number, given: Given): LastYear {
  const tables = SECTIONS.map((section) => {
    const table = tableOf(formatOf(year), section);
    const own = Object.fromEntries(
      Object.entries(given).filter(([key]) => table.numbers.some((one) => one.key === key)),
    );
    const filled = fillTable({ ...placeTable(table), unit, year }, own);
    return { filled, check: checkTable(filled, { blankIsZero: false }), repair: null };
  });
  const summary = summarise(tables);
  const { verdict } = summary;
  const file = `${unit}-${year}-校验通过.xlsx`;
  const check = {
    file,
    published: null,
    unit,
    year,
    verdict,
    summary,
    tables,
    reports: [],
    cutSheets: [],
    blanks: NOTHING_COUNTED,
    error: null,
  };
  return lastYearIn(new PreviousReports([figuresOnly(makeResult(check, { withFigures: true, hash: null }))]));
}
