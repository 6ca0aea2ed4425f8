import type { TableCheck, Verdict } from "../../rules/check";
import type { Severity } from "../../rules/rule";
import type { Summary } from "../../rules/workbook";

/** The sums of `summarise`, kept up to date as checks come and go, so that an edit costs the same however many tables there are. */
export class Tally {
  readonly #verdicts: Record<Verdict, number> = { pass: 0, fail: 0, incomplete: 0 };
  readonly #findings: Record<Severity, number> = { error: 0, warning: 0, unfilled: 0, hint: 0 };
  #tables = 0;
  #blanks = 0;
  #undecided = 0;
  #unexplained = 0;

  add(check: TableCheck): void {
    this.#count(check, 1);
  }

  remove(check: TableCheck): void {
    this.#count(check, -1);
  }

  summary(): Summary {
    const { fail, incomplete } = this.#verdicts;
    const verdict = fail > 0 ? "fail" : this.#tables === 0 || incomplete > 0 ? "incomplete" : "pass";
    return {
      verdict,
      tables: this.#tables,
      findings: { ...this.#findings },
      blanks: this.#blanks,
      undecided: this.#undecided,
      unexplained: this.#unexplained,
      cutSheets: 0,
    };
  }

  #count({ verdict, findings, blanks, undecided, unexplained }: TableCheck, times: 1 | -1): void {
    this.#tables += times;
    this.#verdicts[verdict] += times;
    this.#blanks += times * blanks.length;
    this.#undecided += times * undecided;
    this.#unexplained += times * unexplained;
    for (const finding of findings) this.#findings[finding.severity] += times;
  }
}
