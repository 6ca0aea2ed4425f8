import type { CellPlace, CellRange } from "./address";

/** An error value such as `#DIV/0!`. */
export interface CellError {
  error: string;
}

/** What a cell holds; null when it is blank. Dates are numbers in the workbook's own date system. */
export type CellValue = number | string | boolean | CellError | null;

/** A cell that holds something. */
export interface Cell extends CellPlace {
  value: CellValue;
  /** The text as it is stored: `0.30000000000000004`, `１２`, `1`. */
  text: string;
  /** The formula without `=`; then `value` is its cached result. */
  formula?: string;
  /** The range of an array formula, on the cell that holds it. */
  arrayRange?: string;
  /** The number format code, e.g. `yyyy/m/d` or `0.00%`. Absent means General. */
  format?: string;
  /** Index of the cell's format in the styles part. Absent means 0. */
  style?: number;
  /** Index of the shared string that the text came from. */
  sharedString?: number;
}

/** The cells of one row that hold something, from left to right. */
export interface Row {
  /** 0-based. */
  row: number;
  cells: Cell[];
}

export type SheetKind = "worksheet" | "chartsheet" | "dialogsheet" | "macrosheet";
export type SheetState = "visible" | "hidden" | "veryHidden";

export interface Sheet {
  name: string;
  kind: SheetKind;
  state: SheetState;
  /** The name of the sheet's part in the package. */
  part: string;
  /** Only rows with cells that hold something, from the top. */
  rows: Row[];
  merges: CellRange[];
  /** The formulas of its conditional formats, without `=`. */
  conditionalFormulas: string[];
  /** The used range that the file claims; not to be relied on. */
  dimension: string | null;
  /** Whether the sheet is protected. */
  protected: boolean;
}

export interface DefinedName {
  name: string;
  /** What the name stands for, without `=`. */
  formula: string;
  /** Index in `sheets` of the sheet that the name belongs to; absent for the whole workbook. */
  sheet?: number;
  hidden: boolean;
  comment?: string;
}

/** A custom document property; dates as ISO 8601 text in `{ date }`. */
export type PropertyValue = string | number | boolean | { date: string };

export interface CustomXmlPart {
  /** The id of the part, `{GUID}`, when it has one. */
  id: string | null;
  /** The namespace of the root element. */
  namespace: string;
  /** The text of the part. */
  xml: string;
  /** The name of the part in the package. */
  part: string;
}

export interface Workbook {
  sheets: Sheet[];
  definedNames: DefinedName[];
  /** Whether day 0 is 1904-01-01 rather than 1899-12-31. */
  date1904: boolean;
  properties: {
    /** Core properties by the local names of their elements: title, creator, created, ... */
    core: Record<string, string>;
    custom: Record<string, PropertyValue>;
  };
  customXml: CustomXmlPart[];
}

/** The cell at a place, or undefined when it is blank. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  const cells = find(sheet.rows, row, (one) => one.row)?.cells;
  return cells && find(cells, column, (one) => one.column);
}

function find<T>(sorted: readonly T[], key: number, keyOf: (one: T) => number): T | undefined {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = sorted[middle]!;
    const distance = keyOf(one) - key;
    if (distance === 0) return one;
    if (distance < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
