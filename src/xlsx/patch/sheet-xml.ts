import { LAST_COLUMN, LAST_ROW, columnName, formatAddress, formatRange, type CellRange } from "../address";
import { XlsxError } from "../error";
import { attributesXml, escapeText, escapeXstring } from "../escape";
import type { SheetCell, SheetContent, SheetRow } from "./changes";
import { XML_HEAD } from "./dialect";

/** Excel refuses longer text in a cell. */
const MAX_TEXT = 32_767;

/** The part of a worksheet made from nothing. `styles` gives the cell format of each style name. */
export function sheetXml(content: SheetContent, styles: ReadonlyMap<string, number>, namespace: string): string {
  const xml = new SheetXml(content, styles, namespace);
  return [xml.head(), ...content.rows.map((row) => xml.row(row)), xml.tail()].join("");
}

/** The same piece by piece: the head, row after row, the tail. */
export class SheetXml {
  readonly #links: string[] = [];
  #rows = 0;

  constructor(
    private readonly content: Omit<SheetContent, "rows">,
    private readonly styles: ReadonlyMap<string, number>,
    private readonly namespace: string,
  ) {}

  head(): string {
    const { columnWidths = [], frozenRows = 0, print } = this.content;
    return [
      XML_HEAD,
      `<worksheet xmlns="${this.namespace}">`,
      print ? `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` : "",
      viewXml(frozenRows),
      columnsXml(columnWidths),
      `<sheetData>`,
    ].join("");
  }

  row(row: SheetRow): string {
    const index = this.#rows++;
    if (index > LAST_ROW)
      throw new XlsxError({ code: "badChange", reason: "cellReference", detail: this.content.name });
    this.#links.push(...linksXml(row, index));
    return rowXml(row, index, this.styles);
  }

  /** The rows and columns that buttons filter; null when there are none. */
  get filtered(): CellRange | null {
    const { isFiltered = false, columnWidths = [] } = this.content;
    if (!isFiltered || columnWidths.length === 0 || this.#rows === 0) return null;
    return { firstRow: 0, firstColumn: 0, lastRow: this.#rows - 1, lastColumn: columnWidths.length - 1 };
  }

  /** The names that the workbook must have for the sheet, as `definedName` elements: what is filtered, and what each page repeats. */
  names(sheet: number): string[] {
    const { name, print, frozenRows = 0 } = this.content;
    const { filtered } = this;
    const define = (what: string, hidden: boolean, reference: string): string =>
      `<definedName${attributesXml({ name: `_xlnm.${what}`, localSheetId: sheet, hidden: hidden || undefined })}>${escapeText(escapeXstring(`${quoteSheet(name)}!${reference}`))}</definedName>`;
    const last = filtered && `$${columnName(filtered.lastColumn)}$${filtered.lastRow + 1}`;
    return [
      ...(last ? [define("_FilterDatabase", true, `$A$1:${last}`)] : []),
      ...(print && frozenRows > 0 ? [define("Print_Titles", false, `$1:$${frozenRows}`)] : []),
    ];
  }

  /** @param header stands above each printed page, where the content has none of its own */
  tail(header = this.content.print?.header): string {
    const { merges = [], print } = this.content;
    const { filtered } = this;
    return [
      `</sheetData>`,
      filtered ? `<autoFilter ref="${formatRange(filtered)}"/>` : "",
      merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.map((one) => `<mergeCell ref="${formatRange(one)}"/>`).join("")}</mergeCells>`, // prettier-ignore
      this.#links.length === 0 ? "" : `<hyperlinks>${this.#links.join("")}</hyperlinks>`,
      print ? `<pageSetup paperSize="9" fitToHeight="0" orientation="${print.orientation}"/>` : "",
      print && header ? headerXml(header) : "",
      `</worksheet>`,
    ].join("");
  }
}

/** The `c` element of a cell. Text stands in the cell itself, so that the shared strings need no change. */
export function cellXml(prefix: string, address: string, value: SheetCell["value"], style: string | undefined): string {
  const open = (type?: string): string => `<${prefix}c${attributesXml({ r: address, s: style, t: type })}`;
  const v = (text: string): string => `<${prefix}v>${text}</${prefix}v></${prefix}c>`;
  if (value === null) return `${open()}/>`;
  if (typeof value === "boolean") return `${open("b")}>${v(value ? "1" : "0")}`;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new XlsxError({ code: "badChange", reason: "cellValue", detail: address });
    return `${open()}>${v(String(value))}`;
  }
  if (value.length > MAX_TEXT) throw new XlsxError({ code: "badChange", reason: "cellValue", detail: address });
  const text = escapeText(escapeXstring(value));
  return `${open("inlineStr")}><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`;
}

/** The text on the left, the number of the page on the right. `&` begins a code there. */
function headerXml(header: string): string {
  const text = `&L${header.replaceAll("&", "&&")}&R&P / &N`;
  return `<headerFooter><oddHeader>${escapeText(escapeXstring(text))}</oddHeader></headerFooter>`;
}

function viewXml(frozenRows: number): string {
  if (frozenRows === 0) return "";
  const top = formatAddress({ row: frozenRows, column: 0 });
  const pane = attributesXml({ ySplit: frozenRows, topLeftCell: top, activePane: "bottomLeft", state: "frozen" });
  return `<sheetViews><sheetView workbookViewId="0"><pane${pane}/></sheetView></sheetViews>`;
}

function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return "";
  const columns = widths.map(
    (width, index) => `<col${attributesXml({ min: index + 1, max: index + 1, width, customWidth: true })}/>`,
  );
  return `<cols>${columns.join("")}</cols>`;
}

function rowXml({ height, cells }: SheetRow, row: number, styles: ReadonlyMap<string, number>): string {
  const custom = attributesXml({ r: row + 1, ht: height, customHeight: height === undefined ? undefined : true });
  const inner = cells.map((cell, column) => {
    if (cell === null) return "";
    const address = formatAddress({ row, column });
    if (column > LAST_COLUMN) throw new XlsxError({ code: "badChange", reason: "cellReference", detail: address });
    const style = cell.style === undefined ? undefined : styles.get(cell.style);
    if (cell.style !== undefined && style === undefined) {
      throw new XlsxError({ code: "badChange", reason: "cellValue", detail: `${address}: ${cell.style}` });
    }
    return cellXml("", address, cell.value, style?.toString());
  });
  return `<row${custom}>${inner.join("")}</row>`;
}

function linksXml({ cells }: SheetRow, row: number): string[] {
  return cells.flatMap((cell, column) => {
    if (cell?.link === undefined) return [];
    const { sheet, address, tip } = cell.link;
    const shown = cell.value === null ? undefined : escapeXstring(String(cell.value));
    const link = {
      ref: formatAddress({ row, column }),
      location: escapeXstring(`${quoteSheet(sheet)}!${address}`),
      tooltip: tip === undefined ? undefined : escapeXstring(tip),
      display: shown,
    };
    return [`<hyperlink${attributesXml(link)}/>`];
  });
}

/** A sheet's name as it stands before `!`. */
function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
