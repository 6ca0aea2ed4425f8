import { XlsxError, damaged, type FoundKind } from "./error";
import { CONTENT_TYPES, Package, type PartSource } from "./package";
import { parseXml, type XmlElement } from "./xml";

/** Content types of the main part, up to what workbooks, macro workbooks and templates share. */
const MAIN_TYPES = /spreadsheetml\.(sheet|template)\.main\+xml$|ms-excel\.(sheet|template)\.macroEnabled\.main\+xml$/;
const BINARY_TYPE = /ms-excel\.sheet\.binary/;

/** A workbook's package with its main part read. */
export interface OpenedPackage {
  parts: Package;
  /** The name of the main part, `xl/workbook.xml` as a rule. */
  main: string;
  workbook: XmlElement;
}

/**
 * Opens the package of an .xlsx and finds its main part.
 * @throws XlsxError `notAnXlsx` when the zip is something else: a Word document, an OpenDocument or binary workbook
 */
export function openPackage(source: PartSource): OpenedPackage {
  const parts = new Package(source);
  const main = findMain(parts);
  const workbook = parseXml(main, parts.part(main));
  if (workbook.name !== "workbook") throw damaged("root", main, workbook.name);
  return { parts, main, workbook };
}

function findMain(parts: Package): string {
  if (!parts.has(CONTENT_TYPES)) {
    if (parts.has("mimetype")) throw new XlsxError({ code: "notAnXlsx", found: "ods" });
    // A zip with the parts of a workbook lost its table of contents; any other zip never was one.
    if (parts.has("xl/workbook.xml")) throw new XlsxError({ code: "missingPart", part: CONTENT_TYPES });
    throw new XlsxError({ code: "notAnXlsx", found: "zip" });
  }
  const [main] = parts.targets("", "officeDocument");
  if (main === undefined) throw new XlsxError({ code: "missingPart", part: "_rels/.rels" });
  const type = parts.contentType(main) ?? "";
  if (!MAIN_TYPES.test(type)) {
    const found: FoundKind = BINARY_TYPE.test(type) ? "xlsb" : "zip";
    throw new XlsxError({ code: "notAnXlsx", found });
  }
  return main;
}
