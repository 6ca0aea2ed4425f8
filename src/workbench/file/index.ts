export { openWorkbook } from "./open-workbook";
export type { OpenedWorkbook } from "./open-workbook";
export { saveWorkbook } from "./save-workbook";
export type { Loss, LossKind } from "./loss";
