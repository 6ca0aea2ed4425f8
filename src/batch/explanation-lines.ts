import type { Remark, RetractedObjection, Signature } from "../record/explanation";
import type { Standing } from "../record/explanation-book";
import { answeredIn, type EntryState, type HistoryEntry } from "../record/history";

/** The words about explanations that are written into results, and printed by the command. */
export interface ExplanationTexts {
  sheet: {
    report: {
      record: {
        states: Readonly<Record<EntryState, string>>;
        signature: (signed: Signature) => string;
        describeObjection: (objection: Remark) => string;
        describeRetracted: (objection: RetractedObjection) => string;
      };
    };
  };
}

/** An explanation with what a supervisor said of it below. */
export interface ExplanationLines {
  state: string;
  /** Null where nothing was written. */
  written: string | null;
  said: readonly string[];
}

function linesOf({ state, explanation }: HistoryEntry, { sheet }: ExplanationTexts): ExplanationLines {
  const { record } = sheet.report;
  const { objection, retracted } = explanation;
  return {
    state: record.states[state],
    written: `${explanation.text} (${record.signature(explanation)})`,
    said: [...retracted.map(record.describeRetracted), ...(objection ? [record.describeObjection(objection)] : [])],
  };
}

/**
 * How a warning stands and what was written about it; then what was written before and not accepted, which is what a new
 * explanation is to be compared with.
 */
export function explanationLines(standing: Standing, texts: ExplanationTexts): ExplanationLines[] {
  const { state, last } = standing;
  const first = last
    ? linesOf({ state, explanation: last }, texts)
    : { state: texts.sheet.report.record.states[state], written: null, said: [] };
  return [first, ...answeredIn(standing).map((entry) => linesOf(entry, texts))];
}
