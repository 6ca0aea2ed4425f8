import type { WorkbookExtras } from "../extras";
import { attributesXml, escapeText, escapeXstring } from "../../xlsx/escape";
import type { Package } from "../../xlsx/package";
import { XML_HEAD } from "../../xlsx/patch/dialect";
import { findPackagePart, readCoreProperties, readCustomProperties } from "../../xlsx/properties";
import { readCustomXml } from "../../xlsx/custom-xml";
import { children, child, localName, parseXml, unescapeXstring, type XmlElement } from "../../xlsx/xml";
import type { PropertyValue } from "../../xlsx/workbook";
import type { LossTally } from "./loss";
import type { PackageWriter } from "./package-writer";

/** Document properties by their Office.js names, with their elements; the first table is the core part's. */
const CORE: readonly (readonly [property: string, element: string])[] = [
  ["title", "dc:title"],
  ["subject", "dc:subject"],
  ["author", "dc:creator"],
  ["keywords", "cp:keywords"],
  ["comments", "dc:description"],
  ["lastAuthor", "cp:lastModifiedBy"],
  ["revisionNumber", "cp:revision"],
  ["creationDate", "dcterms:created"],
  ["category", "cp:category"],
];
const EXTENDED: readonly (readonly [property: string, element: string])[] = [
  ["manager", "Manager"],
  ["company", "Company"],
];
const EXTENDED_KINDS = ["extended-properties", "extendedProperties"];
const USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
const WEB_EXTENSION = "http://schemas.microsoft.com/office/2011/relationships/webextension";
/** Stands for an add-in whose id the workbench was not told. */
const NO_OWNER = "00000000-0000-0000-0000-000000000000";
const OFFICE = "application/vnd.openxmlformats-officedocument";
const SCHEMAS = "http://schemas.openxmlformats.org";

type DocumentParts = Pick<
  WorkbookExtras,
  "properties" | "customProperties" | "customXmlParts" | "settings" | "settingsOwner"
>;

/** What a workbook carries beside its sheets: properties, custom XML, add-in settings. */
export function readDocumentParts(parts: Package, main: string, losses: LossTally): DocumentParts {
  const customXmlParts: Record<string, string> = {};
  for (const [index, { id, xml }] of readCustomXml(parts, main).entries()) {
    customXmlParts[id?.toUpperCase() ?? makeId(index)] = xml;
  }
  return {
    properties: readProperties(parts),
    customProperties: readCustomProperties(parts),
    customXmlParts,
    ...readSettings(parts, losses),
  };
}

/** An id for a part that has none, of the shape of a GUID. */
function makeId(index: number): string {
  return `{00000000-0000-8000-8000-${(index + 1).toString(16).toUpperCase().padStart(12, "0")}}`;
}

function readProperties(parts: Package): Record<string, string> {
  const core = readCoreProperties(parts);
  const name = findPackagePart(parts, EXTENDED_KINDS);
  const extended = name === undefined ? undefined : parseXml(name, parts.part(name));
  const found = [
    ...CORE.map(([property, element]) => [property, core[localName(element)]]),
    ...EXTENDED.map(([property, element]) => [property, child(extended, element)?.text]),
  ];
  return Object.fromEntries(found.filter(([, value]) => value)) as Record<string, string>;
}

/** Settings of the first add-in that the document names ([MS-OWEXML] 2.2.9); those of others are told as lost. */
function readSettings(parts: Package, losses: LossTally): Pick<DocumentParts, "settings" | "settingsOwner"> {
  const panes = parts.relationships("").filter(({ kind }) => kind === "webextensiontaskpanes");
  const direct = parts.relationships("").filter(({ kind }) => kind === "webextension");
  const nested = panes
    .flatMap(({ target }) => parts.relationships(target))
    .filter(({ kind }) => kind === "webextension");
  const names = [...new Set([...direct, ...nested].map(({ target }) => target))].filter((name) => parts.has(name));
  const [first, ...others] = names.map((name) => parseXml(name, parts.part(name)));
  losses.add("otherAddIns", undefined, others.length);
  if (first === undefined) return { settings: {} };
  const owner = child(first, "reference")?.attributes.id;
  const settingsOwner = owner === NO_OWNER ? undefined : owner;
  const entries = children(child(first, "properties"), "property").map(readSetting);
  return { settings: Object.fromEntries(entries), ...(settingsOwner === undefined ? {} : { settingsOwner }) };
}

function readSetting({ attributes: { name = "", value = "" } }: XmlElement): [string, unknown] {
  try {
    return [name, JSON.parse(value) as unknown];
  } catch (error) {
    if (error instanceof SyntaxError) return [name, unescapeXstring(value)];
    throw error;
  }
}

/** Writes what `readDocumentParts` reads. */
export function writeDocumentParts(writer: PackageWriter, main: string, extras: WorkbookExtras): void {
  writeProperties(writer, extras.properties);
  const custom = Object.entries(extras.customProperties);
  if (custom.length > 0) {
    writer.add("docProps/custom.xml", `${OFFICE}.custom-properties+xml`, customXml(custom));
    writer.link("", "custom-properties", "docProps/custom.xml");
  }
  for (const [index, [id, xml]] of Object.entries(extras.customXmlParts).entries()) {
    const item = `customXml/item${index + 1}.xml`;
    const props = `customXml/itemProps${index + 1}.xml`;
    writer.add(item, "application/xml", xml);
    writer.add(
      props,
      `${OFFICE}.customXmlProperties+xml`,
      `${XML_HEAD}<ds:datastoreItem${attributesXml({ "ds:itemID": id, "xmlns:ds": `${SCHEMAS}/officeDocument/2006/customXml` })}><ds:schemaRefs/></ds:datastoreItem>`,
    );
    writer.link(main, "customXml", item);
    writer.link(item, "customXmlProps", props);
  }
  writeSettings(writer, extras);
}

function writeProperties(writer: PackageWriter, properties: Record<string, string>): void {
  const elements = (table: typeof CORE): string =>
    table
      .map(([property, element]) => {
        const isDate = element.startsWith("dcterms:");
        const value = isDate ? toDate(properties[property]) : properties[property];
        const type = isDate ? ` xsi:type="dcterms:W3CDTF"` : "";
        return value ? `<${element}${type}>${escapeText(escapeXstring(value))}</${element}>` : "";
      })
      .join("");
  writer.add(
    "docProps/core.xml",
    "application/vnd.openxmlformats-package.core-properties+xml",
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${SCHEMAS}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
      `xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${elements(CORE)}</cp:coreProperties>`,
  );
  writer.link("", `${SCHEMAS}/package/2006/relationships/metadata/core-properties`, "docProps/core.xml");
  writer.add(
    "docProps/app.xml",
    `${OFFICE}.extended-properties+xml`,
    `${XML_HEAD}<Properties xmlns="${SCHEMAS}/officeDocument/2006/extended-properties">${elements(EXTENDED)}</Properties>`,
  );
  writer.link("", "extended-properties", "docProps/app.xml");
}

/** A date as W3CDTF has it; what is none is not written. */
function toDate(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}

function customXml(properties: readonly [string, PropertyValue][]): string {
  const elements = properties.map(([name, value], index) => {
    const attributes = attributesXml({ fmtid: USER_DEFINED, pid: index + 2, name });
    return `<property${attributes}>${variantXml(value)}</property>`;
  });
  const types = `xmlns:vt="${SCHEMAS}/officeDocument/2006/docPropsVTypes"`;
  return `${XML_HEAD}<Properties xmlns="${SCHEMAS}/officeDocument/2006/custom-properties" ${types}>${elements.join("")}</Properties>`;
}

function variantXml(value: PropertyValue): string {
  if (typeof value === "string") return `<vt:lpwstr>${escapeText(escapeXstring(value))}</vt:lpwstr>`;
  if (typeof value === "boolean") return `<vt:bool>${value}</vt:bool>`;
  if (typeof value === "object") return `<vt:filetime>${escapeText(value.date)}</vt:filetime>`;
  const isShort = Number.isInteger(value) && Math.abs(value) < 2 ** 31;
  return isShort ? `<vt:i4>${value}</vt:i4>` : `<vt:r8>${value}</vt:r8>`;
}

function writeSettings(writer: PackageWriter, { settings, settingsOwner }: WorkbookExtras): void {
  const entries = Object.entries(settings);
  if (entries.length === 0) return;
  const id = settingsOwner ?? NO_OWNER;
  const properties = entries.map(
    ([name, value]) => `<we:property${attributesXml({ name, value: JSON.stringify(value) })}/>`,
  );
  const reference = attributesXml({ id, version: "1.0.0.0", store: "developer", storeType: "Registry" });
  const name = "xl/webextensions/webextension1.xml";
  writer.add(
    name,
    "application/vnd.ms-office.webextension+xml",
    `${XML_HEAD}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11"${attributesXml({ id })}>` +
      `<we:reference${reference}/><we:alternateReferences/><we:properties>${properties.join("")}</we:properties><we:bindings/></we:webextension>`,
  );
  writer.link("", WEB_EXTENSION, name);
}
