import type { ExplanationBook } from "./explanation-book";
import type { Subject } from "./subject";
import { judgeSubstance, type SubstanceFault } from "./substance";

/** Why a text is not taken: it says nothing, or it is the very one that a supervisor did not accept. */
export type TextFault = SubstanceFault | "refused";

/** Null when a text may be written as the explanation of a warning. */
export const judgeExplanation = (text: string, subject: Subject, book: ExplanationBook): TextFault | null =>
  judgeSubstance(text) ?? (book.isRefused(subject, text) ? "refused" : null);
