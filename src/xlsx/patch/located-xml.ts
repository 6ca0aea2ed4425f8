import { damaged } from "../error";
import { XmlScanner } from "../xml-scanner";

/** An element and where it stands in the text of its part, so that a change can leave the rest as it is. */
export interface LocatedElement {
  /** The name without the prefix of the root element. */
  name: string;
  attributes: Record<string, string>;
  children: LocatedElement[];
  /** From `<` of the start tag. */
  start: number;
  /** After `>` of the start tag. */
  openEnd: number;
  /** From `</` of the end tag; equals `openEnd` in an element without one (`<a/>`). */
  closeStart: number;
  /** After the element. */
  end: number;
}

export interface LocatedXml {
  part: string;
  text: string;
  root: LocatedElement;
  /** The prefix of the root element with its colon, or nothing: new elements are written with it. */
  prefix: string;
}

/** A stretch of text to be replaced by another. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** The prefix that the root element binds to a namespace, if it does. */
export function boundPrefix({ root }: LocatedXml, namespace: string): string | undefined {
  const found = Object.entries(root.attributes).find(([key, value]) => key.startsWith("xmlns:") && value === namespace);
  return found?.[0].slice("xmlns:".length);
}

/** Finds all elements of a part that was read and found well-formed before. */
export function locateXml(part: string, text: string): LocatedXml {
  const path: LocatedElement[] = [];
  let root: LocatedElement | null = null;
  let prefix = "";
  const scanner = new XmlScanner(part, {
    open(name, attributes) {
      if (root === null) prefix = name.slice(0, name.indexOf(":") + 1);
      const local = prefix !== "" && name.startsWith(prefix) ? name.slice(prefix.length) : name;
      const { start, end } = scanner;
      const element = { name: local, attributes, children: [], start, openEnd: end, closeStart: end, end };
      path.at(-1)?.children.push(element);
      root ??= element;
      path.push(element);
    },
    close() {
      const element = path.pop()!;
      element.end = scanner.end;
      if (scanner.end > element.openEnd) element.closeStart = scanner.start;
    },
    text() {},
  });
  scanner.write(text);
  scanner.close();
  if (root === null) throw damaged("xml", part);
  return { part, text, root, prefix };
}

/** The text with all edits made; they must not overlap. Edits at one place come out in the order in which they are given. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort((a, b) => a.from - b.from);
  let result = "";
  let at = 0;
  for (const { from, to, text: inserted } of inOrder) {
    result += text.slice(at, from) + inserted;
    at = Math.max(at, to);
  }
  return result + text.slice(at);
}

/** Puts XML at the end of an element's content, opening the element if it was written as empty. */
export function appendTo(xml: LocatedXml, element: LocatedElement, inserted: string): Edit {
  if (element.closeStart !== element.openEnd || xml.text[element.openEnd - 2] !== "/") {
    return { from: element.closeStart, to: element.closeStart, text: inserted };
  }
  const tag = xml.text.slice(element.start + 1).match(/^[^\s/>]+/)![0];
  return { from: element.openEnd - 2, to: element.openEnd, text: `>${inserted}</${tag}>` };
}

/** Takes an element away. */
export function removeElement(element: LocatedElement): Edit {
  return { from: element.start, to: element.end, text: "" };
}

/** Writes an attribute of an element's start tag anew, or adds it. `value` is escaped already. */
export function setAttribute(xml: LocatedXml, element: LocatedElement, name: string, value: string): Edit {
  const tag = xml.text.slice(element.start, element.openEnd);
  const found = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag);
  const end = tag.endsWith("/>") ? element.openEnd - 2 : element.openEnd - 1;
  if (found === null) return { from: end, to: end, text: ` ${name}="${value}"` };
  const from = element.start + found.index;
  return { from, to: from + found[0].length, text: ` ${name}="${value}"` };
}
