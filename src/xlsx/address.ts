/** The last row and column of a worksheet, 0-based: XFD1048576. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** A place in a sheet, 0-based. */
export interface CellPlace {
  row: number;
  column: number;
}

/** A rectangle of cells, 0-based, both ends included. */
export interface CellRange {
  firstRow: number;
  firstColumn: number;
  lastRow: number;
  lastColumn: number;
}

const UPPER_A = 65;
const LOWER_A = 97;
const ZERO = 48;
const DOLLAR = 36;

/** The place that an A1 address names (`$` allowed), or null when no worksheet has such a cell. */
export function parseAddress(address: string): CellPlace | null {
  let at = address.charCodeAt(0) === DOLLAR ? 1 : 0;
  let column = 0;
  const letters = at;
  for (; at < address.length; at++) {
    const code = address.charCodeAt(at);
    const letter = code >= LOWER_A ? code - LOWER_A : code - UPPER_A;
    if (letter < 0 || letter > 25) break;
    column = column * 26 + letter + 1;
    if (column > LAST_COLUMN + 1) return null;
  }
  if (at === letters) return null;
  if (address.charCodeAt(at) === DOLLAR) at++;
  if (at === address.length || address.charCodeAt(at) === ZERO) return null;
  let row = 0;
  for (; at < address.length; at++) {
    const digit = address.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return null;
    row = row * 10 + digit;
    if (row > LAST_ROW + 1) return null;
  }
  return { row: row - 1, column: column - 1 };
}

/** The rectangle that `B2:D4` or `B2` names, or null. Corners may come in any order. */
export function parseRange(reference: string): CellRange | null {
  const [from = "", to = from, ...rest] = reference.split(":");
  const a = parseAddress(from);
  const b = parseAddress(to);
  if (a === null || b === null || rest.length > 0) return null;
  return {
    firstRow: Math.min(a.row, b.row),
    firstColumn: Math.min(a.column, b.column),
    lastRow: Math.max(a.row, b.row),
    lastColumn: Math.max(a.column, b.column),
  };
}

/** `AB` for 27. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(UPPER_A + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The A1 address of a place. */
export function formatAddress({ row, column }: CellPlace): string {
  return `${columnName(column)}${row + 1}`;
}

/** `B2:D4`, or `B2` for a single cell. */
export function formatRange(range: CellRange): string {
  const from = formatAddress({ row: range.firstRow, column: range.firstColumn });
  const to = formatAddress({ row: range.lastRow, column: range.lastColumn });
  return from === to ? from : `${from}:${to}`;
}
