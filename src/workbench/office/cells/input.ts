import { CellValueType, getNumfmtParseValueFilter, type ICellData } from "@univerjs/core";
import { HostError } from "../host-error";
import { isErrorText } from "./cell-value";

export const GENERAL = "General";
export const TEXT_FORMAT = "@";

/** What a cell becomes when something is put in: content only, and the number format where the input brings one ("12%"). */
export type CellContent = Pick<ICellData, "f" | "p" | "si" | "t" | "v"> & { pattern?: string };

const EMPTY: CellContent = { v: null, t: null, f: null, si: null, p: null };

/**
 * Reads a value the way Excel reads what is typed or assigned to `Range.values`: "=…" is a formula, "12" a number,
 * "１２" stays text, "'12" is text, and in a cell formatted as text everything is.
 *
 * @param pattern the cell's number format
 */
export function contentOf(input: unknown, pattern: string): CellContent {
  if (typeof input === "number") {
    if (!Number.isFinite(input))
      throw new HostError("InvalidArgument", `${input} is not a number that a cell can hold.`);
    return { ...EMPTY, v: input, t: CellValueType.NUMBER };
  }
  if (typeof input === "boolean") return { ...EMPTY, v: input ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof input === "string") return contentOfText(input, pattern);
  throw new HostError("InvalidArgument", `${JSON.stringify(input) ?? "nothing"} is not a value that a cell can hold.`);
}

function contentOfText(input: string, pattern: string): CellContent {
  if (input === "") return EMPTY;
  if (pattern === TEXT_FORMAT) return textContent(input);
  if (input.startsWith("=") && input.length > 1) return { ...EMPTY, f: input };
  if (input.startsWith("'")) return textContent(input.slice(1));
  if (isErrorText(input)) return { ...EMPTY, v: input, t: CellValueType.STRING };
  const truth = /^\s*(?:(true)|false)\s*$/i.exec(input);
  if (truth) return { ...EMPTY, v: truth[1] ? 1 : 0, t: CellValueType.BOOLEAN };
  const parsed = getNumfmtParseValueFilter(input);
  if (typeof parsed?.v !== "number") return textContent(input);
  const brought = pattern === GENERAL && parsed.z !== undefined && parsed.z !== GENERAL ? { pattern: parsed.z } : {};
  return { ...EMPTY, v: parsed.v, t: CellValueType.NUMBER, ...brought };
}

/** Text that the grid would take for a number or a truth value is marked so that it stays text. */
function textContent(text: string): CellContent {
  const mistakable = !Number.isNaN(Number(text)) || /^(true|false)$/i.test(text);
  return { ...EMPTY, v: text, t: mistakable ? CellValueType.FORCE_STRING : CellValueType.STRING };
}
