import type { RuleSeverity } from "./rule";

/** How flagged cells look. Absent is as the cell itself looks. */
export interface FlagLook {
  /** `#RRGGBB`. */
  fill: string;
  color: string;
  bold?: true;
  italic?: true;
  /** Dots around each cell; they show on blank cells too. */
  border?: { color: string };
}

/** Of cells that are still open. */
const OPEN: FlagLook = { fill: "#FFF2CC", color: "#7F6000", italic: true, border: { color: "#7F6000" } };

/**
 * The reds and ambers that Excel itself offers for conditional formats. They can be told apart without colours: errors are
 * bold, cells that are still open are italic and dotted around.
 */
export const FLAG_LOOKS: Readonly<Record<RuleSeverity, FlagLook>> = {
  error: { fill: "#FFC7CE", color: "#9C0006", bold: true },
  warning: OPEN,
  unfilled: OPEN,
};
