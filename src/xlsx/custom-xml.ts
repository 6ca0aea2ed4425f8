import type { Package } from "./package";
import { decodeXml, parseXml, prefixedAttribute, readNamespace } from "./xml";
import type { CustomXmlPart } from "./workbook";

/** The custom XML parts that the workbook, or the package, links to. */
export function readCustomXml(parts: Package, main: string): CustomXmlPart[] {
  const names = new Set([...parts.targets(main, "customXml"), ...parts.targets("", "customXml")]);
  return [...names]
    .filter((name) => parts.has(name))
    .map((part) => {
      const bytes = parts.part(part);
      const namespace = readNamespace(part, bytes);
      return { id: readId(parts, part), namespace, xml: decodeXml(part, bytes), part };
    });
}

/** The id that the part's properties give it. */
function readId(parts: Package, part: string): string | null {
  const name = parts.targets(part, "customXmlProps").find((one) => parts.has(one));
  if (name === undefined) return null;
  const root = parseXml(name, parts.part(name));
  return prefixedAttribute(root, "itemID") ?? root.attributes.itemID ?? null;
}
