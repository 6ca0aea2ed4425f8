import type { CrossFinding, SkippedRule, UndecidedYears } from "../rules/cross/cross-finding";
import type { CrossRuleId } from "../rules/cross/cross-rule";
import type { Placement } from "../tables/filled";
import type { FindingText, RuleText } from "./locale";

/** How the report of the year before was found, and why it was not: the codes of `batch/units`. */
export type MatchWay = "name" | "prefix" | "file" | "chosen";
export type MatchDoubt = "several" | "similar" | "year";

/** The words about two years of one unit. */
export interface YearTexts {
  rules: Readonly<Record<CrossRuleId, RuleText>>;
  /** `placement` is that of this year's table. */
  describe: (finding: CrossFinding, placement: Placement) => FindingText;
  /** Which rule was not applied, and why. */
  skipped: (skipped: SkippedRule) => string;
  /** With which report it was compared; empty when the names say so themselves. */
  found: (way: MatchWay, report: string) => string;
  doubtful: (doubt: MatchDoubt, reports: readonly string[]) => string;
  none: string;
  /** A person said that the unit had no report last year. */
  absent: string;
  /** How many figures were not compared, and the cells that hold no number. */
  undecided: (check: UndecidedYears) => string;
  /** Everything was compared and agrees. */
  agrees: (figures: number) => string;
}
