import { isSpokenOf, type Explanation } from "./explanation";
import type { Standing, StandingState } from "./explanation-book";
import { hasSameFigures } from "./subject";

/**
 * How one of the explanations of a warning stands: that in force as the warning does; an earlier one was not accepted and answered
 * by another, was replaced, or was for other numbers.
 */
export type EntryState = StandingState | "answered" | "replaced";

/** An explanation, and what has become of it. */
export interface HistoryEntry {
  state: EntryState;
  explanation: Explanation;
}

function stateOfEarlier(explanation: Explanation, { state, last }: Standing): EntryState {
  if (state === "lapsed" || !last || !hasSameFigures(explanation.subject, last.subject)) return "lapsed";
  if (!explanation.objection) return "replaced";
  return state === "resent" ? "objected" : "answered";
}

/** What was written about a warning before what is shown of it, the latest first. */
export const earlierOf = (standing: Standing): HistoryEntry[] =>
  standing.earlier.map((explanation) => ({ state: stateOfEarlier(explanation, standing), explanation }));

/** More exchanges about one warning nobody reads beside it; the workbook keeps all. */
const MOST_TOLD = 5;

/** What was written before and a supervisor spoke of, the latest first. */
export const answeredIn = (standing: Standing): HistoryEntry[] =>
  earlierOf(standing)
    .filter(({ explanation }) => isSpokenOf(explanation))
    .slice(0, MOST_TOLD);

/** Whether a warning is explained after an explanation for the same numbers was not accepted: the supervisor's answer is wanted. */
export const isAnswered = (standing: Standing): boolean =>
  standing.state === "explained" && earlierOf(standing).some(({ state }) => state === "answered");

/** Whether a warning is explained, and what a supervisor had said against it for the same numbers was taken back. */
export function isVindicated(standing: Standing): boolean {
  if (standing.state !== "explained" || isAnswered(standing)) return false;
  const earlier = earlierOf(standing).filter(({ state }) => state !== "lapsed");
  return [standing.last!, ...earlier.map(({ explanation }) => explanation)].some(
    ({ retracted }) => retracted.length > 0,
  );
}
