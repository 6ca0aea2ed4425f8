import { SECTIONS, tableOf } from "../../../src/tables/formats";
import { reportTitle, SECTION_NAMES } from "../../../src/tables/sections";
import type { PublishedReport } from "../../../src/recognise/report/published";
import type { CellKey, SectionId } from "../../../src/tables/table";
import { cellsOf, type Figures, WAYS } from "../../recognise/report/print";
import { numberIn } from "../../recognise/report/fixtures";
import { COMPLETE_REPORTS, type Report } from "../../fixtures/reports";
import { makeDocx, paragraph, tableXml } from "./docx";

export const reportOf = (id: string): Report => COMPLETE_REPORTS.find((report) => report.id === id)!;

/** The rows of a table of a report, as it is printed. */
function rowsOf({ tables }: Report, section: SectionId) {
  const { format, numbers } = tables[section]!;
  const table = tableOf(format, section);
  const figures: Figures = Object.fromEntries(
    (Object.entries(numbers) as [CellKey, number][]).map(([key, value]) => [key, String(value)]),
  );
  return { table, rows: cellsOf(table, figures) };
}

/** The report as its office has it in Word. */
export const docxBody = (report: Report): string =>
  [
    paragraph(reportTitle(report.unit, report.year)),
    ...SECTIONS.flatMap((section) => {
      const { table, rows } = rowsOf(report, section);
      return [paragraph(SECTION_NAMES[section].title), tableXml(table, rows), paragraph("")];
    }),
  ].join("");

export const docxOf = (report: Report): Uint8Array => makeDocx(docxBody(report));

/** The report as a page. */
export const htmlOf = (report: Report): string =>
  [
    `<html><head><title>${reportTitle(report.unit, report.year)}</title></head><body>`,
    ...SECTIONS.flatMap((section) => {
      const { table, rows } = rowsOf(report, section);
      return [`<p>${SECTION_NAMES[section].title}</p>`, WAYS.html.print(table, rows)];
    }),
    "</body></html>",
  ].join("\n");

/** The report as text, cells parted by tabs. */
export const textOf = (report: Report): string =>
  [
    reportTitle(report.unit, report.year),
    ...SECTIONS.flatMap((section) => {
      const { table, rows } = rowsOf(report, section);
      return [SECTION_NAMES[section].title, WAYS.tabs.print(table, rows)];
    }),
  ].join("\n\n");

/** The figures that were read, by section and cell. */
export const figuresIn = ({ tables }: PublishedReport) =>
  Object.fromEntries(
    tables.map(({ placement, contents }) => [
      placement.table.section,
      Object.fromEntries(Object.entries(contents).map(([key, content]) => [key, numberIn(content)])),
    ]),
  );

export const figuresOf = ({ tables }: Report) =>
  Object.fromEntries(SECTIONS.map((section) => [section, tables[section]!.numbers]));
