import type { CheckOptions } from "../../rules/check";
import type { CellContent } from "../../tables/filled";
import type { CellKey, CellKind, SectionId, Table } from "../../tables/table";

export interface InsertRequest {
  /** Name of the reporting unit, as it will stand in the title. */
  unit: string;
  /** Report year; picks the format. */
  year: number;
  sections: readonly SectionId[];
  /** A sheet for each table, or one below the other at the selected cell. */
  where: "newSheets" | "selection";
  /** Whether 总计 cells are typed by hand or are SUM formulas. */
  totals: "typed" | "formulas";
  /** Set after the person confirmed that non-empty cells may be overwritten (OccupiedError named them). */
  overwrite?: boolean;
  /** Tables with what they are filled with, in the place of the blank ones of the year's format. */
  filled?: readonly TableContents[];
}

export interface TableContents {
  table: Table;
  /** A cell that is absent stays blank. */
  contents: Readonly<Partial<Record<CellKey, CellContent>>>;
}

export interface InsertResult {
  /** Full addresses of the inserted tables, as 表三!A2:J27. */
  addresses: readonly string[];
  /** Names of the sheets that were made for them; none when they went to cells of a sheet that was there. */
  sheets: readonly string[];
}

/** What goes into a table beside what is asked for. */
export interface InsertSettings {
  options: CheckOptions;
  /** What Excel says when a cell gets something that is not of its kind; title and message as Excel limits them: 32 and 225 characters. */
  validation: Readonly<Record<CellKind, { title: string; message: string }>>;
}
