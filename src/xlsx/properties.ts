import type { Package } from "./package";
import type { PropertyValue } from "./workbook";
import { children, isTrue, localName, parseXml, unescapeXstring, type XmlElement } from "./xml";

/** Last segments of relationship types, transitional and strict. */
export const CUSTOM_PROPERTIES_KINDS = ["custom-properties", "customProperties"];
const CORE_PROPERTIES_KINDS = ["core-properties"];

const NUMBER_TYPES = new Set(
  ["i1", "i2", "i4", "i8", "int", "ui1", "ui2", "ui4", "ui8", "uint", "r4", "r8", "decimal"], // prettier-ignore
);
const DATE_TYPES = new Set(["filetime", "date"]);

/** The name of the package's part of one of these kinds, if it has one. */
export function findPackagePart(parts: Package, kinds: readonly string[]): string | undefined {
  return kinds.flatMap((kind) => parts.targets("", kind)).find((name) => parts.has(name));
}

/** Core properties (title, creator, created, ...) by the local names of their elements. */
export function readCoreProperties(parts: Package): Record<string, string> {
  const name = findPackagePart(parts, CORE_PROPERTIES_KINDS);
  if (name === undefined) return {};
  const root = parseXml(name, parts.part(name));
  return Object.fromEntries(root.children.map((one) => [localName(one.name), one.text]));
}

/** Custom document properties by name. */
export function readCustomProperties(parts: Package): Record<string, PropertyValue> {
  const name = findPackagePart(parts, CUSTOM_PROPERTIES_KINDS);
  if (name === undefined) return {};
  const root = parseXml(name, parts.part(name));
  return Object.fromEntries(
    children(root, "property").map((one) => [one.attributes.name ?? "", readValue(one.children[0])]),
  );
}

function readValue(element: XmlElement | undefined): PropertyValue {
  if (element === undefined) return "";
  const type = localName(element.name);
  if (type === "bool") return isTrue(element.text.trim());
  if (DATE_TYPES.has(type)) return { date: element.text.trim() };
  const number = Number(element.text);
  return NUMBER_TYPES.has(type) && Number.isFinite(number) ? number : unescapeXstring(element.text);
}
