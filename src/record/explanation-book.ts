import type { Explanations } from "../rules/explained";
import type { Finding } from "../rules/finding";
import type { ReportFinding, ReportSubject } from "../rules/report/report-finding";
import type { FilledTable } from "../tables/filled";
import { isSpokenOf, tidyName, tidyText, type Explanation, type Remark, type Signature } from "./explanation";
import { isSameText } from "./same-text";
import { hasSameFigures, placeKey, reportSubjectOf, subjectOf, type Subject } from "./subject";

/**
 * How a warning stands: nobody explained it; explained; explained, but the supervisor does not accept it; explained anew with the
 * very text that was not accepted; explained when the numbers were others; explained in words that say nothing.
 */
export type StandingState = "none" | "explained" | "objected" | "resent" | "lapsed" | "hollow";

export interface Standing {
  state: StandingState;
  /** What the state speaks of: the explanation in force, the one that was not accepted, the last one that lapsed. */
  last: Explanation | null;
  /** Everything else that was ever written about this warning, the latest first. */
  earlier: readonly Explanation[];
}

const NONE: Standing = { state: "none", last: null, earlier: [] };

/** @param present those for the numbers as they are, the latest first */
function stateOf(present: readonly Explanation[]): StandingState {
  const [last] = present;
  if (!last) return "lapsed";
  if (last.objection) return "objected";
  if (last.fault) return "hollow";
  return present.some((entry) => isRefusedText(entry, last.text)) ? "resent" : "explained";
}

const isRefusedText = ({ objection, text }: Explanation, other: string): boolean =>
  objection !== null && isSameText(text, other);

const tidy = ({ text, by, at }: Remark): Remark => ({ text: tidyText(text), by: tidyName(by), at });

function retract(entry: Explanation, retracted: Signature): Explanation {
  const { objection } = entry;
  if (!objection) return entry;
  return { ...entry, objection: null, retracted: [...entry.retracted, { ...objection, retracted }] };
}

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
    const present = all.filter((entry) => hasSameFigures(entry.subject, subject));
    const shown = present[0] ?? all[0]!;
    return { state: stateOf(present), last: shown, earlier: all.filter((entry) => entry !== shown) };
  }

  /** Whether a supervisor did not accept this text for these numbers: to send it again explains nothing. */
  isRefused(subject: Subject, text: string): boolean {
    return this.#refusalsOf(subject, text).length > 0;
  }

  /** Explanations of none of these warnings: the warnings went away, or the tables did. The latest first. */
  unused(subjects: Iterable<Subject>): Explanation[] {
    const used = new Set([...subjects].map(placeKey));
    return this.entries.filter(({ subject }) => !used.has(placeKey(subject))).reverse();
  }

  /** Explains a warning, in place of the explanation for the same numbers; one that a supervisor spoke of stays to be read. */
  explain(subject: Subject, remark: Remark): ExplanationBook {
    const { state, last } = this.standing(subject);
    const entry: Explanation = { ...tidy(remark), subject, objection: null, retracted: [], fault: null };
    return new ExplanationBook([...(state === "lapsed" ? this.entries : this.#without(last)), entry]);
  }

  /** Takes back the explanation that is shown for a warning, unless a supervisor spoke of it: that stays, whoever asks. */
  withdraw(subject: Subject): ExplanationBook {
    return new ExplanationBook(this.#without(this.standing(subject).last));
  }

  /** Says why the explanation in force is not accepted. */
  object(subject: Subject, remark: Remark): ExplanationBook {
    const { state, last } = this.standing(subject);
    if (state !== "explained") return this;
    const objection = tidy(remark);
    return new ExplanationBook(this.entries.map((entry) => (entry === last ? { ...entry, objection } : entry)));
  }

  /** Takes back what was said against the text that is shown; that it was said, and that it was taken back, stays to be read. */
  accept(subject: Subject, { by, at }: Signature): ExplanationBook {
    const { last } = this.standing(subject);
    const refusals = new Set(last ? this.#refusalsOf(subject, last.text) : []);
    const retracted: Signature = { by: tidyName(by), at };
    return new ExplanationBook(this.entries.map((entry) => (refusals.has(entry) ? retract(entry, retracted) : entry)));
  }

  /** The explanations of this text for these numbers that a supervisor did not accept. */
  #refusalsOf(subject: Subject, text: string): Explanation[] {
    const all = this.#byPlace.get(placeKey(subject)) ?? [];
    return all.filter((entry) => isRefusedText(entry, text) && hasSameFigures(entry.subject, subject));
  }

  #without(unwanted: Explanation | null): readonly Explanation[] {
    return this.entries.filter((entry) => entry !== unwanted || isSpokenOf(entry));
  }
}
