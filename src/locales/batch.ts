import type { Verdict } from "../rules/check";
import type { Summary } from "../rules/workbook";
import type { Severity } from "../rules/rule";

/** Why units are not added up: the codes of `batch/rollup`. */
export type Refusal =
  "nothing" | "notPassed" | "mixedFormats" | "mixedYears" | "doubledUnit" | "doubledTable" | "inexact";

/** What is known of a sum of units. */
export interface RolledFacts {
  units: readonly { unit: string; verdict: Verdict; gaps: number }[];
  summary: Summary;
}

/** The words about many files: in their workbooks, on the command line, in the pane. */
export interface BatchTexts {
  units: {
    sheet: string;
    columns: Readonly<
      Record<"number" | "unit" | "year" | "verdict" | Severity | "blanks" | "first" | "previous" | "file", string>
    >;
  };
  findings: {
    sheet: string;
    columns: Readonly<Record<"number" | "unit" | "severity" | "rule" | "name" | "place" | "message" | "file", string>>;
  };
  rules: { sheet: string; columns: Readonly<Record<"rule" | "name" | "severity" | "findings" | "units", string>> };
  noTables: string;
  /** The file's name of the results, without its ending. */
  resultsFile: string;
  rollUp: {
    parts: { sheet: string; columns: Readonly<Record<"cell" | "place" | "total" | "unit" | "value" | "file", string>> };
    units: { sheet: string; columns: Readonly<Record<"number" | "unit" | "verdict" | "gaps" | "file", string>> };
    /** Stands above the list of units: how many there are, whether all passed, what the rules say of the sum. */
    notes: (rolled: RolledFacts) => readonly string[];
    /** Whose report the sum is, where nobody says it. */
    unit: string;
    refused: Readonly<Record<Refusal, (offending: readonly string[]) => string>>;
  };
}

/** The first few of many names. */
export const MOST_NAMES = 5;
