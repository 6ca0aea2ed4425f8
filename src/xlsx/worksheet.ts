import { LAST_COLUMN, LAST_ROW, parseAddress, parseRange, type CellRange } from "./address";
import { isoToSerial } from "./dates";
import { XlsxError, damaged } from "./error";
import type { Limits } from "./limits";
import { StringItem } from "./shared-strings";
import { shiftFormula } from "./shift-formula";
import type { Cell, CellValue, Row } from "./workbook";
import { TreeBuilder, child, children, scanXml, unescapeXstring, type XmlElement, type XmlEvents } from "./xml";

/** What is left of the limits for the whole workbook; counted down. */
export interface Budget {
  limits: Limits;
  cells: number;
  /** Characters of formulas that are spelled out from a shared one: the file pays for the text only once. */
  formulaCharacters: number;
}

/** What a worksheet is read with. */
export interface WorksheetContext {
  part: string;
  /** The sheet's name, for errors. */
  sheet: string;
  strings: readonly string[];
  /** Number format codes by cell format. */
  formats: readonly (string | undefined)[];
  date1904: boolean;
  budget: Budget;
  /** Whether cells that hold nothing but a format are kept too. */
  keepBlanks?: boolean;
  /** Told the attributes of every row element that has some beside its number. */
  onRow?: (row: number, attributes: Record<string, string>) => void;
  /** Told the tree of every inline string with formatted runs. */
  onRich?: (row: number, column: number, item: XmlElement) => void;
}

export interface WorksheetContent {
  rows: Row[];
  /** The worksheet element with everything in it except the cells. */
  rest: XmlElement;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** A column and row that no cell has yet. */
const NONE = -1;

/** Reads the cells of a worksheet; the cost follows the cells that are there, not the range that they span. */
export function readWorksheet(bytes: Uint8Array, context: WorksheetContext): WorksheetContent {
  const reader = new WorksheetReader(context);
  scanXml(context.part, bytes, reader);
  if (reader.rest.root === null) throw damaged("xml", context.part);
  return { rows: reader.finish(), rest: reader.rest.root };
}

/** The merged ranges of a worksheet. */
export function readMerges(part: string, rest: XmlElement): CellRange[] {
  return children(child(rest, "mergeCells"), "mergeCell").map(({ attributes: { ref = "" } }) => {
    const range = parseRange(ref);
    if (range === null) throw damaged("cellReference", part, ref);
    return range;
  });
}

class WorksheetReader implements XmlEvents {
  readonly rest = new TreeBuilder();
  private readonly rows: Row[] = [];
  private readonly sharedFormulas = new Map<string, { formula: string; row: number; column: number }>();
  private readonly item = new StringItem();
  private tree: TreeBuilder | null = null;
  private isInSheetData = false;
  /** Rows or cells came in another order than the sheet's. */
  private isUnordered = false;
  private current: Row | null = null;
  private row = NONE;
  private column = NONE;
  private cell: Record<string, string> | null = null;
  private formula: Record<string, string> | null = null;
  private formulaText = "";
  private valueText = "";
  private hasItem = false;
  private into: "value" | "formula" | "item" | null = null;

  constructor(private readonly context: WorksheetContext) {}

  open(name: string, attributes: Record<string, string>): void {
    if (!this.isInSheetData) {
      if (!this.rest.isInside && name !== "worksheet") throw damaged("root", this.context.part, name);
      if (name === "sheetData") this.isInSheetData = true;
      else this.rest.open(name, attributes);
    } else if (this.into === "item") {
      this.item.open(name, attributes);
      this.tree?.open(name, attributes);
    } else if (name === "c") this.openCell(attributes);
    else if (name === "v") this.into = "value";
    else if (name === "row") this.openRow(attributes);
    else if (name === "f") {
      this.formula = attributes;
      this.into = "formula";
    } else if (name === "is") {
      this.item.reset();
      this.hasItem = true;
      this.into = "item";
      if (this.context.onRich !== undefined) {
        this.tree = new TreeBuilder();
        this.tree.open(name, attributes);
      }
    }
  }

  text(text: string): void {
    if (!this.isInSheetData) this.rest.text(text);
    else if (this.into === "value") this.valueText += text;
    else if (this.into === "formula") this.formulaText += text;
    else if (this.into === "item") {
      this.item.take(text);
      this.tree?.text(text);
    }
  }

  close(name: string): void {
    if (!this.isInSheetData) this.rest.close();
    else if (name === "sheetData") this.isInSheetData = false;
    else if (name === "v" || name === "f" || name === "is") this.into = null;
    else if (this.into === "item") {
      this.item.close(name);
      this.tree?.close();
    } else if (name === "c") this.closeCell();
  }

  /** The rows from the top, their cells from the left; of two cells at one place the later counts. */
  finish(): Row[] {
    if (!this.isUnordered) return this.rows;
    const places = new Map<number, Map<number, Cell>>();
    for (const { row, cells } of this.rows) {
      const into = places.get(row) ?? new Map<number, Cell>();
      places.set(row, into);
      for (const cell of cells) into.set(cell.column, cell);
    }
    return [...places]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => ({ row, cells: [...cells.values()].sort((a, b) => a.column - b.column) }));
  }

  private openRow(attributes: Record<string, string>): void {
    const { r } = attributes;
    const row = r === undefined ? this.row + 1 : Number(r) - 1;
    if (!Number.isInteger(row) || row < 0 || row > LAST_ROW) throw damaged("cellReference", this.context.part, r);
    if (row <= this.row) this.isUnordered = true;
    this.row = row;
    this.column = NONE;
    this.current = null;
    this.context.onRow?.(row, attributes);
  }

  private openCell(attributes: Record<string, string>): void {
    const { r } = attributes;
    if (r === undefined) {
      if (++this.column > LAST_COLUMN) throw damaged("cellReference", this.context.part);
    } else {
      const place = parseAddress(r);
      if (place === null || place.row !== this.row) throw damaged("cellReference", this.context.part, r);
      if (place.column <= this.column) this.isUnordered = true;
      this.column = place.column;
    }
    this.cell = attributes;
    this.formula = null;
    this.formulaText = "";
    this.valueText = "";
    this.hasItem = false;
  }

  private closeCell(): void {
    const attributes = this.cell;
    if (attributes === null) return;
    this.cell = null;
    const cell: Cell = { row: this.row, column: this.column, value: null, text: "" };
    this.readValue(cell, attributes.t);
    this.readFormula(cell);
    if (cell.value === null && cell.formula === undefined && !this.context.keepBlanks) return;
    const style = attributes.s === undefined ? 0 : Number(attributes.s);
    if (style > 0) cell.style = style;
    const format = this.context.formats[style];
    if (format !== undefined) cell.format = format;
    this.keep(cell);
  }

  private keep(cell: Cell): void {
    const { budget, sheet } = this.context;
    if (--budget.cells < 0) throw new XlsxError({ code: "tooManyCells", sheet, allowed: budget.limits.cells });
    if (this.current === null) {
      this.current = { row: this.row, cells: [] };
      this.rows.push(this.current);
    }
    this.current.cells.push(cell);
  }

  private readValue(cell: Cell, type: string | undefined): void {
    if (this.hasItem && type !== "s") {
      cell.value = cell.text = this.item.value;
      if (this.tree?.root?.children.some(({ name }) => name === "r")) {
        this.context.onRich?.(cell.row, cell.column, this.tree.root);
      }
      this.tree = null;
    } else if (type === "str" || type === "inlineStr") {
      cell.value = cell.text = unescapeXstring(this.valueText);
      if (cell.text === "" && this.formula === null) cell.value = null;
    } else {
      cell.text = this.valueText.trim();
      if (cell.text !== "") cell.value = this.convert(cell, type ?? "n");
    }
  }

  private convert(cell: Cell, type: string): CellValue {
    const { text } = cell;
    const { strings, part, date1904 } = this.context;
    switch (type) {
      case "s": {
        const index = Number(text);
        const string = strings[index];
        if (string === undefined) throw damaged("sharedString", part, text);
        cell.sharedString = index;
        return (cell.text = string);
      }
      case "b":
        return text === "1" || text === "true";
      case "e":
        return { error: text };
      case "d":
        return isoToSerial(text, date1904) ?? text;
      default: {
        const number = NUMBER.test(text) ? Number(text) : NaN;
        if (!Number.isFinite(number)) throw damaged("number", part, text);
        return number;
      }
    }
  }

  private charge(characters: number): void {
    const { budget, part } = this.context;
    const allowed = budget.limits.partBytes;
    budget.formulaCharacters -= characters;
    if (budget.formulaCharacters >= 0) return;
    throw new XlsxError({
      code: "zipBomb",
      limit: "partBytes",
      allowed,
      found: allowed - budget.formulaCharacters,
      part,
    });
  }

  private readFormula(cell: Cell): void {
    if (this.formula === null) return;
    const { t: type, si, ref } = this.formula;
    const { row, column } = cell;
    const text = unescapeXstring(this.formulaText).replace(/^=/, "");
    if (type === "shared" && si !== undefined) {
      const first = this.sharedFormulas.get(si);
      if (text !== "") this.sharedFormulas.set(si, { formula: text, row, column });
      else if (first !== undefined) {
        cell.formula = shiftFormula(first.formula, row - first.row, column - first.column);
        this.charge(cell.formula.length);
        return;
      }
    }
    if (type === "array" && ref !== undefined) cell.arrayRange = ref;
    cell.formula = text;
  }
}
