import type { CellPosition } from "./filled";
import type { Area } from "./table";

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A1 without the sheet's name. */
export function cellAddress({ row, column }: CellPosition): string {
  return `${columnName(column)}${row + 1}`;
}

export function areaAddress(area: Area): string {
  const first = cellAddress(area);
  if (area.rowCount === 1 && area.columnCount === 1) return first;
  return `${first}:${cellAddress({ row: area.row + area.rowCount - 1, column: area.column + area.columnCount - 1 })}`;
}

/** Sheet names that are not plain words stand between apostrophes in a reference; an apostrophe within is doubled. */
export function sheetReference(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

/** As people read it: 表三!D27. */
export function fullAddress(sheet: string, position: CellPosition): string {
  return `${sheetReference(sheet)}!${cellAddress(position)}`;
}

/** A text that is not an A1 reference to a cell or an area. */
export class AddressError extends SyntaxError {
  constructor(readonly address: string) {
    super(`not an A1 address: "${address}"`);
    this.name = "AddressError";
  }
}

const REFERENCE = /^(?:([A-Z]{1,3})?(\d{1,7})?)(?::([A-Z]{1,3})?(\d{1,7})?)?$/;

function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/**
 * Reads `D27`, `$A$1:C3`, `表三!A1`, `A:C` or `4:7`; a sheet's name in front is passed over.
 * @throws AddressError
 */
export function parseAddress(address: string): Area {
  const plain = address
    .slice(address.lastIndexOf("!") + 1)
    .replaceAll("$", "")
    .toUpperCase();
  const match = REFERENCE.exec(plain);
  if (!match || plain === "") throw new AddressError(address);
  const [, firstColumn, firstRow, lastColumn, lastRow] = match;
  const isArea = plain.includes(":");
  const whole = isArea
    ? (firstColumn === undefined) === (lastColumn === undefined) && (firstRow === undefined) === (lastRow === undefined)
    : firstColumn !== undefined && firstRow !== undefined;
  if (!whole) throw new AddressError(address);
  const columns =
    firstColumn === undefined
      ? [0, MAX_COLUMNS - 1]
      : [columnIndex(firstColumn), columnIndex(lastColumn ?? firstColumn)];
  const rows = firstRow === undefined ? [0, MAX_ROWS - 1] : [Number(firstRow) - 1, Number(lastRow ?? firstRow) - 1];
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  const rowCount = Math.max(...rows) - row + 1;
  const columnCount = Math.max(...columns) - column + 1;
  if (row < 0 || row + rowCount > MAX_ROWS || column + columnCount > MAX_COLUMNS) throw new AddressError(address);
  return { row, column, rowCount, columnCount };
}
