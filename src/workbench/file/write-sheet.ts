import {
  BooleanNumber,
  type IColumnData,
  type IFreeze,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import type { SheetExtras } from "../extras";
import { LAST_COLUMN, formatAddress, formatRange } from "../../xlsx/address";
import { attributesXml, escapeXstring } from "../../xlsx/escape";
import { XML_HEAD } from "../../xlsx/patch/dialect";
import { toHex } from "./colours";
import { ComposedStyles } from "./composed-styles";
import { conditionalFormatsXml, type ConditionalRule } from "./conditional-formats";
import { validationsXml, type ValidationRule } from "./data-validations";
import { toFileLink, type LinkNames } from "./links";
import { LINKS, MAIN, type PackageWriter } from "./package-writer";
import { isFitted, pageLayoutXml } from "./page-layout";
import { protectionXml } from "./protection";
import { toFileRange } from "./ranges";
import type { SharedStrings } from "./shared-strings-writer";
import { pixelsToPoints, type ColumnUnits } from "./units";
import { findSharedFormulas, writeCells, type CellSink, type WrittenRow } from "./write-cells";
import type { StyleSheet } from "./write-styles";

/** A sheet with all that the grid and the extras know of it. */
export interface SheetToWrite {
  part: string;
  sheet: Partial<IWorksheetData>;
  extras: SheetExtras | undefined;
  conditionalFormats: readonly ConditionalRule[];
  validations: readonly ValidationRule[];
  /** Whether this is the sheet that shows when the file is opened. */
  isShown: boolean;
}

/** What all sheets of a workbook are written with. */
export interface SheetSink {
  data: IWorkbookData;
  writer: PackageWriter;
  styles: StyleSheet;
  strings: SharedStrings;
  columns: ColumnUnits;
  links: LinkNames;
}

/** The worksheet part. `after` is what follows the page set-up: drawings of notes and the like. */
export function sheetXml(toWrite: SheetToWrite, sink: SheetSink, after: string): string {
  const { sheet, extras, conditionalFormats, validations, isShown } = toWrite;
  const { styles, strings, data, columns } = sink;
  const cells: CellSink = { sheet, composed: new ComposedStyles(data, sheet), styles, strings };
  const rows = writeRows(cells);
  const merges = (sheet.mergeData ?? []).map((merge) => `<mergeCell ref="${formatRange(toFileRange(merge))}"/>`);
  return [
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${LINKS}">`,
    sheetPropertiesXml(sheet, extras),
    viewXml(sheet, isShown),
    formatXml(sheet, columns),
    columnsXml(cells, columns),
    `<sheetData>${rows.map(({ xml }) => xml).join("")}</sheetData>`,
    protectionXml(extras?.protection),
    merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`,
    conditionalFormatsXml(conditionalFormats, styles),
    validationsXml(validations),
    linksXml(rows.flatMap(({ links }) => links), toWrite.part, sink),
    extras === undefined ? "" : pageLayoutXml(extras.pageLayout),
    after,
    `</worksheet>`,
  ].join(""); // prettier-ignore
}

function sheetPropertiesXml({ tabColor }: Partial<IWorksheetData>, extras: SheetExtras | undefined): string {
  const hex = toHex(tabColor);
  const tab = hex === undefined ? "" : `<tabColor rgb="FF${hex}"/>`;
  const fit = extras !== undefined && isFitted(extras.pageLayout) ? `<pageSetUpPr fitToPage="1"/>` : "";
  return tab + fit === "" ? "" : `<sheetPr>${tab}${fit}</sheetPr>`;
}

function viewXml(sheet: Partial<IWorksheetData>, isShown: boolean): string {
  const { freeze, showGridlines, rightToLeft, zoomRatio = 1 } = sheet;
  const zoom = Math.round(zoomRatio * 100);
  const top = freeze === undefined ? { row: 0, column: 0 } : viewTop(freeze);
  const attributes = attributesXml({
    showGridLines: showGridlines === BooleanNumber.FALSE ? false : undefined,
    rightToLeft: rightToLeft === BooleanNumber.TRUE || undefined,
    tabSelected: isShown || undefined,
    zoomScale: zoom === 100 || zoom < 10 || zoom > 400 ? undefined : zoom,
    topLeftCell: top.row > 0 || top.column > 0 ? formatAddress(top) : undefined,
    workbookViewId: 0,
  });
  return `<sheetViews><sheetView${attributes}>${freeze === undefined ? "" : paneXml(freeze)}</sheetView></sheetViews>`;
}

/** The first cell that is frozen. */
function viewTop({ xSplit, ySplit, startRow, startColumn }: IFreeze): { row: number; column: number } {
  return {
    row: ySplit > 0 ? Math.max(0, startRow - ySplit) : 0,
    column: xSplit > 0 ? Math.max(0, startColumn - xSplit) : 0,
  };
}

function paneXml({ xSplit, ySplit, startRow, startColumn }: IFreeze): string {
  if (xSplit <= 0 && ySplit <= 0) return "";
  const pane = attributesXml({
    xSplit: xSplit > 0 ? xSplit : undefined,
    ySplit: ySplit > 0 ? ySplit : undefined,
    topLeftCell: formatAddress({ row: Math.max(0, startRow), column: Math.max(0, startColumn) }),
    activePane: xSplit > 0 && ySplit > 0 ? "bottomRight" : xSplit > 0 ? "topRight" : "bottomLeft",
    state: "frozen",
  });
  return `<pane${pane}/>`;
}

function formatXml({ defaultColumnWidth, defaultRowHeight }: Partial<IWorksheetData>, columns: ColumnUnits): string {
  const isStandard = defaultColumnWidth === undefined || defaultColumnWidth === columns.standardPixels();
  const attributes = attributesXml({
    defaultColWidth: isStandard ? undefined : columns.toWidth(defaultColumnWidth),
    defaultRowHeight: pixelsToPoints(defaultRowHeight ?? 20),
  });
  return `<sheetFormatPr${attributes}/>`;
}

function columnsXml({ sheet, composed, styles }: CellSink, units: ColumnUnits): string {
  const runs: { min: number; max: number; attributes: string }[] = [];
  const all = Object.entries(sheet.columnData ?? {}) as [string, Partial<IColumnData> | null][];
  for (const [key, data] of all.sort(([a], [b]) => Number(a) - Number(b))) {
    if (data === null) continue;
    const column = Number(key);
    const style = composed.column(column);
    const isUnlocked = data.custom?.unlocked === true;
    const attributes = attributesXml({
      width: units.toWidth(data.w ?? sheet.defaultColumnWidth ?? units.standardPixels()),
      style: style === null && !isUnlocked ? undefined : styles.cell(style ?? composed.cell(-1, -1, null), isUnlocked) || undefined,
      hidden: data.hd === BooleanNumber.TRUE || undefined,
      customWidth: data.w === undefined ? undefined : true,
    }); // prettier-ignore
    const last = runs.at(-1);
    if (last !== undefined && last.max === column && last.attributes === attributes) last.max++;
    else runs.push({ min: column + 1, max: column + 1, attributes });
  }
  const last = runs.at(-1);
  if (last === undefined) return "";
  // Columns alike up to the edge of the grid are alike up to the edge of the sheet.
  if (last.max === sheet.columnCount && last.min < last.max) last.max = LAST_COLUMN + 1;
  return `<cols>${runs.map(({ min, max, attributes }) => `<col min="${min}" max="${max}"${attributes}/>`).join("")}</cols>`;
}

function writeRows(sink: CellSink): WrittenRow[] {
  const { cellData = {}, rowData = {} } = sink.sheet;
  const shared = findSharedFormulas(sink.sheet);
  const numbers = new Set([...Object.keys(cellData), ...Object.keys(rowData)].map(Number));
  return [...numbers]
    .sort((a, b) => a - b)
    .flatMap((row) => {
      const attributes = rowAttributes(row, rowData[row], sink);
      const { xml, links } = writeCells(row, shared, sink);
      if (attributes === "" && xml === "") return [];
      return [{ links, xml: `<row r="${row + 1}"${attributes}>${xml}</row>` }];
    });
}

function rowAttributes(row: number, data: Partial<IRowData> | undefined, { composed, styles }: CellSink): string {
  if (!data) return "";
  // A height that the grid measured is a hint; one that a person set is to stay.
  const isMeasured = data.ia !== BooleanNumber.FALSE && data.ah !== undefined;
  const height = isMeasured ? data.ah : data.h;
  const style = composed.row(row);
  const isUnlocked = data.custom?.unlocked === true;
  const hasFormat = style !== null || isUnlocked;
  return attributesXml({
    s: hasFormat ? styles.cell(style ?? composed.cell(-1, -1, null), isUnlocked) : undefined,
    customFormat: hasFormat || undefined,
    ht: height === undefined ? undefined : pixelsToPoints(height),
    hidden: data.hd === BooleanNumber.TRUE || undefined,
    customHeight: height !== undefined && !isMeasured ? true : undefined,
  });
}

function linksXml(links: WrittenRow["links"], part: string, { writer, links: names }: SheetSink): string {
  if (links.length === 0) return "";
  const ids = new Map<string, string>();
  const elements = links.map(({ place, url }) => {
    const { target, location } = toFileLink(url, names);
    let id = target === undefined ? undefined : ids.get(target);
    if (target !== undefined && id === undefined) {
      // Excel takes Chinese in an address, but no blanks.
      id = writer.link(part, "hyperlink", target.replace(/\s/g, encodeURIComponent), true);
      ids.set(target, id);
    }
    const where = location === undefined ? undefined : escapeXstring(location);
    return `<hyperlink${attributesXml({ ref: formatAddress(place), "r:id": id, location: where })}/>`;
  });
  return `<hyperlinks>${elements.join("")}</hyperlinks>`;
}
