import { type IWorkbookData, LocaleType } from "@univerjs/core";

/** Rows and columns that a new sheet shows; the host lets it grow when something is written beyond. */
export const NEW_SHEET_SIZE = { rowCount: 200, columnCount: 26 } as const;

/** A workbook with one empty sheet, as Excel opens a new one. */
export function blankWorkbook(): Partial<IWorkbookData> {
  return {
    id: `workbook-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`,
    name: "工作簿1",
    locale: LocaleType.ZH_CN,
    sheetOrder: ["sheet-1"],
    sheets: { "sheet-1": { id: "sheet-1", name: "Sheet1", ...NEW_SHEET_SIZE } },
  };
}
