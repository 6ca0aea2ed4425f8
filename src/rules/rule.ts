import type { SectionId } from "../tables/table";
import type { SoftRule, SoftRuleId } from "./soft/soft-rule";

export type SumRuleId = "S3.ROW" | "S3.RESULTS" | "S3.BALANCE" | "S4.TOTAL";
export type RuleId = SumRuleId | "F.KIND" | "F.BLANK" | "F.LABEL" | "F.VERSION" | "F.MISSING" | SoftRuleId;

/**
 * `error` blocks (强制性); `warning` passes only with a person's explanation (核实性); `unfilled` passes when the cells are filled
 * (未填); `hint` tells what a person may want to know and never bears on a verdict (提示性).
 */
export type Severity = "error" | "warning" | "unfilled" | "hint";

/** What a broken rule is; only single findings of one may be less. */
export type RuleSeverity = Exclude<Severity, "hint">;

/** The notices that a rule comes from; their names and numbers are in `origins.ts`. */
export type OriginId = "G60" | "G30";

interface RuleBase {
  id: RuleId;
  severity: RuleSeverity;
  origins: readonly OriginId[];
}

/**
 * Two sums that must be equal, once for each row or once for each column of a table. `left` and `right` are column keys
 * (per row) or row keys (per column); `denied.*` stands for all rows that begin so.
 */
export interface SumRule extends RuleBase {
  id: SumRuleId;
  kind: "sum";
  section: SectionId;
  per: "row" | "column";
  left: readonly string[];
  right: readonly string[];
  /** The cells that are flagged in the sheet when the sums differ. */
  flags: readonly string[];
}

/** What each number cell must be by itself. The tests and their formulas are in `cells.ts`. */
export interface CellRule extends RuleBase {
  kind: "cell";
}

/** What the labels of a table must be; found by recognition, which is the only one to see labels. */
export interface LabelRule extends RuleBase {
  kind: "label";
}

/** What the tables of a report must be together. */
export interface ReportRule extends RuleBase {
  kind: "report";
}

export type Rule = SumRule | CellRule | LabelRule | ReportRule | SoftRule;
