import type { FormatId, SectionId } from "../../tables/table";
import type { OriginId } from "../rule";

export type CrossRuleId = "X.CARRY" | "X.VALID" | "X.PREVITEMS";

/** Which of the two reports a figure stands in: last year's, or the one that is checked. */
export type ReportYear = "previous" | "current";

/** One addend of what a figure must be. */
export interface CrossAddend {
  year: ReportYear;
  /** Column key (per row) or row key (per column). */
  line: string;
  sign: 1 | -1;
}

/**
 * A figure that follows from last year's report, once for each row or once for each column of a table: `figure` of this year
 * is what the addends come to.
 *
 * 核实性, all of them: the notices print no relation between years, and a figure may rightly differ where units were merged
 * or where last year's report was put right afterwards. Somebody has to say so.
 */
export interface CrossRule {
  id: CrossRuleId;
  kind: "cross";
  severity: "warning";
  origins: readonly OriginId[];
  section: SectionId;
  /** The format that both reports must have; null when the lines are there in every format. */
  format: FormatId | null;
  per: "row" | "column";
  /** Column key (per row) or row key (per column). */
  figure: string;
  addends: readonly CrossAddend[];
}
