import type { CellConcern } from "../../tables/concern";
import type { ReportSubject } from "../../tables/plan";
import type { CellKey } from "../../tables/table";
import type { OfficialSettings, OfficialTable } from "../official-sheet";
import { makeOfficialWorkbook } from "../official-workbook";
import type { DraftTable, ImportDraft } from "./draft";

/** The words of a note on a cell. */
export type DescribeConcern = (concern: CellConcern) => string;

function officialTable({ table, contents, concerns }: DraftTable, describe: DescribeConcern): OfficialTable {
  const notes: Partial<Record<CellKey, string>> = {};
  // a cell that is blank in the report speaks for itself
  for (const [key, concern] of concerns) if (concern.code !== "blank") notes[key] = describe(concern);
  return { table, contents, notes };
}

/** A new workbook of the official tables, filled; each cell that a person should look at has a note that says why. */
export function fillWorkbook(
  { tables }: ImportDraft,
  subject: ReportSubject,
  describe: DescribeConcern,
  settings: OfficialSettings,
): Promise<Uint8Array> {
  return makeOfficialWorkbook({ ...subject, tables: tables.map((table) => officialTable(table, describe)) }, settings);
}
