import { LAST_COLUMN, LAST_ROW, columnName, parseAddress } from "./address";

/** Text, quoted sheet names and brackets are passed over; then ranges of whole columns and rows, then cells. */
const TOKENS = new RegExp(
  [
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^[\]]*\])*\]/u,
    /(?<![\p{L}\p{N}_.$\\])(?<c1>\$?[A-Za-z]{1,3}):(?<c2>\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_.($!])/u,
    /(?<![\p{L}\p{N}_.$\\])(?<r1>\$?\d{1,7}):(?<r2>\$?\d{1,7})(?![\p{L}\p{N}_.($!])/u,
    /(?<![\p{L}\p{N}_.$\\])(?<column>\$?[A-Za-z]{1,3})(?<row>\$?[1-9]\d{0,6})(?![\p{L}\p{N}_.(!])/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gu",
);

/** What becomes of a reference that is moved off the sheet: `#REF!`, or it comes in again on the other side. */
export type OffSheet = "error" | "wrap";

/**
 * A formula as it reads when it is copied by that many rows and columns: relative references move, those with `$` stay.
 * Of a shared formula only the first cell carries the text; the others are this shift of it.
 */
export function shiftFormula(formula: string, rows: number, columns: number, offSheet: OffSheet = "error"): string {
  const shiftColumn = (name: string): string | null =>
    shift(name, columns, LAST_COLUMN, columnOf, columnName, offSheet);
  const shiftRow = (name: string): string | null => shift(name, rows, LAST_ROW, rowOf, rowName, offSheet);
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(TOKENS, (token: string, ...rest: unknown[]) => {
    const { c1, c2, r1, r2, column, row } = rest.at(-1) as Record<string, string | undefined>;
    if (c1 !== undefined && c2 !== undefined) return join(shiftColumn(c1), ":", shiftColumn(c2));
    if (r1 !== undefined && r2 !== undefined) return join(shiftRow(r1), ":", shiftRow(r2));
    if (column === undefined || row === undefined || parseAddress(token) === null) return token;
    return join(shiftColumn(column), "", shiftRow(row));
  });
}

function join(from: string | null, between: string, to: string | null): string {
  return from === null || to === null ? "#REF!" : `${from}${between}${to}`;
}

const columnOf = (name: string): number => parseAddress(`${name}1`)?.column ?? -1;
const rowOf = (name: string): number => Number(name) - 1;
const rowName = (row: number): string => String(row + 1);

function shift(
  name: string,
  by: number,
  last: number,
  read: (name: string) => number,
  write: (place: number) => string,
  offSheet: OffSheet,
): string | null {
  if (name.startsWith("$")) return name;
  const place = read(name);
  if (place < 0 || place > last) return null;
  const moved = place + by;
  if (moved >= 0 && moved <= last) return write(moved);
  return offSheet === "wrap" ? write((moved + last + 1) % (last + 1)) : null;
}
