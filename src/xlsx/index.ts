export { cellAt } from "./workbook";
export type {
  Cell,
  CellError,
  CellValue,
  CustomXmlPart,
  DefinedName,
  PropertyValue,
  Row,
  Sheet,
  SheetKind,
  SheetState,
  Workbook,
} from "./workbook";
export { columnName, LAST_ROW, formatAddress, formatRange, parseAddress, parseRange } from "./address";
export type { CellPlace, CellRange } from "./address";
export { XlsxError } from "./error";
export type { BadChange, Damage, FoundKind, XlsxErrorCode, XlsxProblem } from "./error";
export { DEFAULT_LIMITS } from "./limits";
export type { Limits } from "./limits";
export { readWorkbook } from "./read-workbook";
export { patchWorkbook } from "./patch/patch-workbook";
export { MAX_TEXT } from "./patch/sheet-xml";
export { WorkbookWriter } from "./workbook-writer";
export type { SheetHead } from "./workbook-writer";
export type {
  CellChange,
  CellStyle,
  CustomXmlChange,
  SheetCell,
  SheetContent,
  SheetRow,
  WorkbookChanges,
} from "./patch/changes";
