import { LocaleType, type IWorkbookData } from "@univerjs/core";
import type { WorkbookExtras } from "../extras";
import { DEFAULT_LIMITS } from "../../xlsx/limits";
import { openPackage, type OpenedPackage } from "../../xlsx/open-package";
import { listSheets, readDefinedNames, worksheetContext, type SheetEntry } from "../../xlsx/read-workbook";
import { readSharedStrings } from "../../xlsx/shared-strings";
import { parseXml, type XmlElement } from "../../xlsx/xml";
import { Zip } from "../../xlsx/zip";
import { Colours } from "./colours";
import { readDocumentParts } from "./document-parts";
import { addLostSheet, findWorkbookLosses } from "./find-losses";
import { type Loss, LossTally } from "./loss";
import { readNames, readPrintNames, type GridName } from "./names";
import { readSheet, type ReadSheet, type SheetContext } from "./read-sheet";
import { readFormats } from "./read-styles";
import { RESOURCES } from "./resources";
import { StyleTable } from "./style-table";
import { ColumnUnits } from "./units";

/** A file as the workbench shows it. */
export interface OpenedWorkbook {
  /** What the grid opens. */
  data: IWorkbookData;
  /** What the grid has no place for and is kept beside it. */
  extras: WorkbookExtras;
  /** What is not kept at all. */
  lost: Loss[];
}

/** The version of the grid's data that is made here. */
const APP_VERSION = "0.25.1";

/**
 * Opens an .xlsx for the grid.
 * @throws XlsxError when the file is none, is encrypted, damaged or too large
 */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenedWorkbook> {
  // Reading takes a while: the page gets to draw that it waits.
  await Promise.resolve();
  const opened = openPackage(new Zip(bytes, DEFAULT_LIMITS));
  const { parts, main, workbook } = opened;
  const losses = new LossTally();
  const entries = listSheets(opened);
  const worksheets = entries.filter(({ kind }) => kind === "worksheet");
  for (const entry of entries) addLostSheet(entry, losses);
  const ids = new Map(worksheets.map((entry, index) => [entry, `sheet-${index + 1}`]));
  const names = readDefinedNames(workbook);
  const gridNames = readNames(names, entries.map((entry) => ids.get(entry) ?? "")); // prettier-ignore
  const context = makeContext(opened, ids, gridNames, losses);
  const sheets = worksheets.map((entry) => {
    const print = readPrintNames(names, entries.indexOf(entry));
    return readSheet(ids.get(entry)!, entry, print, context);
  });
  findWorkbookLosses(parts, main, workbook, losses);
  losses.add("gradientFills", undefined, context.styles.formats.gradients);
  const extras: WorkbookExtras = {
    ...readDocumentParts(parts, main, losses),
    sheets: byId(sheets, (one) => one.extras),
  };
  return { data: assemble(sheets, context.styles, gridNames), extras, lost: losses.all };
}

function makeContext(
  opened: OpenedPackage,
  ids: ReadonlyMap<SheetEntry, string>,
  names: Record<string, GridName>,
  losses: LossTally,
): SheetContext {
  const { parts, main } = opened;
  const root = (kind: string): XmlElement | undefined => {
    const name = parts.targets(main, kind).find((one) => parts.has(one));
    return name === undefined ? undefined : parseXml(name, parts.part(name));
  };
  const styleSheet = root("styles");
  const colours = new Colours(root("theme"), styleSheet);
  const styles = new StyleTable(readFormats(styleSheet, colours), colours);
  const { ff, fs } = styles.standard;
  return {
    parts,
    shared: worksheetContext(opened, DEFAULT_LIMITS),
    richStrings: readRichStrings(opened),
    styles,
    columns: new ColumnUnits(ff ?? "Calibri", fs ?? 11),
    links: {
      sheetIds: new Map([...ids].map(([{ name }, id]) => [name.toLowerCase(), id])),
      sheetNames: new Map([...ids].map(([{ name }, id]) => [id, name])),
      nameIds: new Map(Object.values(names).map(({ id, name }) => [name.toLowerCase(), id])),
      names: new Map(Object.values(names).map(({ id, name }) => [id, name])),
    },
    losses,
  };
}

function readRichStrings({ parts, main }: OpenedPackage): Map<number, XmlElement> {
  const found = new Map<number, XmlElement>();
  const [name] = parts.targets(main, "sharedStrings").filter((one) => parts.has(one));
  if (name !== undefined) readSharedStrings(name, parts.part(name), (index, item) => found.set(index, item));
  return found;
}

function assemble(sheets: readonly ReadSheet[], styles: StyleTable, names: Record<string, GridName>): IWorkbookData {
  const notes = byId(sheets, (one) => {
    const rows: Record<number, Record<number, unknown>> = {};
    for (const note of one.notes) (rows[note.row] ??= {})[note.col] = note;
    return rows;
  });
  const resources: [string, unknown][] = [
    [RESOURCES.conditionalFormats, byId(sheets, (one) => one.conditionalFormats)],
    [RESOURCES.validations, byId(sheets, (one) => one.validations)],
    [RESOURCES.notes, notes],
    [RESOURCES.names, names],
  ];
  return {
    id: "workbook",
    name: "",
    appVersion: APP_VERSION,
    locale: LocaleType.ZH_CN,
    styles: styles.used,
    defaultStyle: styles.standard,
    sheetOrder: sheets.length === 0 ? [EMPTY_SHEET.id] : sheets.map(({ data }) => data.id!),
    sheets: sheets.length === 0 ? { [EMPTY_SHEET.id]: EMPTY_SHEET } : byId(sheets, (one) => one.data),
    resources: resources.map(([name, data]) => ({ name, data: JSON.stringify(data) })),
  };
}

/** The grid shows one sheet at least: a workbook of charts alone gets an empty one. */
const EMPTY_SHEET = { id: "sheet-1", name: "Sheet1", rowCount: 200, columnCount: 26 };

function byId<T>(sheets: readonly ReadSheet[], take: (sheet: ReadSheet) => T): Record<string, T> {
  return Object.fromEntries(sheets.map((sheet) => [sheet.data.id!, take(sheet)]));
}
