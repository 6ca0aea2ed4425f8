import { CellValueType, type ICellData, type IObjectMatrixPrimitiveType, type IStyleData } from "@univerjs/core";
import type { CellExtras } from "../extras";
import type { CellPlace, CellRange } from "../../xlsx/address";
import { parseRange } from "../../xlsx/address";
import type { Cell, Row } from "../../xlsx/workbook";
import type { XmlElement } from "../../xlsx/xml";
import { toGridFormula } from "./functions";
import { type LinkUrl, makeDocument, readRuns } from "./rich-text";
import type { StyleTable } from "./style-table";

/** Days between day 0 of the two date systems; the grid knows only the one that begins in 1900. */
const DAYS_TO_1904 = 1462;
/** A format of dates or times, once quoted text, colours and escapes are gone. */
const DATE_CODE = /[ymdhs]|[上下]午/i;
const NOT_CODE = /"[^"]*"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|\\.|_.|\*./gi;

export interface CellSource {
  rows: readonly Row[];
  styles: StyleTable;
  /** Formatted runs by index of the shared string, and by place for inline strings. */
  richStrings: ReadonlyMap<number, XmlElement>;
  richCells: ReadonlyMap<string, XmlElement>;
  links: ReadonlyMap<string, LinkUrl>;
  date1904: boolean;
  /** The formats of a place's row and column. */
  baseStyles(row: number, column: number): IStyleData[];
}

/** Where a cell stands, as a key. */
export function placeKey({ row, column }: CellPlace): string {
  return `${row},${column}`;
}

/** The cells of a sheet as the grid has them. */
export function readCells(source: CellSource): IObjectMatrixPrimitiveType<ICellData> {
  const matrix: IObjectMatrixPrimitiveType<ICellData> = {};
  const spilled = spilledRanges(source.rows);
  for (const { row, cells } of source.rows) {
    const into: Record<number, ICellData> = {};
    for (const cell of cells) {
      const data = readCell(cell, source);
      if (isSpilled(cell, spilled)) delete data.v;
      if (Object.keys(data).length > 0) into[cell.column] = data;
    }
    if (Object.keys(into).length > 0) matrix[row] = into;
  }
  // A link of a cell that holds nothing still is a link.
  for (const [key, url] of source.links) {
    const [row, column] = key.split(",").map(Number) as [number, number];
    const custom: CellExtras = { link: url };
    const cells = (matrix[row] ??= {});
    if (cells[column] === undefined) cells[column] = { custom: { ...custom } };
  }
  return matrix;
}

function readCell(cell: Cell, source: CellSource): ICellData {
  const { style = 0, formula, arrayRange } = cell;
  const data: ICellData = readValue(cell, source);
  const s = source.styles.idOf(style, source.baseStyles(cell.row, cell.column));
  if (s !== undefined) data.s = s;
  if (formula !== undefined && formula !== "") data.f = toGridFormula(formula);
  if (arrayRange !== undefined && data.f) data.ref = arrayRange;
  const custom: CellExtras = {};
  if (source.styles.isUnlocked(style)) custom.unlocked = true;
  const link = source.links.get(placeKey(cell));
  const runs = runsOf(cell, source);
  const isText = typeof cell.value === "string" && !data.f && cell.value !== "";
  if (isText && (link !== undefined || runs !== undefined)) {
    const font = source.styles.fontOf(style);
    const parts = runs ?? [{ text: cell.value as string, style: {} }];
    // A run without a font of its own has the cell's; the grid looks for fonts in the document alone.
    const styled = parts.map((run) => ({ ...run, style: Object.keys(run.style).length > 0 ? run.style : font }));
    const id = `cell-${placeKey(cell)}`;
    data.p = makeDocument(id, styled, link === undefined ? null : { id, url: link });
  } else if (link !== undefined) custom.link = link;
  if (Object.keys(custom).length > 0) data.custom = { ...custom };
  return data;
}

function readValue({ value, format }: Cell, { date1904 }: CellSource): ICellData {
  if (value === null) return {};
  if (typeof value === "number") {
    const isDate = date1904 && format !== undefined && DATE_CODE.test(format.replace(NOT_CODE, ""));
    return { v: isDate ? value + DAYS_TO_1904 : value, t: CellValueType.NUMBER };
  }
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === "object") return { v: value.error, t: CellValueType.STRING };
  // Text that looks like a number or an error must not be taken for one.
  const isAmbiguous = value.trim() !== "" && (Number.isFinite(Number(value)) || value.startsWith("#"));
  return { v: value, t: isAmbiguous ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

function runsOf(cell: Cell, { richStrings, richCells, styles }: CellSource): ReturnType<typeof readRuns> | undefined {
  const item = cell.sharedString === undefined ? richCells.get(placeKey(cell)) : richStrings.get(cell.sharedString);
  return item === undefined ? undefined : readRuns(item, styles.colours);
}

/** Ranges that array formulas fill: their values are results, and would be in the way of the grid's own. */
function spilledRanges(rows: readonly Row[]): (CellRange & { first: Cell })[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      const range = cell.arrayRange === undefined ? null : parseRange(cell.arrayRange);
      return range === null ? [] : [{ ...range, first: cell }];
    }),
  );
}

function isSpilled(cell: Cell, ranges: readonly (CellRange & { first: Cell })[]): boolean {
  return ranges.some(
    ({ first, firstRow, lastRow, firstColumn, lastColumn }) =>
      cell !== first &&
      cell.row >= firstRow &&
      cell.row <= lastRow &&
      cell.column >= firstColumn &&
      cell.column <= lastColumn,
  );
}
