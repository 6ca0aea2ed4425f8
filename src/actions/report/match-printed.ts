import { ExplanationBook } from "../../record/explanation-book";
import type { PrintedExplanation } from "../../record/printed";
import type { Subject } from "../../record/subject";
import type { ReportTexts } from "../texts";
import type { WorkbookView } from "../years";
import { listFindings } from "./findings-section";

/** An explanation of the report sheet, and the warning that it can be taken back for; null when there is none. */
export interface MatchedExplanation {
  printed: PrintedExplanation;
  subject: Subject | null;
}

/**
 * Finds the warnings that printed explanations were written for. A warning is the same when its rule, its place and its whole
 * sentence are: the sentence has every number that the explanation is tied to, so that none of them has changed since. What had
 * lapsed when the sheet was written counts no more now.
 */
export function matchPrinted(
  lost: readonly PrintedExplanation[],
  view: Pick<WorkbookView, "tables" | "reports" | "comparison">,
  texts: ReportTexts,
): MatchedExplanation[] {
  const { explained, objected } = texts.record.states;
  const open = listFindings(view, ExplanationBook.EMPTY, texts).filter(({ subject }) => subject !== null);
  return lost.map((printed) => {
    const counted = printed.state === (printed.objection ? objected : explained);
    const same = open.filter(
      ({ rule, place, message }) =>
        rule === printed.rule && place === printed.place && message === printed.message.replace(/\r\n?/g, "\n"),
    );
    return { printed, subject: counted && same.length === 1 ? same[0]!.subject : null };
  });
}
