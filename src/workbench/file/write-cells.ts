import { CellValueType, type ICellData, type IWorksheetData } from "@univerjs/core";
import type { CellExtras } from "../extras";
import { formatAddress, type CellPlace } from "../../xlsx/address";
import { attributesXml, escapeText, escapeXstring } from "../../xlsx/escape";
import { shiftFormula } from "../../xlsx/shift-formula";
import type { ComposedStyles } from "./composed-styles";
import { toFileFormula } from "./functions";
import { linkOf, plainText, stringXml, type LinkUrl } from "./rich-text";
import type { SharedStrings } from "./shared-strings-writer";
import { fontOf } from "./style-table";
import type { StyleSheet } from "./write-styles";

/** Error values that a file can hold; the grid's own become the nearest. */
const ERRORS: Readonly<Record<string, string>> = {
  "#DIV/0!": "#DIV/0!",
  "#N/A": "#N/A",
  "#NAME?": "#NAME?",
  "#NULL!": "#NULL!",
  "#NUM!": "#NUM!",
  "#REF!": "#REF!",
  "#VALUE!": "#VALUE!",
  "#GETTING_DATA": "#N/A",
  "#BUSY!": "#N/A",
  "#CALC!": "#VALUE!",
  "#CYCLE!": "#REF!",
  "#ERROR!": "#VALUE!",
  "#SPILL!": "#VALUE!",
};

/** What the cells of a sheet are written with. */
export interface CellSink {
  sheet: Partial<IWorksheetData>;
  composed: ComposedStyles;
  styles: StyleSheet;
  strings: SharedStrings;
}

/** The cells of a row as XML, and the links on them. */
export interface WrittenRow {
  xml: string;
  links: { place: CellPlace; url: LinkUrl }[];
}

/** The first cells of formulas that others share, by the grid's id of the formula. */
export type SharedFormulas = ReadonlyMap<string, CellPlace & { formula: string }>;

/** Finds the formulas that cells of a sheet share: the grid keeps the text with one of them. */
export function findSharedFormulas({ cellData = {} }: Partial<IWorksheetData>): SharedFormulas {
  const found = new Map<string, CellPlace & { formula: string }>();
  for (const [row, cells] of Object.entries(cellData)) {
    for (const [column, cell] of Object.entries(cells as Record<string, ICellData | null>)) {
      if (cell?.si && cell.f) found.set(cell.si, { row: Number(row), column: Number(column), formula: cell.f });
    }
  }
  return found;
}

/** Writes the cells of one row, from left to right. */
export function writeCells(row: number, shared: SharedFormulas, sink: CellSink): WrittenRow {
  const written: WrittenRow = { xml: "", links: [] };
  const cells = Object.entries(sink.sheet.cellData?.[row] ?? {}) as [string, ICellData | null][];
  for (const [key, cell] of cells.sort(([a], [b]) => Number(a) - Number(b))) {
    if (cell === null) continue;
    const place = { row, column: Number(key) };
    const style = sink.composed.cell(row, place.column, cell.s);
    const extras = (cell.custom ?? {}) as CellExtras;
    const index = sink.styles.cell(style, extras.unlocked === true);
    const formula = formulaOf(cell, place, shared);
    const value = valueXml(cell, formula !== undefined, (text) =>
      sink.strings.add(stringXml(text, cell.p, fontOf(style))),
    );
    const f = formula === undefined ? "" : formulaXml(formula, cell);
    const attributes = attributesXml({ r: formatAddress(place), s: index || undefined, t: value.type });
    written.xml += f + value.xml === "" ? `<c${attributes}/>` : `<c${attributes}>${f}${value.xml}</c>`;
    const url = linkOf(cell.p) ?? extras.link;
    if (url !== undefined) written.links.push({ place, url });
  }
  return written;
}

function formulaOf(cell: ICellData, place: CellPlace, shared: SharedFormulas): string | undefined {
  if (cell.f) return toFileFormula(cell.f);
  const first = cell.si ? shared.get(cell.si) : undefined;
  if (first === undefined) return undefined;
  return shiftFormula(toFileFormula(first.formula), place.row - first.row, place.column - first.column);
}

function formulaXml(formula: string, { ref }: ICellData): string {
  const attributes = attributesXml({ t: ref ? "array" : undefined, ref: ref ?? undefined });
  return `<f${attributes}>${escapeText(escapeXstring(formula))}</f>`;
}

/** The value of a cell, or the cached result of its formula, which stands in the cell itself. */
function valueXml(
  cell: ICellData,
  isFormula: boolean,
  share: (text: string) => number,
): { xml: string; type: string | undefined } {
  const { v, t } = cell;
  const number = (value: number): { xml: string; type: string | undefined } =>
    Number.isFinite(value) ? { xml: `<v>${value}</v>`, type: undefined } : { xml: "", type: undefined };
  if (!cell.p && (v === null || v === undefined)) return { xml: "", type: undefined };
  if (!cell.p && (t === CellValueType.BOOLEAN || typeof v === "boolean")) {
    const isTrue = v === true || v === 1 || v === "1" || String(v).toUpperCase() === "TRUE";
    return { xml: `<v>${isTrue ? 1 : 0}</v>`, type: "b" };
  }
  if (!cell.p && (t === CellValueType.NUMBER || (typeof v === "number" && t === undefined))) return number(Number(v));
  const text = cell.p ? plainText(cell.p) : String(v);
  const error = t === CellValueType.FORCE_STRING || cell.p ? undefined : ERRORS[text];
  if (error !== undefined) return { xml: `<v>${error}</v>`, type: "e" };
  if (isFormula) return { xml: `<v>${escapeText(escapeXstring(text))}</v>`, type: "str" };
  return text === "" ? { xml: "", type: undefined } : { xml: `<v>${share(text)}</v>`, type: "s" };
}
