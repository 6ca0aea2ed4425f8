import { CellValueType, extractPureTextFromCell, type ICellData, type Nullable } from "@univerjs/core";

/** A value as Office.js has it: "" for a blank cell, an error as its text. */
export type ExcelValue = string | number | boolean;

/** `Excel.RangeValueType`, as far as a cell of the grid can be one. */
export type ValueType = "Empty" | "String" | "Double" | "Boolean" | "Error";

const ERRORS = new Set([
  "#BUSY!",
  "#CALC!",
  "#CYCLE!",
  "#DIV/0!",
  "#ERROR!",
  "#GETTING_DATA",
  "#N/A",
  "#NAME?",
  "#NULL!",
  "#NUM!",
  "#REF!",
  "#SPILL!",
  "#VALUE!",
]);

export const isErrorText = (value: unknown): boolean => typeof value === "string" && ERRORS.has(value);

export function valueOf(cell: Nullable<ICellData>): ExcelValue {
  if (!cell) return "";
  if (cell.p) return extractPureTextFromCell(cell);
  const { v: value, t: type } = cell;
  if (value === null || value === undefined) return "";
  if (type === CellValueType.BOOLEAN) return value === true || value === 1 || value === "TRUE" || value === "1";
  if (type === CellValueType.NUMBER) return Number(value);
  if (type === CellValueType.STRING || type === CellValueType.FORCE_STRING) return String(value);
  return value;
}

export function valueTypeOf(cell: Nullable<ICellData>): ValueType {
  const value = valueOf(cell);
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  if (cell?.t !== CellValueType.FORCE_STRING && isErrorText(value)) return "Error";
  // a formula that gives "" is not empty
  return value === "" && !cell?.f && !cell?.si ? "Empty" : "String";
}

/** Whether the cell holds anything at all, a formula that shows nothing included. */
export const hasContent = (cell: Nullable<ICellData>): boolean => valueTypeOf(cell) !== "Empty";
