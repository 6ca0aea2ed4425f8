import type { Standing, StandingState } from "./explanation-book";
import { isAnswered, isVindicated } from "./history";

/**
 * Warnings for which somebody has to do something: explain them, explain them anew, or judge the new explanation. And those of which
 * the refusal was taken back: whoever goes over many has to find them.
 */
export type StandingCounts = Readonly<Record<"unexplained" | "refused" | "answered" | "vindicated", number>>;

const COUNTED: Readonly<Record<StandingState, keyof StandingCounts | null>> = {
  none: "unexplained",
  lapsed: "unexplained",
  hollow: "unexplained",
  objected: "refused",
  resent: "refused",
  explained: null,
};

function countedAs(standing: Standing): keyof StandingCounts | null {
  if (isAnswered(standing)) return "answered";
  return isVindicated(standing) ? "vindicated" : COUNTED[standing.state];
}

export function countStandings(standings: readonly (Standing | null)[]): StandingCounts {
  const counts = { unexplained: 0, refused: 0, answered: 0, vindicated: 0 };
  for (const standing of standings) {
    if (!standing) continue;
    const counted = countedAs(standing);
    if (counted) counts[counted] += 1;
  }
  return counts;
}
