import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync, type Zippable } from "fflate";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Parts by name: XML text or bytes; null takes a part of the plain workbook away. */
export type Parts = Record<string, string | Uint8Array | null>;

/** A worksheet part around rows, with what may follow them. */
export function sheetXml(rows: string, after = "", before = ""): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${LINKS}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function stringsXml(items: string): string {
  return `<sst xmlns="${MAIN}">${items}</sst>`;
}

export function linksXml(...links: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const lines = links.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${kind}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}

/** The parts of a plain workbook with one sheet `Sheet1`, with some of them replaced, added or taken away. */
export function plainParts(changed: Parts = {}): Record<string, Uint8Array> {
  const parts: Parts = {
    "[Content_Types].xml":
      `<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>` +
      `</Types>`,
    "_rels/.rels": linksXml(["rId1", `${LINKS}/officeDocument`, "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": linksXml(
      ["rId1", `${LINKS}/worksheet`, "worksheets/sheet1.xml"],
      ["rId2", `${LINKS}/sharedStrings`, "sharedStrings.xml"],
      ["rId3", `${LINKS}/styles`, "styles.xml"],
    ),
    "xl/worksheets/sheet1.xml": sheetXml(""),
    "xl/sharedStrings.xml": stringsXml(""),
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`,
    ...changed,
  };
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([, part]) => part !== null)
      .map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part!]),
  );
}

/** A workbook made of `plainParts`. */
export function makeXlsx(changed: Parts = {}): Uint8Array {
  const zippable: Zippable = plainParts(changed);
  return zipSync(zippable, { mtime: "2020-01-02T03:04:06" });
}

/** A workbook whose one sheet has these rows. */
export function makeSheet(rows: string, more: Parts = {}): Uint8Array {
  return makeXlsx({ "xl/worksheets/sheet1.xml": sheetXml(rows), ...more });
}

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(__dirname, "../fixtures/xlsx", name)));
}
