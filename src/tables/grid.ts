import { BLANK, type CellContent, type CellPosition } from "./filled";
import type { Area } from "./table";

/** A rectangle of one sheet as it was read; positions are those of the sheet. */
export interface Grid {
  sheet: string;
  area: Area;
  /** Blank outside the area. */
  contentAt(position: CellPosition): CellContent;
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

/** A grid over the values of a range, rows first, whose first cell stands at `origin`. */
export function makeGrid(sheet: string, origin: CellPosition, values: readonly (readonly unknown[])[]): Grid {
  const area = { ...origin, rowCount: values.length, columnCount: values[0]?.length ?? 0 };
  return {
    sheet,
    area,
    contentAt: ({ row, column }) => contentOf(values[row - origin.row]?.[column - origin.column]),
  };
}
