import type { Area } from "../../tables/table";

/** What stands on the report sheet; every text is given. */
export interface ReportContent {
  /** Name of the sheet, unless another sheet has it. */
  name: string;
  title: string;
  /** Label and value, one pair a line. */
  facts: readonly (readonly [label: string, value: string])[];
  header: ReportLine<string>;
  rows: readonly ReportRow[];
  /** Stand below the list, one a line. */
  notes: readonly string[];
}

/** The columns of the list. */
export interface ReportLine<Number> {
  number: Number;
  severity: string;
  rule: string;
  place: string;
  message: string;
}

export interface ReportRow extends ReportLine<number> {
  /** Where the hyperlink in `place` leads; null for what stands nowhere. */
  target: { sheet: string; area: Area } | null;
}
