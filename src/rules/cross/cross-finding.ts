import type { CellKey, FormatId, SectionId } from "../../tables/table";
import type { Term } from "../finding-base";
import type { CrossRuleId, ReportYear } from "./cross-rule";

export interface CrossTerm extends Term {
  year: ReportYear;
  sign: 1 | -1;
}

/** A figure of this year that does not follow from last year's report. Numbers are plain decimals in text. */
export interface CrossFinding {
  kind: "cross";
  rule: CrossRuleId;
  severity: "warning";
  /** Key of the row or column at which it stands. */
  line: string;
  /** Cells of this year's table, the figure first. */
  cells: readonly CellKey[];
  flags: readonly CellKey[];
  figure: Term;
  addends: readonly CrossTerm[];
  /** What the addends come to. */
  expected: string;
  /** `figure` − `expected`. */
  difference: string;
}

/**
 * Why a rule could not be applied. `format`: the two reports have different formats, which the rule does not bridge;
 * `currentMissing`, `previousMissing`: a report lacks the table; `currentDoubled`, `previousDoubled`: it has several.
 */
export type CrossObstacle = "format" | "currentMissing" | "previousMissing" | "currentDoubled" | "previousDoubled";

export interface SkippedRule {
  rule: CrossRuleId;
  obstacle: CrossObstacle;
}

/** A cell of either year that holds no number where one is compared. */
export interface OpenFigure {
  year: ReportYear;
  section: SectionId;
  format: FormatId;
  key: CellKey;
}

/** How many figures were not compared, and for want of which. */
export type UndecidedYears = Pick<CrossCheck, "undecided" | "open">;

/** What comparing two years came to. */
export interface CrossCheck {
  findings: readonly CrossFinding[];
  /** Figures that agree. */
  held: number;
  /** Figures that could not be compared because a cell of either year holds no number. */
  undecided: number;
  /** The cells that hold none, each once. */
  open: readonly OpenFigure[];
  skipped: readonly SkippedRule[];
}
