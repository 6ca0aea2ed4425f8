import type { Subject } from "./subject";
import type { SubstanceFault } from "./substance";

/** Who did something, and when (ISO 8601, UTC). Nobody has to give a name. */
export interface Signature {
  by: string | null;
  at: string;
}

/** Something that a person wrote. */
export interface Remark extends Signature {
  text: string;
}

/** Why a supervisor had not accepted an explanation, before that was taken back. */
export interface RetractedObjection extends Remark {
  retracted: Signature;
}

/** A person's reason for a warning (核实说明). */
export interface Explanation extends Remark {
  subject: Subject;
  /** Why a supervisor did not accept it. */
  objection: Remark | null;
  /** Objections that were taken back, in the order of time. Whoever reads the explanation sees that there were some. */
  retracted: readonly RetractedObjection[];
  /** Why its text explains nothing. Nobody can write such a text here: it is judged when it is read from a file. */
  fault: SubstanceFault | null;
}

/** Whether a supervisor has spoken of it, be it that the word was taken back: then it is not for the reporter to take away. */
export const isSpokenOf = ({ objection, retracted }: Explanation): boolean =>
  objection !== null || retracted.length > 0;

/** The most that is taken of one text, in characters. */
export const LONGEST_TEXT = 2_000;
export const LONGEST_NAME = 50;

/** What XML cannot carry. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu;

/** A text as it is kept: without blanks around it and what no file can hold, and not longer than allowed. */
export function tidyText(text: string, longest = LONGEST_TEXT): string {
  const plain = text.replace(/\r\n?/g, "\n").replace(UNFIT, "").trim();
  return [...plain].slice(0, longest).join("").trim();
}

export function tidyName(name: string | null): string | null {
  const plain = tidyText((name ?? "").replace(/\s+/g, " "), LONGEST_NAME);
  return plain === "" ? null : plain;
}
