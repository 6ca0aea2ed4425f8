import { LAST_COLUMN, LAST_ROW, formatAddress, formatRange, parseAddress, parseRange } from "../address";
import { XlsxError, damaged } from "../error";
import { escapeText } from "../escape";
import { listSheets } from "../read-workbook";
import { shiftFormula } from "../shift-formula";
import { unescapeXstring } from "../xml";
import type { CellChange } from "./changes";
import { appendTo, setAttribute, type Edit, type LocatedElement, type LocatedXml } from "./located-xml";
import type { PackageEditor } from "./package-editor";
import { dropCalculationChain } from "./set-sheet";
import { cellXml } from "./sheet-xml";

/** A cell of the sheet with its place, which its element may leave to be counted. */
interface PlacedCell {
  element: LocatedElement;
  row: number;
  column: number;
}

/** Children of the workbook that stand before its calculation properties; `sheets` is always there. */
const BEFORE_CALCULATION = ["sheets", "functionGroups", "externalReferences", "definedNames"];

interface PlacedRow {
  element: LocatedElement;
  row: number;
  cells: PlacedCell[];
}

/** Puts values into cells; a formula there goes, the format stays. */
export function setCells(editor: PackageEditor, changes: readonly CellChange[]): void {
  const bySheet = groupBy(changes, ({ sheet }) => sheet.toLowerCase());
  if (bySheet.size === 0) return;
  const sheets = listSheets(editor.current());
  for (const [name, cells] of bySheet) {
    const sheet = sheets.find((one) => one.name.toLowerCase() === name && one.kind === "worksheet");
    if (sheet === undefined) throw bad("sheetNotFound", cells[0]!.sheet);
    setSheetCells(editor, sheet.part, cells);
  }
  recalculate(editor);
}

/** Cached values of formulas may be old now: the program that opens the file is to calculate all. */
function recalculate(editor: PackageEditor): void {
  const workbook = editor.locate(editor.main);
  const element = workbook.root.children.find(({ name }) => name === "calcPr");
  if (element !== undefined) editor.edit(workbook, [setAttribute(workbook, element, "fullCalcOnLoad", "1")]);
  else {
    const before = workbook.root.children.filter(({ name }) => BEFORE_CALCULATION.includes(name)).at(-1);
    const at = before?.end ?? workbook.root.openEnd;
    editor.edit(workbook, [{ from: at, to: at, text: `<${workbook.prefix}calcPr fullCalcOnLoad="1"/>` }]);
  }
  dropCalculationChain(editor);
}

function setSheetCells(editor: PackageEditor, part: string, changes: readonly CellChange[]): void {
  const xml = editor.locate(part);
  const data = xml.root.children.find(({ name }) => name === "sheetData");
  if (data === undefined) throw damaged("root", part);
  const rows = placeRows(data);
  const edits: Edit[] = [];
  let appended = "";
  const byRow = [...groupBy(changes, ({ row }) => row)].sort(([a], [b]) => a - b);
  for (const [row, cells] of byRow) {
    const sorted = [...new Map(cells.map((one) => [one.column, one])).values()].sort((a, b) => a.column - b.column);
    sorted.forEach(expectPlace);
    const existing = rows.find((one) => one.row === row);
    if (existing !== undefined) edits.push(...editRow(xml, existing, sorted));
    else {
      const inner = sorted.map((cell) => cellXml(xml.prefix, formatAddress(cell), cell.value, undefined)).join("");
      const element = `<${xml.prefix}row r="${row + 1}">${inner}</${xml.prefix}row>`;
      const next = rows.find((one) => one.row > row);
      if (next === undefined) appended += element;
      else edits.push({ from: next.element.start, to: next.element.start, text: element });
    }
  }
  if (appended !== "") edits.push(appendTo(xml, data, appended));
  const replaced = new Set(edits.map(({ from }) => from));
  edits.push(...keepSharedFormulas(xml, rows, replaced), ...widenDimension(xml, changes));
  editor.edit(xml, edits);
}

function expectPlace({ row, column, sheet }: CellChange): void {
  const isIn = Number.isInteger(row) && Number.isInteger(column) && row >= 0 && column >= 0;
  if (!isIn || row > LAST_ROW || column > LAST_COLUMN) throw bad("cellReference", `${sheet} ${row} ${column}`);
}

/** Counts as the reader does: a row or cell without an address follows the one before it. */
function placeRows(data: LocatedElement): PlacedRow[] {
  let row = -1;
  return data.children
    .filter(({ name }) => name === "row")
    .map((element) => {
      row = element.attributes.r === undefined ? row + 1 : Number(element.attributes.r) - 1;
      let column = -1;
      const cells = element.children
        .filter(({ name }) => name === "c")
        .map((cell): PlacedCell => {
          const { r } = cell.attributes;
          column = r === undefined ? column + 1 : (parseAddress(r)?.column ?? column + 1);
          return { element: cell, row, column };
        });
      return { element, row, cells };
    });
}

function editRow(xml: LocatedXml, row: PlacedRow, changes: readonly CellChange[]): Edit[] {
  const edits: Edit[] = [];
  let appended = "";
  for (const change of changes) {
    const existing = row.cells.find(({ column }) => column === change.column);
    const text = cellXml(xml.prefix, formatAddress(change), change.value, existing?.element.attributes.s);
    const next = row.cells.find(({ column }) => column > change.column)?.element;
    if (existing !== undefined) {
      refuseArray(existing, change);
      edits.push({ from: existing.element.start, to: existing.element.end, text });
    } else if (next !== undefined) edits.push({ from: next.start, to: next.start, text });
    else appended += text;
  }
  if (appended !== "") edits.push(appendTo(xml, row.element, appended));
  return edits;
}

/** A cell of an array formula cannot change alone, in Excel as here. */
function refuseArray({ element }: PlacedCell, change: CellChange): void {
  const formula = element.children.find(({ name }) => name === "f");
  const { t, ref } = formula?.attributes ?? {};
  if (t === "array" && ref !== formatAddress(change))
    throw bad("cellValue", `${change.sheet}!${formatAddress(change)}`);
}

/**
 * When the cell goes that carries the text of a shared formula, the others get the formula spelled out.
 * @param replaced where the elements begin that are replaced
 */
function keepSharedFormulas(xml: LocatedXml, rows: readonly PlacedRow[], replaced: ReadonlySet<number>): Edit[] {
  const lost = new Map<string, { formula: string; row: number; column: number }>();
  const edits: Edit[] = [];
  for (const { element, row, column } of rows.flatMap(({ cells }) => cells)) {
    const f = element.children.find(({ name }) => name === "f");
    const { t, si } = f?.attributes ?? {};
    if (f === undefined || t !== "shared" || si === undefined) continue;
    const formula = unescapeXml(xml.text.slice(f.openEnd, f.closeStart));
    if (formula !== "" && replaced.has(element.start)) lost.set(si, { formula, row, column });
    const first = lost.get(si);
    if (first === undefined || replaced.has(element.start)) continue;
    const spelled = escapeText(shiftFormula(first.formula, row - first.row, column - first.column));
    edits.push({ from: f.start, to: f.end, text: `<${xml.prefix}f>${spelled}</${xml.prefix}f>` });
  }
  return edits;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  const plain = text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (entity, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    return ENTITIES[name ?? ""] ?? entity;
  }); // prettier-ignore
  return unescapeXstring(plain);
}

function widenDimension(xml: LocatedXml, changes: readonly CellChange[]): Edit[] {
  const element = xml.root.children.find(({ name }) => name === "dimension");
  const range = parseRange(element?.attributes.ref ?? "");
  if (element === undefined || range === null) return [];
  for (const { row, column } of changes) {
    range.firstRow = Math.min(range.firstRow, row);
    range.lastRow = Math.max(range.lastRow, row);
    range.firstColumn = Math.min(range.firstColumn, column);
    range.lastColumn = Math.max(range.lastColumn, column);
  }
  return [setAttribute(xml, element, "ref", formatRange(range))];
}

function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

function bad(reason: "sheetNotFound" | "cellReference" | "cellValue", detail: string): XlsxError {
  return new XlsxError({ code: "badChange", reason, detail });
}
