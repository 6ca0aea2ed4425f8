import { readCustomXml } from "./custom-xml";
import { XlsxError, damaged } from "./error";
import { DEFAULT_LIMITS, type Limits } from "./limits";
import { readNumberFormats } from "./number-formats";
import { openPackage, type OpenedPackage } from "./open-package";
import { readCoreProperties, readCustomProperties } from "./properties";
import { readSharedStrings } from "./shared-strings";
import type { DefinedName, Sheet, SheetKind, SheetState, Workbook } from "./workbook";
import { readMerges, readWorksheet, type WorksheetContext } from "./worksheet";
import { child, children, isTrue, prefixedAttribute, unescapeXstring, type XmlElement } from "./xml";
import { Zip } from "./zip";

const SHEET_KINDS: Readonly<Record<string, SheetKind>> = {
  worksheet: "worksheet",
  chartsheet: "chartsheet",
  dialogsheet: "dialogsheet",
  xlMacrosheet: "macrosheet",
  xlIntlMacrosheet: "macrosheet",
};

/** A sheet as the workbook part lists it. */
export type SheetEntry = Pick<Sheet, "name" | "kind" | "state" | "part">;

/**
 * Reads the cells of an .xlsx that nobody vouches for. The cost follows the cells that are there.
 * @throws XlsxError when the file is none, is encrypted, damaged, made to exhaust the reader, or above the limits
 */
export function readWorkbook(bytes: Uint8Array, limits: Partial<Limits> = {}): Workbook {
  const allLimits = { ...DEFAULT_LIMITS, ...limits };
  const opened = openPackage(new Zip(bytes, allLimits));
  const { parts, main, workbook } = opened;
  const read = worksheetReader(opened, allLimits);
  return {
    sheets: listSheets(opened).map((entry) => (entry.kind === "worksheet" ? read(entry) : blankSheet(entry))),
    definedNames: readDefinedNames(workbook),
    date1904: isTrue(child(workbook, "workbookPr")?.attributes.date1904),
    properties: { core: readCoreProperties(parts), custom: readCustomProperties(parts) },
    customXml: readCustomXml(parts, main),
  };
}

/** The sheets in the order of their tabs. */
export function listSheets({ parts, main, workbook }: OpenedPackage): SheetEntry[] {
  const links = new Map(parts.relationships(main).map((link) => [link.id, link]));
  const seen = new Set<string>();
  return children(child(workbook, "sheets"), "sheet").map((element) => {
    const { name = "", state } = element.attributes;
    const link = links.get(prefixedAttribute(element, "id") ?? "");
    const kind = link && SHEET_KINDS[link.kind];
    // Two sheets on one part would make a reader pay for it any number of times.
    if (link === undefined || kind === undefined || link.isExternal || seen.has(link.target.toLowerCase())) {
      throw damaged("relationship", main, name);
    }
    seen.add(link.target.toLowerCase());
    if (!parts.has(link.target)) throw new XlsxError({ code: "missingPart", part: link.target });
    return { name: unescapeXstring(name), kind, state: stateOf(state), part: link.target };
  });
}

/** What all worksheets of a workbook are read with: shared strings, number formats, the budget of cells. */
export function worksheetContext(
  { parts, main, workbook }: OpenedPackage,
  limits: Limits,
): Omit<WorksheetContext, "part" | "sheet"> {
  const [strings] = parts.targets(main, "sharedStrings");
  // Files without the styles that they link to exist, and Excel opens them: formats decide nothing about values.
  const styles = parts.targets(main, "styles").find((name) => parts.has(name));
  return {
    strings: strings === undefined ? [] : readSharedStrings(strings, parts.part(strings)),
    formats: styles === undefined ? [] : readNumberFormats(styles, parts.part(styles)),
    date1904: isTrue(child(workbook, "workbookPr")?.attributes.date1904),
    budget: { limits, cells: limits.cells, formulaCharacters: limits.partBytes },
  };
}

/** The names that the workbook defines, with those that programs keep for themselves (`_xlnm.Print_Area`). */
export function readDefinedNames(workbook: XmlElement): DefinedName[] {
  return children(child(workbook, "definedNames"), "definedName").map(({ attributes, text }) => {
    const { name = "", localSheetId, hidden, comment } = attributes;
    const found: DefinedName = { name, formula: unescapeXstring(text), hidden: isTrue(hidden) };
    if (localSheetId !== undefined) found.sheet = Number(localSheetId);
    if (comment !== undefined) found.comment = comment;
    return found;
  });
}

function worksheetReader(opened: OpenedPackage, limits: Limits): (entry: SheetEntry) => Sheet {
  const shared = worksheetContext(opened, limits);
  return (entry) => {
    const { part, name: sheet } = entry;
    const { rows, rest } = readWorksheet(opened.parts.part(part), { ...shared, part, sheet });
    return {
      ...entry,
      rows,
      merges: readMerges(part, rest),
      conditionalFormulas: readConditionalFormulas(rest),
      dimension: child(rest, "dimension")?.attributes.ref ?? null,
      protected: isTrue(child(rest, "sheetProtection")?.attributes.sheet),
    };
  };
}

function readConditionalFormulas(rest: XmlElement): string[] {
  const rules = children(rest, "conditionalFormatting").flatMap((format) => children(format, "cfRule"));
  return rules.flatMap((rule) => children(rule, "formula")).map(({ text }) => unescapeXstring(text));
}

function blankSheet(entry: SheetEntry): Sheet {
  return { ...entry, rows: [], merges: [], conditionalFormulas: [], dimension: null, protected: false };
}

function stateOf(state: string | undefined): SheetState {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}
