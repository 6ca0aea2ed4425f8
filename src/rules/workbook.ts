import type { FilledTable } from "../tables/filled";
import type { TableCheck, Verdict } from "./check";
import type { Severity } from "./rule";

/** A table with the result of its check. */
export interface CheckedTable {
  filled: FilledTable;
  check: TableCheck;
}

/** What the banner says about a whole workbook. */
export interface Summary {
  verdict: Verdict;
  tables: number;
  findings: Readonly<Record<Severity, number>>;
  /** Cells still to be filled. */
  blanks: number;
  /** Relations that could not be decided. */
  undecided: number;
  /** Warnings that nobody has explained. */
  unexplained: number;
}

/** Adds up checks. A workbook without any table is incomplete: nothing was checked. */
export function summarise(tables: Iterable<CheckedTable>): Summary {
  const findings = { error: 0, warning: 0, hint: 0 };
  const verdicts = new Set<Verdict>();
  let count = 0;
  let blanks = 0;
  let undecided = 0;
  let unexplained = 0;
  for (const { check } of tables) {
    count += 1;
    verdicts.add(check.verdict);
    blanks += check.blanks.length;
    undecided += check.undecided;
    unexplained += check.unexplained;
    for (const finding of check.findings) findings[finding.severity] += 1;
  }
  const verdict = verdicts.has("fail") ? "fail" : count === 0 || verdicts.has("incomplete") ? "incomplete" : "pass";
  return { verdict, tables: count, findings, blanks, undecided, unexplained };
}
