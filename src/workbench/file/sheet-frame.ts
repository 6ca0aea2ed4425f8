import {
  BooleanNumber,
  type IColumnData,
  type IFreeze,
  type IRowData,
  type IStyleData,
  type IWorksheetData,
} from "@univerjs/core";
import { LAST_COLUMN, LAST_ROW, parseAddress, type CellRange } from "../../xlsx/address";
import type { Row } from "../../xlsx/workbook";
import { child, children, isTrue, type XmlElement } from "../../xlsx/xml";
import type { LossTally } from "./loss";
import type { StyleTable } from "./style-table";
import { pointsToPixels, type ColumnUnits } from "./units";

/** Rows and columns that a sheet shows at least, and how many more than are used. */
const LEAST_ROWS = 200;
const LEAST_COLUMNS = 26;
const MORE_ROWS = 50;
const MORE_COLUMNS = 6;
const STANDARD_HEIGHT = 15;
/** Where the rows of a view begin that does not say it. */
const NO_FREEZE: IFreeze = { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 };

type Frame = Pick<
  IWorksheetData,
  | "columnCount"
  | "columnData"
  | "defaultColumnWidth"
  | "defaultRowHeight"
  | "freeze"
  | "rightToLeft"
  | "rowCount"
  | "rowData"
  | "showGridlines"
  | "tabColor"
  | "zoomRatio"
>;

export interface FrameSource {
  sheet: string;
  rest: XmlElement;
  rows: readonly Row[];
  merges: readonly CellRange[];
  rowAttributes: ReadonlyMap<number, Record<string, string>>;
  styles: StyleTable;
  columns: ColumnUnits;
  losses: LossTally;
}

/** Everything of a sheet around its cells: sizes of rows and columns, what is hidden, frozen and shown. */
export function readFrame(source: FrameSource): Frame {
  const { rest, styles, columns } = source;
  const format = child(rest, "sheetFormatPr")?.attributes ?? {};
  const { rowCount, columnCount } = sizeOf(source);
  const { defaultColWidth, baseColWidth, defaultRowHeight = STANDARD_HEIGHT } = format;
  const view = children(child(rest, "sheetViews"), "sheetView")[0];
  const { showGridLines, zoomScale, rightToLeft } = view?.attributes ?? {};
  const tab = styles.colours.read(child(child(rest, "sheetPr"), "tabColor"));
  return {
    rowCount,
    columnCount,
    defaultRowHeight: pointsToPixels(Number(defaultRowHeight)),
    defaultColumnWidth:
      defaultColWidth === undefined
        ? columns.standardPixels(baseColWidth === undefined ? undefined : Number(baseColWidth))
        : columns.toPixels(Number(defaultColWidth)),
    rowData: readRows(source),
    columnData: readColumns(source, columnCount),
    tabColor: tab ?? "",
    showGridlines: showGridLines === undefined || isTrue(showGridLines) ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rightToLeft: isTrue(rightToLeft) ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    zoomRatio: Number(zoomScale ?? 100) / 100,
    freeze: readFreeze(view),
  };
}

function sizeOf({ rest, rows, merges, rowAttributes }: FrameSource): { rowCount: number; columnCount: number } {
  let lastRow = 0;
  let lastColumn = 0;
  for (const { row, cells } of rows) {
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, cells.at(-1)?.column ?? 0);
  }
  for (const row of rowAttributes.keys()) lastRow = Math.max(lastRow, row);
  for (const merge of merges) {
    lastRow = Math.max(lastRow, merge.lastRow);
    lastColumn = Math.max(lastColumn, merge.lastColumn);
  }
  for (const { attributes } of children(child(rest, "cols"), "col")) {
    // A run of columns to the end of the sheet says how the rest looks, not that it is used.
    if (Number(attributes.max) <= LAST_COLUMN) lastColumn = Math.max(lastColumn, Number(attributes.max) - 1);
  }
  return {
    rowCount: Math.min(Math.max(LEAST_ROWS, lastRow + 1 + MORE_ROWS), LAST_ROW + 1),
    columnCount: Math.min(Math.max(LEAST_COLUMNS, lastColumn + 1 + MORE_COLUMNS), LAST_COLUMN + 1),
  };
}

function readRows({ rowAttributes, styles, losses, sheet }: FrameSource): Frame["rowData"] {
  const rows: Record<number, Partial<IRowData>> = {};
  let outlined = 0;
  for (const [row, { ht, customHeight, hidden, s, customFormat, outlineLevel }] of rowAttributes) {
    const data: Partial<IRowData> = {};
    if (Number(outlineLevel) > 0) outlined++;
    if (ht !== undefined) {
      data.h = pointsToPixels(Number(ht));
      // A height that nobody set is what the text needed when the file was written; the grid may measure anew.
      data.ia = isTrue(customHeight) ? BooleanNumber.FALSE : BooleanNumber.TRUE;
      if (!isTrue(customHeight)) data.ah = data.h;
    }
    if (isTrue(hidden)) data.hd = BooleanNumber.TRUE;
    if (isTrue(customFormat)) Object.assign(data, formatOf(styles, Number(s ?? 0)));
    if (Object.keys(data).length > 0) rows[row] = data;
  }
  losses.add("outlines", sheet, outlined);
  return rows;
}

function readColumns({ rest, styles, columns, losses, sheet }: FrameSource, count: number): Frame["columnData"] {
  const all: Record<number, Partial<IColumnData>> = {};
  for (const { attributes } of children(child(rest, "cols"), "col")) {
    const { min, max, width, hidden, style, outlineLevel } = attributes;
    if (Number(outlineLevel) > 0) losses.add("outlines", sheet);
    const data: Partial<IColumnData> = formatOf(styles, Number(style ?? 0));
    if (width !== undefined && Number(width) > 0) data.w = columns.toPixels(Number(width));
    if (isTrue(hidden)) data.hd = BooleanNumber.TRUE;
    if (Object.keys(data).length === 0) continue;
    for (let column = Number(min) - 1; column < Math.min(Number(max), count); column++) all[column] = { ...data };
  }
  return all;
}

function formatOf(styles: StyleTable, index: number): { s?: string; custom?: { unlocked: true } } {
  const s = styles.idOf(index, []);
  return { ...(s === undefined ? {} : { s }), ...(styles.isUnlocked(index) ? { custom: { unlocked: true } } : {}) };
}

/** The formats of a place's row and column, where they have some. */
export function baseStyles({
  rest,
  rowAttributes,
  styles,
}: FrameSource): (row: number, column: number) => IStyleData[] {
  const runs = children(child(rest, "cols"), "col").filter(({ attributes }) => Number(attributes.style ?? 0) > 0);
  return (row, column) => {
    const below: IStyleData[] = [];
    const run = runs.find(({ attributes: { min, max } }) => column + 1 >= Number(min) && column + 1 <= Number(max));
    if (run !== undefined) below.push(styles.styleAt(Number(run.attributes.style)));
    const { customFormat, s } = rowAttributes.get(row) ?? {};
    if (isTrue(customFormat)) below.push(styles.styleAt(Number(s ?? 0)));
    return below;
  };
}

function readFreeze(view: XmlElement | undefined): IFreeze {
  const pane = child(view, "pane");
  if (pane === undefined || !pane.attributes.state?.startsWith("frozen")) return { ...NO_FREEZE };
  const xSplit = Number(pane.attributes.xSplit ?? 0);
  const ySplit = Number(pane.attributes.ySplit ?? 0);
  const top = parseAddress(view?.attributes.topLeftCell ?? "A1") ?? { row: 0, column: 0 };
  return {
    xSplit,
    ySplit,
    startRow: ySplit > 0 ? top.row + ySplit : -1,
    startColumn: xSplit > 0 ? top.column + xSplit : -1,
  };
}
