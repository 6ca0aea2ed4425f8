import type { IRange } from "@univerjs/core";

/** The size of a sheet in Excel; the grid's own sheets are smaller and grow when something is written beyond. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** A rectangle of cells, 0-based. A whole column has all `SHEET_ROWS`, a whole row all `SHEET_COLUMNS`. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const isWholeColumns = (area: Area): boolean => area.row === 0 && area.rows === SHEET_ROWS;
export const isWholeRows = (area: Area): boolean => area.column === 0 && area.columns === SHEET_COLUMNS;
export const lastRow = (area: Area): number => area.row + area.rows - 1;
export const lastColumn = (area: Area): number => area.column + area.columns - 1;
export const isSingleCell = (area: Area): boolean => area.rows === 1 && area.columns === 1;

export const sameArea = (a: Area, b: Area): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

/** The area from one corner to the other, both included. */
export function spanning(top: number, left: number, bottom: number, right: number): Area {
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

export function intersection(a: Area, b: Area): Area | null {
  const top = Math.max(a.row, b.row);
  const left = Math.max(a.column, b.column);
  const bottom = Math.min(lastRow(a), lastRow(b));
  const right = Math.min(lastColumn(a), lastColumn(b));
  return top > bottom || left > right ? null : spanning(top, left, bottom, right);
}

export function union(a: Area, b: Area): Area {
  return spanning(
    Math.min(a.row, b.row),
    Math.min(a.column, b.column),
    Math.max(lastRow(a), lastRow(b)),
    Math.max(lastColumn(a), lastColumn(b)),
  );
}

/** What is left of an area when another is cut out of it: up to four parts, above, left, right and below. */
export function without(area: Area, hole: Area): Area[] {
  const common = intersection(area, hole);
  if (!common) return [area];
  const parts = [
    { ...area, rows: common.row - area.row },
    { ...common, column: area.column, columns: common.column - area.column },
    { ...common, column: lastColumn(common) + 1, columns: lastColumn(area) - lastColumn(common) },
    { ...area, row: lastRow(common) + 1, rows: lastRow(area) - lastRow(common) },
  ];
  return parts.filter(({ rows, columns }) => rows > 0 && columns > 0);
}

export const isInside = (inner: Area, outer: Area): boolean => {
  const common = intersection(inner, outer);
  return common !== null && sameArea(common, inner);
};

/** Whether the area lies on a sheet of Excel at all. */
export const isOnSheet = (area: Area): boolean =>
  area.row >= 0 &&
  area.column >= 0 &&
  area.rows >= 1 &&
  area.columns >= 1 &&
  lastRow(area) < SHEET_ROWS &&
  lastColumn(area) < SHEET_COLUMNS;

export const fromGridRange = (range: IRange): Area =>
  spanning(range.startRow, range.startColumn, range.endRow, range.endColumn);

export const toGridRange = (area: Area): IRange => ({
  startRow: area.row,
  startColumn: area.column,
  endRow: lastRow(area),
  endColumn: lastColumn(area),
});

/** 0 → "A", 26 → "AA". */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function columnIndex(name: string): number {
  return [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** "B2", "B2:D9", "B:D" or "2:9": without the sheet's name. */
export function formatArea(area: Area): string {
  if (isWholeColumns(area) && !isWholeRows(area)) return `${columnName(area.column)}:${columnName(lastColumn(area))}`;
  if (isWholeRows(area)) return `${area.row + 1}:${lastRow(area) + 1}`;
  const first = `${columnName(area.column)}${area.row + 1}`;
  return isSingleCell(area) ? first : `${first}:${columnName(lastColumn(area))}${lastRow(area) + 1}`;
}

/** The absolute form that formulas and names use: "$B$2:$D$9". */
export function formatAbsolute(area: Area): string {
  return formatArea(area).replace(/[A-Z]+|\d+/g, "$$$&");
}

const PLAIN_SHEET_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LIKE_A_REFERENCE = /^([A-Z]{1,3}\d+|R\d*C\d*|R|C)$/i;

/** The sheet's name as it stands before "!" in an address, in quotes where Excel needs them. */
export function formatSheetName(name: string): string {
  return PLAIN_SHEET_NAME.test(name) && !LIKE_A_REFERENCE.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

const CELLS = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?$/;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/;
const ROWS = /^\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})$/;

/** The area of an address without a sheet's name, or null where it is none. Corners may come in any order. */
export function parseArea(address: string): Area | null {
  const upper = address.trim().toUpperCase();
  let rows: [number, number] = [0, SHEET_ROWS - 1];
  let columns: [number, number] = [0, SHEET_COLUMNS - 1];
  const cells = CELLS.exec(upper);
  const wholeColumns = COLUMNS.exec(upper);
  const wholeRows = ROWS.exec(upper);
  if (cells) {
    const [, left = "", top = "", right = left, bottom = top] = cells;
    rows = [Number(top) - 1, Number(bottom) - 1];
    columns = [columnIndex(left), columnIndex(right)];
  } else if (wholeColumns) {
    const [, left = "", right = ""] = wholeColumns;
    columns = [columnIndex(left), columnIndex(right)];
  } else if (wholeRows) {
    const [, top, bottom] = wholeRows;
    rows = [Number(top) - 1, Number(bottom) - 1];
  } else return null;
  const area = spanning(Math.min(...rows), Math.min(...columns), Math.max(...rows), Math.max(...columns));
  return isOnSheet(area) ? area : null;
}

export interface Reference {
  /** The sheet's name, unquoted; null where the address names none. */
  sheet: string | null;
  address: string;
}

/** Splits "'表 二'!A1:B2" into the sheet's name and the rest. */
export function parseReference(reference: string): Reference {
  const trimmed = reference.trim().replace(/^=/, "");
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(trimmed);
  if (quoted) return { sheet: (quoted[1] ?? "").replaceAll("''", "'"), address: quoted[2] ?? "" };
  const bang = trimmed.lastIndexOf("!");
  return bang < 0
    ? { sheet: null, address: trimmed }
    : { sheet: trimmed.slice(0, bang), address: trimmed.slice(bang + 1) };
}

/** The parts of a list of addresses, separated by commas outside quotes. */
export function splitList(addresses: string): string[] {
  return (addresses.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== "");
}
