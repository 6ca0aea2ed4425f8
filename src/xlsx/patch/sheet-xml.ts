import { LAST_COLUMN, LAST_ROW, columnName, formatAddress, formatRange, type CellRange } from "../address";
import { XlsxError } from "../error";
import { attributesXml, escapeText, escapeXstring } from "../escape";
import type { SheetCell, SheetContent, SheetRow } from "./changes";
import { XML_HEAD } from "./dialect";

/** Excel refuses longer text in a cell. */
export const MAX_TEXT = 32_767;

/** Excel takes a file with a longer header for damaged; codes count. */
const MAX_HEADER = 255;
/** Inches; the header stands in the upper one. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.75, bottom: 0.5, header: 0.4, footer: 0.3 };

/** A name that only one sheet has, and what it means there. */
export interface SheetName {
  name: string;
  isHidden: boolean;
  reference: string;
}

/**
 * The part of a worksheet made from nothing, piece by piece: the head, row after row, the tail. `styles` gives the cell format of
 * each style name.
 */
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

  /** The names that the workbook must have for the sheet: what is filtered, and what each page repeats. */
  get names(): SheetName[] {
    const { name, print, frozenRows = 0 } = this.content;
    const { filtered } = this;
    const define = (what: string, isHidden: boolean, range: string): SheetName => {
      return { name: `_xlnm.${what}`, isHidden, reference: `${quoteSheet(name)}!${range}` };
    };
    const last = filtered && `$${columnName(filtered.lastColumn)}$${filtered.lastRow + 1}`;
    const head = print?.headRow;
    const [from, to] = head === undefined ? [1, frozenRows] : [head + 1, head + 1];
    return [
      ...(last ? [define("_FilterDatabase", true, `$A$1:${last}`)] : []),
      ...(print && to > 0 ? [define("Print_Titles", false, `$${from}:$${to}`)] : []),
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
      print ? `<pageMargins${attributesXml(MARGINS)}/>` : "",
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

/** A name of one sheet, named by its place, as the workbook has it. */
export const sheetNameXml = (prefix: string, sheet: number, { name, isHidden, reference }: SheetName): string =>
  `<${prefix}definedName${attributesXml({ name, localSheetId: sheet, hidden: isHidden || undefined })}>${escapeText(escapeXstring(reference))}</${prefix}definedName>`;

/** The text on the left, as much of it as there is room for, the number of the page on the right. `&` begins a code there. */
function headerXml(header: string): string {
  const [left, right] = ["&L", "&R&P / &N"];
  const letters = [...header].map((letter) => (letter === "&" ? "&&" : letter));
  while (left.length + letters.join("").length + right.length > MAX_HEADER) letters.pop();
  const text = `${left}${letters.join("")}${right}`;
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
