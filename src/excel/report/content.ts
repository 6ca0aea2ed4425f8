import type { Area } from "../../tables/table";

/** What stands on the report sheet; every text is given. */
export interface ReportContent {
  /** Name of the sheet, unless another sheet has it. */
  name: string;
  title: string;
  /** Label and value, one pair a line. */
  facts: readonly (readonly [label: string, value: string | number])[];
  /** One below the other, on the same columns. */
  sections: readonly ReportSection[];
  /** Stand below everything, one a line. */
  notes: readonly string[];
}

/** A list with a heading of its own. */
export interface ReportSection {
  heading: string;
  columns: ReportLine<string>;
  rows: readonly ReportRow[];
}

/** The columns of a list: a narrow one for a number, two for a few words, one for an address, a wide one for sentences. */
export type ReportLine<First> = readonly [first: First, kind: string, subject: string, place: string, message: string];

export interface ReportRow {
  cells: ReportLine<number | "">;
  /** Where the hyperlink of the fourth cell leads; null for what stands nowhere. */
  target: { sheet: string; area: Area } | null;
}
