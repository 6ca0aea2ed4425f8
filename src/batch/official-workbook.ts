import { SECTIONS } from "../tables/formats";
import { SECTION_NAMES } from "../tables/sections";
import { addOfficialSheet, type OfficialHead, type OfficialSettings, type OfficialTable } from "./official-sheet";

export interface OfficialReport extends OfficialHead {
  /** At most one of each section, in any order. */
  tables: readonly OfficialTable[];
}

/** Stands in the file as the program that made it. */
const CREATOR = "Gouji";

/**
 * A new workbook of official tables, as the pane inserts them: a sheet for each table, named 表二, 表三 and 表四, with title,
 * merges, widths, looks, A4 pages, validation, unlocked number cells and the native flags. For files that nobody had before;
 * to change a file of somebody's, patch it (`src/xlsx`) and leave the rest as it was.
 * @returns the bytes of an .xlsx
 */
export async function makeOfficialWorkbook(report: OfficialReport, settings: OfficialSettings): Promise<Uint8Array> {
  // large, and needed by few: fetched when a workbook is made
  const { Workbook } = await import("exceljs");
  const book = new Workbook();
  book.creator = CREATOR;
  book.lastModifiedBy = CREATOR;
  for (const section of SECTIONS) {
    const official = report.tables.find(({ table }) => table.section === section);
    if (!official) continue;
    addOfficialSheet(book.addWorksheet(SECTION_NAMES[section].sheet), official, report, settings);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
