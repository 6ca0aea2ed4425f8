import type { UnreadReason } from "../../tables/concern";
import type { FilledTable } from "../../tables/filled";
import type { Narrative } from "../../tables/report";
import type { CellKey, FormatId, SectionId } from "../../tables/table";

/** Ways in which reports are written, and read. */
export type ReaderId = "page" | "cells" | "tabs" | "bars" | "lines" | "layout" | "glued";

/** A published report as far as it could be read. Nothing in it is invented: what is not certain is a doubt or a question. */
export interface PublishedReport extends Narrative {
  /** Of the file or page. */
  name?: string;
  /** In the order of the report; several of one section when the text holds several years. */
  tables: readonly PublishedTable[];
  doubts: readonly ReportDoubt[];
  /** What a person has to decide before the report is whole. */
  questions: readonly ReportQuestion[];
}

/**
 * A table of a report. Its placement is that of the official form, on a sheet of that name: cells that were not read are absent
 * from it and from the contents.
 */
export interface PublishedTable extends FilledTable {
  /** What stands in each cell, as printed. */
  written: Partial<Record<CellKey, string>>;
  /** How it was read. */
  reader: ReaderId;
}

/** Figures that can be read in several ways, all of which agree with the text and with the sum rules. */
export interface ReportQuestion {
  /** `split`: figures run together; `extra`: more figures than the row has cells. */
  code: "split" | "extra";
  /** Place in `tables`. */
  table: number;
  cells: readonly CellKey[];
  /** As printed. */
  written: string;
  /** For each way the texts of the cells, the likeliest first. */
  alternatives: readonly (readonly string[])[];
  /** Whether there are more ways than are listed. */
  hasMore: boolean;
}

/** What a person should know about how the report was read. */
export type ReportDoubt =
  /** No table of a section was found. */
  | { code: "missingTable"; section: SectionId }
  /** A row whose figures could not be told apart. */
  | { code: "unread"; table: number; reason: UnreadReason; cells: readonly CellKey[]; written: string }
  /** Figures run together that only the sum rules told apart. */
  | { code: "bySums"; table: number; cells: readonly CellKey[]; written: string }
  /** Blank cells that were told only by their order after the label. */
  | { code: "byOrder"; table: number; cells: readonly CellKey[]; written: string }
  /** Tables, or parts of one, that follow different formats. */
  | { code: "mixedFormats"; formats: readonly { section: SectionId; format: FormatId }[] }
  /** The text holds reports of several years. */
  | { code: "severalYears"; years: readonly number[] }
  /** A line of figures without any label. */
  | { code: "unlabelled"; written: string };
