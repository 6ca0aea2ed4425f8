import type { CellPlace, CellRange } from "../address";
import type { PropertyValue } from "../workbook";

/** What is to change in a workbook. What is not named stays, byte for byte. */
export interface WorkbookChanges {
  /** Custom document properties to set, or with null to remove. */
  customProperties?: Record<string, PropertyValue | null>;
  /** Custom XML parts to write; each replaces the parts whose root has its namespace. */
  customXml?: CustomXmlChange[];
  /** Worksheets to write; each replaces the worksheet of its name, or comes last. */
  sheets?: SheetContent[];
  /** Values to put into cells of sheets that are there; their formats stay. */
  cells?: CellChange[];
}

export interface CustomXmlChange {
  namespace: string;
  /** The whole text of the part, whose root element has the namespace; null removes the part. */
  xml: string | null;
}

export interface CellChange extends CellPlace {
  /** The sheet's name. */
  sheet: string;
  value: number | string | boolean | null;
}

/** A worksheet that is made from nothing. */
export interface SheetContent {
  name: string;
  rows: SheetRow[];
  /** Formats by the names that cells use. */
  styles?: Record<string, CellStyle>;
  /** Widths of the columns from A, in characters of the standard font. */
  columnWidths?: number[];
  merges?: CellRange[];
  /** How many rows at the top stay in view. */
  frozenRows?: number;
  /** Whether the first row has buttons that filter the others. */
  isFiltered?: boolean;
  /** A4, as many pages long as it needs and one wide. */
  print?: SheetPrint;
}

export interface SheetPrint {
  orientation: "portrait" | "landscape";
  /** Stands above each page, beside its number. */
  header?: string;
  /** Index of a row that each page begins with; where it is absent, the rows that stay in view are repeated. */
  headRow?: number;
}

export interface SheetRow {
  /** Height in points; absent is automatic. */
  height?: number;
  /** Cells from column A; null leaves one out. */
  cells: (SheetCell | null)[];
}

export interface SheetCell {
  value: number | string | boolean | null;
  /** A key of `styles`. */
  style?: string;
  /** Where a click leads: a cell or range of this workbook. */
  link?: { sheet: string; address: string; tip?: string };
}

/** A cell format. Colours are `RRGGBB`; what is absent is as in the workbook's standard format. */
export interface CellStyle {
  bold?: boolean;
  underline?: boolean;
  color?: string;
  /** Points. */
  size?: number;
  fontName?: string;
  fill?: string;
  /** Thin lines of this colour on all four sides. */
  border?: string;
  horizontal?: "left" | "center" | "right";
  vertical?: "top" | "center" | "bottom";
  wrap?: boolean;
  /** A number format code. */
  format?: string;
}
