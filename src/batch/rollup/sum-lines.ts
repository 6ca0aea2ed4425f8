import type { AnyFinding } from "../../rules/cross/any-finding";
import type { Severity } from "../../rules/rule";
import type { Placement } from "../../tables/filled";
import type { RollUp, SumFinding } from "./roll-up";

/** The words about what is found in a sum; a locale has them. */
export interface SumTexts {
  batch: {
    rollUp: {
      finding: (
        place: string,
        sentence: string,
        units: readonly string[],
        uncounted: SumFinding["uncounted"],
      ) => string;
    };
  };
  describeFinding: (finding: AnyFinding, placement: Placement) => { address: string; sentence: string };
}

/** One finding of a sum, in words. */
export interface SumLine {
  severity: Severity;
  line: string;
}

/** Why the sum does not pass: a line for each finding, with the units that it comes from. */
export function sumLines({ findings }: Pick<RollUp, "findings">, { batch, describeFinding }: SumTexts): SumLine[] {
  return findings.map(({ finding, placement, units, uncounted }) => {
    const { address, sentence } = describeFinding(finding, placement);
    const line = batch.rollUp.finding(`${placement.sheet} ${address}`.trim(), sentence, units, uncounted);
    return { severity: finding.severity, line };
  });
}
