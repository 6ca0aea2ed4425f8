import { BLANK, type CellContent, type CellPosition, type NumberContent } from "./filled";
import { isDateFormat } from "./number-format";
import type { Area } from "./table";

/** A rectangle of one sheet as it was read; positions are those of the sheet. */
export interface Grid {
  sheet: string;
  area: Area;
  /** Blank outside the area. */
  contentAt(position: CellPosition): CellContent;
  /** Whether a formula stands there; absent where nobody knows. */
  isComputed?(position: CellPosition): boolean;
}

const ERRORS =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|PYTHON!|EXTERNAL!)$/;

/** What a value of a spreadsheet is; an empty text stands for a blank cell, as Excel gives it. */
export function contentOf(value: unknown): CellContent {
  if (typeof value === "number") return { type: "number", value };
  if (typeof value === "boolean") return { type: "boolean", value };
  if (typeof value !== "string" || value === "") return BLANK;
  return ERRORS.test(value) ? { type: "error", code: value } : { type: "text", text: value };
}

/** A number as a cell shows it: some formats make dates of it. */
export function numberContent(value: number, format: unknown): NumberContent {
  const isDate = typeof format === "string" && isDateFormat(format);
  return isDate ? { type: "number", value, isDate } : { type: "number", value };
}

type Cells = readonly (readonly unknown[])[];

/** What is known of a range beside its values. */
export interface RangeNotes {
  /** What stands behind the values: a formula as a text that begins with "=", else the value itself. */
  formulas?: Cells;
  numberFormats?: Cells;
}

/** A grid over the values of a range, rows first, whose first cell stands at `origin`. */
export function makeGrid(
  sheet: string,
  origin: CellPosition,
  values: Cells,
  { formulas, numberFormats = [] }: RangeNotes = {},
): Grid {
  const area = { ...origin, rowCount: values.length, columnCount: values[0]?.length ?? 0 };
  const at = (cells: Cells, { row, column }: CellPosition) => cells[row - origin.row]?.[column - origin.column];
  const contentAt = (position: CellPosition): CellContent => {
    const value = at(values, position);
    return typeof value === "number" ? numberContent(value, at(numberFormats, position)) : contentOf(value);
  };
  if (!formulas) return { sheet, area, contentAt };
  return { sheet, area, contentAt, isComputed: (position) => isFormula(at(formulas, position), at(values, position)) };
}

/** A text that only begins like a formula is the same in both. */
const isFormula = (formula: unknown, value: unknown): boolean =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value;
