import type { Standing, StandingState } from "./explanation-book";
import { isAnswered } from "./history";

/** Warnings for which somebody has to do something: explain them, explain them anew, or judge the new explanation. */
export type StandingCounts = Readonly<Record<"unexplained" | "refused" | "answered", number>>;

const COUNTED: Readonly<Record<StandingState, keyof StandingCounts | null>> = {
  none: "unexplained",
  lapsed: "unexplained",
  hollow: "unexplained",
  objected: "refused",
  resent: "refused",
  explained: null,
};

export function countStandings(standings: readonly (Standing | null)[]): StandingCounts {
  const counts = { unexplained: 0, refused: 0, answered: 0 };
  for (const standing of standings) {
    if (!standing) continue;
    const counted = isAnswered(standing) ? "answered" : COUNTED[standing.state];
    if (counted) counts[counted] += 1;
  }
  return counts;
}
