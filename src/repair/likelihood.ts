import type { Suspect } from "./suspects";

/** How sure a likeliest answer is, as a person is told it. `tied`: others are as likely; `likeliest`: others are possible. */
export type Likelihood = "certain" | "likely" | "likeliest" | "tied";

/** @param part all answers for the part of the table that the answer, one of rank 1, is for */
export function likelihoodOf({ certain }: Suspect, part: readonly Suspect[]): Likelihood {
  if (certain) return "certain";
  if (part.filter(({ rank }) => rank === 1).length > 1) return "tied";
  return part.length > 1 ? "likeliest" : "likely";
}
