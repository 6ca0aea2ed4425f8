import { type Area, lastColumn, lastRow } from "../addresses";
import { areasOf, type CellPosition } from "../areas-of-cells";
import { boolean, oneOf, optional, record, text } from "../arguments";
import type { Book } from "../book";
import { valueOf, valueTypeOf } from "./cell-value";
import { displayText } from "./number-format";
import { numberFormatOf, usedArea } from "./read";

const CELL_TYPES = ["Blanks", "Constants", "Formulas", "Visible"] as const;

const VALUE_TYPES = {
  All: ["String", "Double", "Boolean", "Error", "Empty"],
  Errors: ["Error"],
  ErrorsLogical: ["Error", "Boolean"],
  ErrorsNumbers: ["Error", "Double"],
  ErrorsText: ["Error", "String"],
  ErrorsLogicalNumber: ["Error", "Boolean", "Double"],
  ErrorsLogicalText: ["Error", "Boolean", "String"],
  ErrorsNumberText: ["Error", "Double", "String"],
  Logical: ["Boolean"],
  LogicalNumbers: ["Boolean", "Double"],
  LogicalText: ["Boolean", "String"],
  LogicalNumbersText: ["Boolean", "Double", "String"],
  Numbers: ["Double"],
  NumbersText: ["Double", "String"],
  Text: ["String"],
} as const;
const VALUE_TYPE_NAMES = Object.keys(VALUE_TYPES) as (keyof typeof VALUE_TYPES)[];

function* cellsOf(area: Area): Generator<CellPosition> {
  for (let row = area.row; row <= lastRow(area); row++) {
    for (let column = area.column; column <= lastColumn(area); column++) yield { row, column };
  }
}

/** `Range.getSpecialCells`: blank cells count as far as the sheet is used, as in Excel. */
export function specialCells(book: Book, sheetId: string, area: Area, cellType: unknown, valueType: unknown): Area[] {
  const kind = oneOf(CELL_TYPES, cellType);
  const wanted = new Set<string>(VALUE_TYPES[oneOf(VALUE_TYPE_NAMES, valueType, "All")]);
  const sheet = book.worksheet(sheetId);
  const scope = usedArea(book, sheetId, false, area);
  const found = [...(scope ? cellsOf(scope) : [])].filter(({ row, column }) => {
    if (kind === "Visible") return sheet.getRowVisible(row) && sheet.getColVisible(column);
    const cell = book.cell(sheetId, row, column);
    const type = valueTypeOf(cell);
    if (kind === "Blanks") return type === "Empty";
    const isFormula = book.formula(sheetId, row, column) !== null;
    return type !== "Empty" && isFormula === (kind === "Formulas") && wanted.has(type);
  });
  return areasOf(found);
}

/** Whether a cell's text is what is looked for. */
function matching(wanted: string, criteria: unknown): (shown: string) => boolean {
  const { completeMatch, matchCase } = optional(criteria, record, {});
  const whole = optional(completeMatch, boolean, false);
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(whole ? `^${escaped}$` : escaped, optional(matchCase, boolean, false) ? "u" : "iu");
  return (shown) => pattern.test(shown);
}

function shownAt(book: Book, sheetId: string, { row, column }: CellPosition): string {
  return displayText(valueOf(book.cell(sheetId, row, column)), numberFormatOf(book, sheetId, row, column));
}

/** The first cell of the area that shows the text, row by row, or the last one when searching backwards; null for none. */
export function findText(book: Book, sheetId: string, area: Area, wanted: unknown, criteria: unknown): Area | null {
  const matches = matching(text(wanted), criteria);
  const backwards = optional(criteria, record, {})["searchDirection"] === "Backwards";
  const scope = usedArea(book, sheetId, true, area);
  const cells = scope ? [...cellsOf(scope)] : [];
  const found = (backwards ? cells.reverse() : cells).find((cell) => matches(shownAt(book, sheetId, cell)));
  return found ? { ...found, rows: 1, columns: 1 } : null;
}

/** Every cell of the area that shows the text. */
export function findAllText(book: Book, sheetId: string, area: Area, wanted: unknown, criteria: unknown): Area[] {
  const matches = matching(text(wanted), criteria);
  const scope = usedArea(book, sheetId, true, area);
  return areasOf([...(scope ? cellsOf(scope) : [])].filter((cell) => matches(shownAt(book, sheetId, cell))));
}
