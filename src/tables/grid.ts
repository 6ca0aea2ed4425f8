import { BLANK, type CellContent, type CellPosition } from "./filled";
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

type Cells = readonly (readonly unknown[])[];

/**
 * A grid over the values of a range, rows first, whose first cell stands at `origin`.
 * @param formulas what stands behind the values: a formula as a text that begins with "=", else the value itself
 */
export function makeGrid(sheet: string, origin: CellPosition, values: Cells, formulas?: Cells): Grid {
  const area = { ...origin, rowCount: values.length, columnCount: values[0]?.length ?? 0 };
  const at = (cells: Cells, { row, column }: CellPosition) => cells[row - origin.row]?.[column - origin.column];
  const grid: Grid = { sheet, area, contentAt: (position) => contentOf(at(values, position)) };
  if (!formulas) return grid;
  return { ...grid, isComputed: (position) => isFormula(at(formulas, position), at(values, position)) };
}

/** A text that only begins like a formula is the same in both. */
const isFormula = (formula: unknown, value: unknown): boolean =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value;
