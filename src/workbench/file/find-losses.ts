import type { Package } from "../../xlsx/package";
import type { SheetEntry } from "../../xlsx/read-workbook";
import type { SheetKind } from "../../xlsx/workbook";
import { child, children, isTrue, localName, parseXml, type XmlElement } from "../../xlsx/xml";
import type { LossKind, LossTally } from "./loss";

/** Kinds of link by what they lead to, where the link alone tells. The last segment of the link's type. */
const BY_LINK: Readonly<Record<string, LossKind>> = {
  connections: "connections",
  control: "formControls",
  ctrlProp: "formControls",
  externalLink: "externalLinks",
  image: "backgroundPictures",
  oleObject: "otherObjects",
  package: "otherObjects",
  pivotTable: "pivotTables",
  powerPivotData: "dataModels",
  slicer: "slicers",
  table: "tables",
  threadedComment: "threadedComments",
  timeline: "timelines",
  timelines: "timelines",
  vbaProject: "macros",
};

/** Elements of a worksheet that the workbench has no place for; counted one by one, or by their children. */
const BY_ELEMENT: readonly { element: string; kind: LossKind; byChildren?: true }[] = [
  { element: "autoFilter", kind: "autoFilters" },
  { element: "protectedRanges", kind: "protectedRanges", byChildren: true },
  { element: "scenarios", kind: "scenarios", byChildren: true },
  { element: "rowBreaks", kind: "pageBreaks", byChildren: true },
  { element: "colBreaks", kind: "pageBreaks", byChildren: true },
];

/** Elements of Excel 2010 and later, kept in extensions of the worksheet. */
const BY_EXTENSION: Readonly<Record<string, LossKind>> = {
  cfRule: "extendedConditionalFormats",
  sparklineGroup: "sparklines",
};

/** What a drawing holds, by the local names of its elements. */
const BY_SHAPE: Readonly<Record<string, LossKind>> = {
  pic: "pictures",
  sp: "shapes",
  cxnSp: "shapes",
  contentPart: "ink",
};

const BY_SHEET_KIND: Readonly<Record<Exclude<SheetKind, "worksheet">, LossKind>> = {
  chartsheet: "chartSheets",
  dialogsheet: "dialogSheets",
  macrosheet: "macroSheets",
};

/** Finds what belongs to the workbook as a whole and will not be kept. */
export function findWorkbookLosses(parts: Package, main: string, workbook: XmlElement, losses: LossTally): void {
  countLinks(parts, main, undefined, losses);
  for (const { kind } of parts.relationships("")) {
    if (kind === "origin") losses.add("signatures");
  }
  const { lockStructure, lockWindows } = child(workbook, "workbookProtection")?.attributes ?? {};
  if (isTrue(lockStructure) || isTrue(lockWindows)) losses.add("workbookProtection");
}

/** A sheet that is no worksheet is lost whole. */
export function addLostSheet({ kind, name }: SheetEntry, losses: LossTally): void {
  if (kind !== "worksheet") losses.add(BY_SHEET_KIND[kind], name);
}

/** Finds what of a worksheet will not be kept. `rest` is the worksheet without its cells. */
export function findSheetLosses(parts: Package, sheet: SheetEntry, rest: XmlElement, losses: LossTally): void {
  countLinks(parts, sheet.part, sheet.name, losses);
  for (const { element, kind, byChildren } of BY_ELEMENT) {
    for (const one of children(rest, element)) losses.add(kind, sheet.name, byChildren ? one.children.length : 1);
  }
  countExtensions(children(rest, "extLst"), sheet.name, losses);
  for (const drawing of parts.targets(sheet.part, "drawing").filter((name) => parts.has(name))) {
    countShapes(parts, drawing, sheet.name, losses);
  }
}

function countLinks(parts: Package, source: string, sheet: string | undefined, losses: LossTally): void {
  for (const { kind } of parts.relationships(source)) {
    const lost = BY_LINK[kind];
    if (lost !== undefined) losses.add(lost, sheet);
  }
}

function countExtensions(elements: readonly XmlElement[], sheet: string, losses: LossTally): void {
  for (const element of elements) {
    const kind = BY_EXTENSION[localName(element.name)];
    if (kind !== undefined) losses.add(kind, sheet);
    else countExtensions(element.children, sheet, losses);
  }
}

function countShapes(parts: Package, drawing: string, sheet: string, losses: LossTally): void {
  const root = parseXml(drawing, parts.part(drawing));
  const isChart = (uri: string | undefined): boolean => /\/chart(ex)?$/i.test(uri ?? "");
  const walk = (element: XmlElement): void => {
    const name = localName(element.name);
    const kind = BY_SHAPE[name];
    if (kind !== undefined) losses.add(kind, sheet);
    if (name === "graphicData") losses.add(isChart(element.attributes.uri) ? "charts" : "otherObjects", sheet);
    // The second reading of an alternative is the same thing once more, for older programs.
    for (const one of element.children) if (localName(one.name) !== "Fallback") walk(one);
  };
  walk(root);
}
