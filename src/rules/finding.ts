import type { LabelDoubt, Meant } from "../tables/filled";
import type { FindingBase, Term } from "./finding-base";
import type { PlausibilityFinding } from "./soft/soft-finding";

/** One broken rule at one place of a table, as coded data. `src/locales` makes sentences of it. Numbers are plain decimals in text. */
export type Finding = SumFinding | KindFinding | BlankFinding | LabelFinding | PlausibilityFinding;

export interface SumFinding extends FindingBase {
  kind: "sum";
  /** Row or column key at which the sums differ. */
  line: string;
  left: readonly Term[];
  right: readonly Term[];
  leftSum: string;
  rightSum: string;
  /** `leftSum` − `rightSum`. */
  difference: string;
}

/**
 * Why a content is not a number of its cell's kind. `date`: the cell shows its number as a date or a time; `uncalculated`: the file
 * holds no result of the formula.
 */
export type KindFault =
  "text" | "boolean" | "error" | "uncalculated" | "date" | "negative" | "fraction" | "decimals" | "tooLarge";

export interface KindFinding extends FindingBase {
  kind: "kind";
  fault: KindFault;
  /** As it stands in the cell. */
  written: string;
  meant?: Meant;
}

/** All cells of a table that are still to be filled, in one finding. */
export interface BlankFinding extends FindingBase {
  kind: "blank";
}

export interface LabelFinding extends FindingBase {
  kind: "label";
  doubt: LabelDoubt;
}
