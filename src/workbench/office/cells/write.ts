import type { ICellData, IObjectMatrixPrimitiveType, IStyleData, Nullable } from "@univerjs/core";
import { SetRangeValuesCommand } from "@univerjs/sheets";
import type { CellExtras } from "../../extras";
import { type Area, toGridRange } from "../addresses";
import type { Book } from "../book";
import { contentOf, GENERAL } from "./input";
import { numberFormatOf } from "./read";

type CellChanges = IObjectMatrixPrimitiveType<ICellData>;

/**
 * Changes cells of an area, the sheet growing if it must, as one step.
 *
 * @param change what to change in a cell, or null to leave it alone
 */
export function changeCells(
  book: Book,
  sheetId: string,
  area: Area,
  change: (cell: Nullable<ICellData>, row: number, column: number) => ICellData | null,
): void {
  const written = book.writable(sheetId, area);
  const { row: top, column: left, rows, columns } = written;
  const matrix = book.worksheet(sheetId).getCellMatrix();
  const changes: CellChanges = {};
  for (let row = top; row < top + rows; row++) {
    for (let column = left; column < left + columns; column++) {
      const cell = matrix.getValue(row, column);
      const changed = change(cell, row, column);
      if (changed) (changes[row] ??= {})[column] = keepingContent(changed, cell);
    }
  }
  if (Object.keys(changes).length > 0) {
    book.execute(SetRangeValuesCommand, { ...book.target(sheetId), range: toGridRange(written), value: changes });
  }
}

const CONTENT = ["v", "f", "si", "p"] as const;

/**
 * A change that is not of the content says what the content is: the grid takes a cell without a formula for one that lost it,
 * and text of digits for a number.
 */
function keepingContent(change: ICellData, cell: Nullable<ICellData>): ICellData {
  if (!cell || CONTENT.some((key) => change[key] !== undefined)) return change;
  const { t, f, si } = cell;
  return { ...change, ...(t ? { t } : {}), ...(f ? { f } : {}), ...(si ? { si } : {}) };
}

/** Puts values or formulas in; `values` has the area's shape, a null in it leaves its cell alone. */
export function writeContent(book: Book, sheetId: string, area: Area, values: readonly (readonly unknown[])[]): void {
  changeCells(book, sheetId, area, (_, row, column) => {
    const value = values[row - area.row]?.[column - area.column];
    if (value === null || value === undefined) return null;
    const { pattern, ...content } = contentOf(value, numberFormatOf(book, sheetId, row, column));
    return pattern === undefined ? content : { ...content, s: { n: { pattern } } };
  });
}

/** Changes the format of cells. */
export function writeStyles(
  book: Book,
  sheetId: string,
  area: Area,
  style: (row: number, column: number) => Partial<IStyleData> | null,
): void {
  changeCells(book, sheetId, area, (_, row, column) => {
    const changed = style(row, column);
    return changed && { s: changed };
  });
}

export function writeNumberFormats(
  book: Book,
  sheetId: string,
  area: Area,
  patterns: readonly (readonly unknown[])[],
  check: (pattern: unknown) => string,
): void {
  writeStyles(book, sheetId, area, (row, column) => {
    const pattern = patterns[row - area.row]?.[column - area.column];
    if (pattern === null || pattern === undefined) return null;
    const checked = check(pattern);
    return { n: checked === GENERAL || checked === "" ? null : { pattern: checked } };
  });
}

function withoutLink(cell: ICellData): ICellData | null {
  const { link, ...custom } = (cell.custom ?? {}) as CellExtras;
  if (link === undefined && !cell.p) return null;
  return { p: null, v: cell.v ?? null, t: cell.t ?? null, custom: Object.keys(custom).length > 0 ? custom : null };
}

const NO_CONTENT: ICellData = { v: null, t: null, f: null, si: null, p: null };

export type ClearApplyTo = "All" | "Formats" | "Contents" | "Hyperlinks" | "RemoveHyperlinks";

/** Empties cells; what is locked or not stays unless formats are cleared too. */
export function clearCells(book: Book, sheetId: string, area: Area, applyTo: ClearApplyTo): void {
  const inGrid = book.within(sheetId, area);
  if (!inGrid) return;
  const contents = applyTo === "All" || applyTo === "Contents";
  const formats = applyTo === "All" || applyTo === "Formats";
  changeCells(book, sheetId, inGrid, (cell) => {
    if (!cell) return null;
    if (applyTo === "Hyperlinks" || applyTo === "RemoveHyperlinks") return withoutLink(cell);
    return {
      ...(contents ? NO_CONTENT : {}),
      ...(formats ? { s: null, custom: null } : {}),
    };
  });
}
