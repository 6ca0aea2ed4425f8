import type { IWorkbookData } from "@univerjs/core";

/** Under which names the grid's plugins keep their data in a workbook. */
export const RESOURCES = {
  conditionalFormats: "SHEET_CONDITIONAL_FORMATTING_PLUGIN",
  validations: "SHEET_DATA_VALIDATION_PLUGIN",
  notes: "SHEET_NOTE_PLUGIN",
  names: "SHEET_DEFINED_NAME_PLUGIN",
} as const;

/** The data of a plugin, keyed as the plugin keys it; empty when there is none. */
export function readResource<T>({ resources }: IWorkbookData, name: string): Record<string, T> {
  const data = resources?.find((one) => one.name === name)?.data;
  return data ? (JSON.parse(data) as Record<string, T>) : {};
}
