import { numfmt } from "@univerjs/core";
import type { ExcelValue } from "./cell-value";
import { GENERAL } from "./input";

/** The value as the cell shows it (`Range.text`), however narrow its column is. */
export function displayText(value: ExcelValue, pattern: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return numfmt.format(pattern || GENERAL, value, { locale: "zh-CN", throws: false });
}
