import { damaged } from "./error";
import { XmlScanner } from "./xml-scanner";

/** Parts are decoded and parsed in slices, so that a large part is never held as text in whole. */
const SLICE = 1024 * 1024;

export interface XmlEvents {
  /** `prefix` is that of the root element, without its colon. */
  open(name: string, attributes: Record<string, string>, prefix: string): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads the XML of an untrusted part in one pass. Names come without the prefix of the root element, so that
 * `x:worksheet` is read as `worksheet`; names with another prefix keep it.
 * @throws XlsxError `forbiddenXml` for a DOCTYPE, an entity of its own or absurd depth; `damaged` when not well-formed
 */
export function scanXml(part: string, bytes: Uint8Array, events: XmlEvents): void {
  let prefix: string | null = null;
  const local = (name: string): string => (prefix && name.startsWith(prefix) ? name.slice(prefix.length) : name);
  const scanner = new XmlScanner(part, {
    open(name, attributes) {
      prefix ??= name.slice(0, name.indexOf(":") + 1);
      events.open(local(name), attributes, prefix.slice(0, -1));
    },
    close: (name) => events.close(local(name)),
    text: (text) => events.text(text),
  });
  for (const text of decode(part, bytes)) scanner.write(text);
  scanner.close();
}

/** The text of a part in slices: UTF-8 unless a byte order mark says UTF-16, as XML 1.0 appendix F has it. */
function* decode(part: string, bytes: Uint8Array): Generator<string> {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  const decoder = new TextDecoder(isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8", { fatal: true });
  for (let at = 0; at < bytes.length; at += SLICE) {
    let text: string;
    try {
      text = decoder.decode(bytes.subarray(at, at + SLICE), { stream: at + SLICE < bytes.length });
    } catch (cause) {
      throw damaged("encoding", part, undefined, cause);
    }
    yield text;
  }
}

/** The text of a whole part. */
export function decodeXml(part: string, bytes: Uint8Array): string {
  return [...decode(part, bytes)].join("");
}

/** The namespace of the root element; also makes sure that the part is well-formed. */
export function readNamespace(part: string, bytes: Uint8Array): string {
  let namespace: string | null = null;
  scanXml(part, bytes, {
    open(_, attributes, prefix) {
      namespace ??= attributes[prefix === "" ? "xmlns" : `xmlns:${prefix}`] ?? "";
    },
    close() {},
    text() {},
  });
  return namespace ?? "";
}

/** An element of a small part, read as a tree. */
export interface XmlElement {
  /** The name without the prefix of the root element. */
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** All text directly inside, joined. */
  text: string;
}

/** The whole part as a tree. For parts that are small by nature; worksheets are read with `scanXml`. */
export function parseXml(part: string, bytes: Uint8Array): XmlElement {
  const builder = new TreeBuilder();
  scanXml(part, bytes, builder);
  if (builder.root === null) throw damaged("xml", part);
  return builder.root;
}

/** Builds a tree from the events of `scanXml`. */
export class TreeBuilder implements XmlEvents {
  root: XmlElement | null = null;
  private readonly path: XmlElement[] = [];

  get isInside(): boolean {
    return this.path.length > 0;
  }

  open(name: string, attributes: Record<string, string>): void {
    const element: XmlElement = { name, attributes, children: [], text: "" };
    const parent = this.path.at(-1);
    if (parent === undefined) this.root = element;
    else parent.children.push(element);
    this.path.push(element);
  }

  close(): void {
    this.path.pop();
  }

  text(text: string): void {
    const parent = this.path.at(-1);
    if (parent !== undefined) parent.text += text;
  }
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

/** All children of that name. */
export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** The name without any prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/**
 * The value of an attribute that stands under a namespace prefix, whatever the prefix is. Attributes without a prefix do
 * not count: `id` of `<sheet id="…" r:id="…"/>` is another one.
 */
export function prefixedAttribute(element: XmlElement, name: string): string | undefined {
  const key = Object.keys(element.attributes).find((one) => one.endsWith(`:${name}`));
  return key === undefined ? undefined : element.attributes[key];
}

/** Whether an xsd:boolean is true. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

/** Undoes `_x000D_` and its like: ST_Xstring of ISO/IEC 29500-1, 22.9.2.19. */
export function unescapeXstring(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
