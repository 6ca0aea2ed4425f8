import type { IRange, IWorksheetData } from "@univerjs/core";
import { BooleanNumber } from "@univerjs/core";
import type { SheetExtras } from "../extras";
import { parseRange } from "../../xlsx/address";
import type { Package } from "../../xlsx/package";
import type { SheetEntry } from "../../xlsx/read-workbook";
import { readMerges, readWorksheet, type WorksheetContext } from "../../xlsx/worksheet";
import { child, children, prefixedAttribute, unescapeXstring, type XmlElement } from "../../xlsx/xml";
import { readConditionalFormats, type ConditionalRule } from "./conditional-formats";
import { readValidations, type ValidationRule } from "./data-validations";
import { findSheetLosses } from "./find-losses";
import { toGridLink, type LinkNames } from "./links";
import type { LossTally } from "./loss";
import { readNotes, type Note } from "./notes";
import { readPageLayout, type PrintNames } from "./page-layout";
import { readProtection } from "./protection";
import { toGridRange } from "./ranges";
import { placeKey, readCells } from "./read-cells";
import type { LinkUrl } from "./rich-text";
import { baseStyles, readFrame } from "./sheet-frame";
import type { StyleTable } from "./style-table";
import type { ColumnUnits } from "./units";

/** A link on more cells than this stands on the first of them alone. */
const MOST_LINKED_CELLS = 10_000;

/** What all sheets of a workbook are read with. */
export interface SheetContext {
  parts: Package;
  shared: Omit<WorksheetContext, "part" | "sheet">;
  richStrings: ReadonlyMap<number, XmlElement>;
  styles: StyleTable;
  columns: ColumnUnits;
  links: LinkNames;
  losses: LossTally;
}

/** A sheet in the pieces in which the grid keeps it. */
export interface ReadSheet {
  data: Partial<IWorksheetData>;
  extras: SheetExtras;
  conditionalFormats: ConditionalRule[];
  validations: ValidationRule[];
  notes: Note[];
}

/** Reads a worksheet. */
export function readSheet(id: string, entry: SheetEntry, print: PrintNames, context: SheetContext): ReadSheet {
  const { parts, shared, styles, columns, losses } = context;
  const rowAttributes = new Map<number, Record<string, string>>();
  const richCells = new Map<string, XmlElement>();
  const { rows, rest } = readWorksheet(parts.part(entry.part), {
    ...shared,
    part: entry.part,
    sheet: entry.name,
    keepBlanks: true,
    onRow(row, attributes) {
      if (isSpecial(attributes)) rowAttributes.set(row, attributes);
    },
    onRich: (row, column, item) => richCells.set(placeKey({ row, column }), item),
  });
  const merges = readMerges(entry.part, rest);
  const source = { sheet: entry.name, rest, rows, merges, rowAttributes, styles, columns, losses };
  const { richStrings, links } = context;
  const cellData = readCells({
    rows,
    styles,
    richStrings,
    richCells,
    links: readLinks(parts, entry.part, rest, links),
    date1904: shared.date1904,
    baseStyles: baseStyles(source),
  });
  findSheetLosses(parts, entry, rest, losses);
  return {
    data: {
      id,
      name: entry.name,
      hidden: entry.state === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      mergeData: merges.map((merge): IRange => toGridRange(merge)),
      cellData,
      ...readFrame(source),
    },
    extras: {
      protection: readProtection(child(rest, "sheetProtection")),
      pageLayout: readPageLayout(rest, print),
      ...(entry.state === "veryHidden" ? { isVeryHidden: true } : {}),
      ...readCustomProperties(parts, entry.part, rest),
    },
    conditionalFormats: readConditionalFormats(rest, styles.formats.differential, styles.colours, entry.name, losses),
    validations: readValidations(rest),
    notes: readNotes(parts, entry.part),
  };
}

/** Rows that say nothing but their number need not be kept. */
function isSpecial({ ht, hidden, customFormat, outlineLevel }: Record<string, string>): boolean {
  return ht !== undefined || hidden !== undefined || customFormat !== undefined || outlineLevel !== undefined;
}

/** The custom properties of a sheet: each text in a part of its own, in UTF-16. */
function readCustomProperties(parts: Package, part: string, rest: XmlElement): Pick<SheetExtras, "customProperties"> {
  const targets = new Map(parts.relationships(part).map((link) => [link.id, link.target]));
  const entries = children(child(rest, "customProperties"), "customPr").flatMap((element) => {
    const target = targets.get(prefixedAttribute(element, "id") ?? "");
    if (target === undefined || !parts.has(target)) return [];
    return [[element.attributes.name ?? "", new TextDecoder("utf-16le").decode(parts.part(target))]];
  });
  return entries.length === 0 ? {} : { customProperties: Object.fromEntries(entries) as Record<string, string> };
}

/** Where the links of a sheet lead, by cell. */
function readLinks(parts: Package, part: string, rest: XmlElement, names: LinkNames): Map<string, LinkUrl> {
  const targets = new Map(parts.relationships(part).map((link) => [link.id, link.target]));
  const found = new Map<string, LinkUrl>();
  for (const element of children(child(rest, "hyperlinks"), "hyperlink")) {
    const range = parseRange(element.attributes.ref ?? "");
    if (range === null) continue;
    const target = targets.get(prefixedAttribute(element, "id") ?? "");
    const { location } = element.attributes;
    const link = {
      ...(target === undefined ? {} : { target }),
      ...(location === undefined ? {} : { location: unescapeXstring(location) }),
    };
    const url = toGridLink(link, names);
    const count = (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1);
    const isLarge = count > MOST_LINKED_CELLS;
    for (let row = range.firstRow; row <= (isLarge ? range.firstRow : range.lastRow); row++) {
      for (let column = range.firstColumn; column <= (isLarge ? range.firstColumn : range.lastColumn); column++) {
        found.set(placeKey({ row, column }), url);
      }
    }
  }
  return found;
}
