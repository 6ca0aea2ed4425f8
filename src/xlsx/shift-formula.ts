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

/**
 * A formula as it reads when it is copied by that many rows and columns: relative references move, those with `$` stay.
 * Of a shared formula only the first cell carries the text; the others are this shift of it.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(TOKENS, (token: string, ...rest: unknown[]) => {
    const { c1, c2, r1, r2, column, row } = rest.at(-1) as Record<string, string | undefined>;
    if (c1 !== undefined && c2 !== undefined) return join(shiftColumn(c1, columns), ":", shiftColumn(c2, columns));
    if (r1 !== undefined && r2 !== undefined) return join(shiftRow(r1, rows), ":", shiftRow(r2, rows));
    if (column === undefined || row === undefined || parseAddress(token) === null) return token;
    return join(shiftColumn(column, columns), "", shiftRow(row, rows));
  });
}

function join(from: string | null, between: string, to: string | null): string {
  return from === null || to === null ? "#REF!" : `${from}${between}${to}`;
}

function shiftColumn(name: string, by: number): string | null {
  if (name.startsWith("$")) return name;
  const place = parseAddress(`${name}1`);
  const column = (place?.column ?? LAST_COLUMN) + by;
  return place === null || column < 0 || column > LAST_COLUMN ? null : columnName(column);
}

function shiftRow(name: string, by: number): string | null {
  if (name.startsWith("$")) return name;
  const row = Number(name) + by;
  return row < 1 || row > LAST_ROW + 1 ? null : String(row);
}
