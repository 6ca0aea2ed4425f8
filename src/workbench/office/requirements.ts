/**
 * The requirement sets that the host answers for. ExcelApi is claimed as far as cells, sheets, names, formats, validation,
 * conditional formats, protection, properties and events go; charts, tables, pivot tables, shapes, slicers, filters, sorts and
 * comments answer `ApiNotFound`.
 */
export const REQUIREMENTS = {
  ExcelApi: "1.13",
  ExcelApiOnline: "1.1",
  RichApiRuntime: "1.2",
  RichApiRuntimeFlag: "1.2",
  DelayForCellEdit: "1.1",
  AddInCommands: "1.1",
  CompressedFile: "1.1",
  CustomXmlParts: "1.1",
  DocumentEvents: "1.1",
  File: "1.1",
  Settings: "1.1",
  SharedRuntime: "1.1",
} as const;
