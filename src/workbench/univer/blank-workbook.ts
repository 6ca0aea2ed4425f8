import { type IWorkbookData, LocaleType } from "@univerjs/core";

/** Rows and columns that a new sheet shows; the host lets it grow when something is written beyond. */
export const NEW_SHEET_SIZE = { rowCount: 200, columnCount: 26 } as const;

/** Font of a cell that has none of its own: that of a new workbook in Chinese Excel; the size is in points. */
export const DEFAULT_FONT = { ff: "等线", fs: 11 } as const;

/** Chinese Excel's standard column (8.38 characters, 54 points) and row (14.25 points), in pixels. */
export const STANDARD_SIZE = { defaultColumnWidth: 72, defaultRowHeight: 19 } as const;

/** A workbook with one empty sheet, as Excel opens a new one. */
export function blankWorkbook(): Partial<IWorkbookData> {
  return {
    id: `workbook-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`,
    name: "工作簿1",
    locale: LocaleType.ZH_CN,
    sheetOrder: ["sheet-1"],
    defaultStyle: { ...DEFAULT_FONT },
    sheets: { "sheet-1": { id: "sheet-1", name: "Sheet1", ...NEW_SHEET_SIZE, ...STANDARD_SIZE } },
  };
}
