/** Name of the sheet that the results are written on, the same in every language; Excel numbers further ones. */
export const REPORT_SHEET = "校验结果";

export const isReportSheet = (name: string): boolean => name.startsWith(REPORT_SHEET);
