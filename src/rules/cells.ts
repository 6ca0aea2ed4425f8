import type { CellContent } from "../tables/filled";
import { KIND_LIMITS } from "../tables/kinds";
import { dayOf } from "../tables/number-format";
import type { CellKind } from "../tables/table";
import { decimalsOf, formatDecimal, toDecimal } from "./decimal";
import type { KindFault } from "./finding";

/**
 * Texts that people put where a number is missing, between bars: empty, "/", "-" and their wide forms. Each is "not filled",
 * never 0. Written as one text so that the sheet's formula can search it too, and stays short.
 */
export const PLACEHOLDERS = "||/|-|—|——|－|／|";

/** A blank cell, or a formula that gives an empty text. */
export function isBlank(content: CellContent): boolean {
  return content.type === "blank" || (content.type === "text" && content.text === "");
}

/** A formula without a result: what it gives nobody knows before a spreadsheet has calculated it. */
export function isUncalculated(content: CellContent): boolean {
  return content.type === "blank" && content.isUncalculated === true;
}

/** A text that says "nothing here", with plain or wide spaces around it or alone. */
export function isPlaceholder(content: CellContent): boolean {
  return content.type === "text" && PLACEHOLDERS.includes(`|${content.text.replace(/^[ \u3000]+|[ \u3000]+$/g, "")}|`);
}

/** Why a number is not of a kind, or null when it is. */
function faultOfNumber(value: number, kind: CellKind): KindFault | null {
  const { minimum, maximum, decimals } = KIND_LIMITS[kind];
  if (minimum !== null && value < minimum) return "negative";
  if (Math.abs(value) > maximum) return "tooLarge";
  if (decimalsOf(value) <= decimals) return null;
  return decimals === 0 ? "fraction" : "decimals";
}

/** Why a content is not a number of its kind; null when it is, and when it is not filled at all. */
export function faultOf(content: CellContent, kind: CellKind): KindFault | null {
  if (isUncalculated(content)) return "uncalculated";
  if (isBlank(content) || isPlaceholder(content)) return null;
  switch (content.type) {
    case "number":
      return content.isDate ? "date" : faultOfNumber(content.value, kind);
    case "text":
    case "boolean":
    case "error":
      return content.type;
    case "blank":
      return null;
  }
}

/** A number as a cell shows it: without what binary floats leave behind. */
const textOf = (value: number): string => (Number.isInteger(value) ? String(value) : formatDecimal(toDecimal(value)));

/** What stands in a cell, in one line. */
export function writtenIn(content: CellContent): string {
  switch (content.type) {
    case "number":
      return (content.isDate && dayOf(content.value)) || textOf(content.value);
    case "boolean":
      return String(content.value).toUpperCase();
    case "text":
      return content.text;
    case "error":
      return content.code;
    case "blank":
      return "";
  }
}
