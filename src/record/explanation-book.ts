import type { Explanations } from "../rules/explained";
import type { Finding } from "../rules/finding";
import type { ReportFinding, ReportSubject } from "../rules/report/report-finding";
import type { FilledTable } from "../tables/filled";
import { tidyName, tidyText, type Explanation, type Remark } from "./explanation";
import { hasSameFigures, placeKey, reportSubjectOf, subjectOf, type Subject } from "./subject";

/**
 * How a warning stands: nobody explained it; explained; explained, but the supervisor does not accept it; explained when the
 * numbers were others; explained in words that say nothing.
 */
export type StandingState = "none" | "explained" | "objected" | "lapsed" | "hollow";

export interface Standing {
  state: StandingState;
  /** What the state speaks of: the explanation in force, the one that was not accepted, the last one that lapsed. */
  last: Explanation | null;
  /** Everything else that was ever written about this warning, the latest first. */
  earlier: readonly Explanation[];
}

const NONE: Standing = { state: "none", last: null, earlier: [] };

/** @param explanation the last one for the numbers as they are */
function stateOf(explanation: Explanation | null): StandingState {
  if (explanation === null) return "lapsed";
  if (explanation.objection) return "objected";
  return explanation.fault ? "hollow" : "explained";
}

const tidy = ({ text, by, at }: Remark): Remark => ({ text: tidyText(text), by: tidyName(by), at });

/**
 * All explanations of a workbook, in the order in which they were written. Immutable. Nothing is lost when numbers change: an
 * explanation waits, and counts again when its numbers come back.
 */
export class ExplanationBook implements Explanations {
  static readonly EMPTY = new ExplanationBook([]);

  /** The latest first. */
  readonly #byPlace = new Map<string, Explanation[]>();

  constructor(readonly entries: readonly Explanation[]) {
    for (const entry of entries) {
      const key = placeKey(entry.subject);
      const others = this.#byPlace.get(key);
      if (others) others.unshift(entry);
      else this.#byPlace.set(key, [entry]);
    }
  }

  isExplained(finding: Finding, filled: FilledTable): boolean {
    return this.entries.length > 0 && this.standing(subjectOf(finding, filled)).state === "explained";
  }

  isReportExplained(finding: ReportFinding, report: ReportSubject): boolean {
    return this.entries.length > 0 && this.standing(reportSubjectOf(finding, report)).state === "explained";
  }

  standing(subject: Subject): Standing {
    const all = this.#byPlace.get(placeKey(subject));
    if (!all) return NONE;
    const last = all.find((entry) => hasSameFigures(entry.subject, subject)) ?? null;
    const shown = last ?? all[0]!;
    return { state: stateOf(last), last: shown, earlier: all.filter((entry) => entry !== shown) };
  }

  /** Explanations of none of these warnings: the warnings went away, or the tables did. The latest first. */
  unused(subjects: Iterable<Subject>): Explanation[] {
    const used = new Set([...subjects].map(placeKey));
    return this.entries.filter(({ subject }) => !used.has(placeKey(subject))).reverse();
  }

  /** Explains a warning, in place of the explanation that is in force; one that was not accepted stays to be read. */
  explain(subject: Subject, remark: Remark): ExplanationBook {
    const { state, last } = this.standing(subject);
    const entry: Explanation = { ...tidy(remark), subject, objection: null, fault: null };
    return new ExplanationBook([
      ...(state === "explained" || state === "hollow" ? this.#without(last) : this.entries),
      entry,
    ]);
  }

  /** Takes back the explanation that is shown for a warning. */
  withdraw(subject: Subject): ExplanationBook {
    return new ExplanationBook(this.#without(this.standing(subject).last));
  }

  /** Says why the explanation in force is not accepted. */
  object(subject: Subject, remark: Remark): ExplanationBook {
    return this.#setObjection(subject, "explained", tidy(remark));
  }

  /** Takes an objection back. */
  accept(subject: Subject): ExplanationBook {
    return this.#setObjection(subject, "objected", null);
  }

  #setObjection(subject: Subject, from: StandingState, objection: Remark | null): ExplanationBook {
    const { state, last } = this.standing(subject);
    if (state !== from) return this;
    return new ExplanationBook(this.entries.map((entry) => (entry === last ? { ...entry, objection } : entry)));
  }

  #without(unwanted: Explanation | null): readonly Explanation[] {
    return this.entries.filter((entry) => entry !== unwanted);
  }
}
