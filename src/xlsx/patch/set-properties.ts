import { XlsxError } from "../error";
import { attributesXml, escapeText, escapeXstring } from "../escape";
import { CUSTOM_PROPERTIES_KINDS, findPackagePart } from "../properties";
import { Package } from "../package";
import type { PropertyValue } from "../workbook";
import { CONTENT, XML_HEAD } from "./dialect";
import { appendTo, boundPrefix, removeElement, type Edit } from "./located-xml";
import type { PackageEditor } from "./package-editor";

/** The format of user-defined properties, fixed by [MS-OLEPS] 2.21. */
const USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
/** Ids 0 and 1 are reserved. */
const FIRST_ID = 2;
const MAX_NAME = 255;
/** What XML cannot carry in an attribute. */
const BAD_NAME = /[\p{Cc}\p{Cs}\ufffe\uffff]/u;

/** Sets custom document properties, or removes those that are null; all others stay as they are. */
export function setProperties(editor: PackageEditor, properties: Record<string, PropertyValue | null>): void {
  const changes = Object.entries(properties);
  if (changes.length === 0) return;
  const found = findPackagePart(new Package(editor), CUSTOM_PROPERTIES_KINDS);
  if (found === undefined && changes.every(([, value]) => value === null)) return;
  const xml = editor.locate(found ?? createPart(editor));
  const existing = xml.root.children.filter(({ name }) => name === "property");
  const ids = existing.map(({ attributes }) => Number(attributes.pid)).filter(Number.isInteger);
  let id = Math.max(FIRST_ID - 1, ...ids);
  const { propertyTypes } = editor.dialect;
  const bound = boundPrefix(xml, propertyTypes);
  const open = bound === undefined ? `vt:# xmlns:vt="${propertyTypes}"` : `${bound}:#`;
  const close = `${bound ?? "vt"}:#`;
  const edits: Edit[] = [];
  let added = "";
  for (const [name, value] of changes) {
    if (name === "" || name.length > MAX_NAME || BAD_NAME.test(name)) throw badChange("propertyName", name);
    // Office takes two names that differ in case for one.
    const same = existing.filter(({ attributes }) => attributes.name?.toLowerCase() === name.toLowerCase());
    if (value === null) edits.push(...same.map(removeElement));
    else {
      const [first, ...others] = same;
      edits.push(...others.map(removeElement));
      const pid = first?.attributes.pid ?? String(++id);
      const attributes = attributesXml({ fmtid: USER_DEFINED, pid, name });
      const element = `<${xml.prefix}property${attributes}>${valueXml(name, value, open, close)}</${xml.prefix}property>`;
      if (first === undefined) added += element;
      else edits.push({ from: first.start, to: first.end, text: element });
    }
  }
  if (added !== "") edits.push(appendTo(xml, xml.root, added));
  editor.edit(xml, edits);
}

function createPart(editor: PackageEditor): string {
  const name = editor.freeName("docProps/custom.xml");
  const { customProperties, propertyTypes } = editor.dialect;
  editor.set(name, `${XML_HEAD}<Properties xmlns="${customProperties}" xmlns:vt="${propertyTypes}"/>`);
  editor.declare(name, CONTENT.customProperties);
  editor.link("", editor.dialect.customPropertiesKind, name);
  return name;
}

/** `open` and `close` are what stands in the tags, with `#` for the type. */
function valueXml(name: string, value: PropertyValue, open: string, close: string): string {
  const element = (type: string, text: string): string =>
    `<${open.replace("#", type)}>${escapeText(text)}</${close.replace("#", type)}>`;
  if (typeof value === "string") return element("lpwstr", escapeXstring(value));
  if (typeof value === "boolean") return element("bool", String(value));
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw badChange("propertyValue", name);
    const isShort = Number.isInteger(value) && Math.abs(value) < 2 ** 31;
    return element(isShort ? "i4" : "r8", String(value));
  }
  if (Number.isNaN(Date.parse(value.date))) throw badChange("propertyValue", name);
  return element("filetime", new Date(value.date).toISOString().replace(/\.\d+Z$/, "Z"));
}

function badChange(reason: "propertyName" | "propertyValue", detail: string): XlsxError {
  return new XlsxError({ code: "badChange", reason, detail });
}
