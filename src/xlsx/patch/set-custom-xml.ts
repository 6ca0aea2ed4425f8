import { readCustomXml } from "../custom-xml";
import { crc32 } from "../crc32";
import { XlsxError } from "../error";
import { escapeAttribute } from "../escape";
import { Package } from "../package";
import { readNamespace } from "../xml";
import type { CustomXmlChange } from "./changes";
import { CONTENT, XML_HEAD } from "./dialect";
import type { PackageEditor } from "./package-editor";

/** Writes or removes the custom XML part of a namespace; parts of other namespaces stay as they are. */
export function setCustomXml(editor: PackageEditor, { namespace, xml }: CustomXmlChange): void {
  if (xml !== null) expectNamespace(namespace, xml);
  const parts = readCustomXml(new Package(editor), editor.main);
  const [first, ...others] = parts.filter((one) => one.namespace === namespace);
  const unwanted = new Set((xml === null && first ? [first, ...others] : others).map(({ part }) => part));
  for (const source of [editor.main, ""]) {
    editor.unlink(source, ({ kind, target }) => kind === "customXml" && unwanted.has(target));
  }
  if (xml === null) return;
  if (first !== undefined) editor.set(first.part, xml);
  else addPart(editor, namespace, xml, new Set(parts.map(({ id }) => id)));
}

function addPart(editor: PackageEditor, namespace: string, xml: string, ids: ReadonlySet<string | null>): void {
  const { customXml } = editor.dialect;
  const part = editor.freeName("customXml/item#.xml");
  const properties = editor.freeName("customXml/itemProps#.xml");
  editor.set(part, xml);
  editor.declare(part, CONTENT.xml);
  editor.link(editor.main, "customXml", part);
  const schema = `<ds:schemaRefs><ds:schemaRef ds:uri="${escapeAttribute(namespace)}"/></ds:schemaRefs>`;
  const id = makeId(namespace, ids);
  editor.set(
    properties,
    `${XML_HEAD}<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${customXml}">${schema}</ds:datastoreItem>`,
  );
  editor.declare(properties, CONTENT.customXmlProperties);
  editor.link(part, "customXmlProps", properties);
}

function expectNamespace(namespace: string, xml: string): void {
  let found: string;
  try {
    found = readNamespace("customXml", new TextEncoder().encode(xml));
  } catch (cause) {
    throw new XlsxError({ code: "badChange", reason: "customXml", detail: namespace }, { cause });
  }
  if (found !== namespace) throw new XlsxError({ code: "badChange", reason: "customXml", detail: found });
}

/** An id made from the namespace, so that the same change gives the same file: shaped as a GUID of version 8 (RFC 9562). */
function makeId(namespace: string, taken: ReadonlySet<string | null>): string {
  for (let salt = 0; ; salt++) {
    const hash = (word: number): string =>
      crc32(new TextEncoder().encode(`${salt}/${word}/${namespace}`))
        .toString(16)
        .padStart(8, "0");
    const digits = [0, 1, 2, 3].map(hash).join("").toUpperCase();
    const id = `{${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-A${digits.slice(17, 20)}-${digits.slice(20, 32)}}`;
    if (!taken.has(id)) return id;
  }
}
