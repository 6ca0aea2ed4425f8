import type { Explanation } from "../explanation";
import type { Seal } from "./seal";

/** Supervisors said something else of explanations when the workbook was sealed: the verdict may rest on what is not accepted. */
export interface ObjectionsChange {
  kind: "objections";
  /** Explanations that were not accepted since; none when only the clocks disagree, or objections were removed from the file. */
  refused: number;
  /** Objections that were taken back since. */
  retracted: number;
}

/**
 * What supervisors did after a workbook was sealed, by the times that stand in it; null when nothing is told of that.
 * @param isOther whether something did change; null when the seal, made by an earlier version, does not know
 */
export function objectionsSince(
  { at }: Seal,
  explanations: readonly Explanation[],
  isOther: boolean | null,
): ObjectionsChange | null {
  const since = Date.parse(at);
  const isLater = (time: string): boolean => Date.parse(time) > since;
  const refused = explanations.filter(({ objection }) => objection && isLater(objection.at)).length;
  const taken = explanations.flatMap(({ retracted }) => retracted.map((one) => one.retracted));
  const retracted = taken.filter((one) => isLater(one.at)).length;
  return (isOther ?? refused + retracted > 0) ? { kind: "objections", refused, retracted } : null;
}
