import { XlsxError } from "../error";
import { attributesXml } from "../escape";
import { openPackage, type OpenedPackage } from "../open-package";
import {
  CONTENT_TYPES,
  Package,
  relationshipsName,
  relativeTarget,
  type PartSource,
  type Relationship,
} from "../package";
import { decodeXml } from "../xml";
import { writeZip, type PartChange } from "../zip-writer";
import type { Zip } from "../zip";
import { XML_HEAD, dialectOf, type Dialect } from "./dialect";
import {
  appendTo,
  applyEdits,
  locateXml,
  removeElement,
  type Edit,
  type LocatedElement,
  type LocatedXml,
} from "./located-xml";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A package with changes laid over it: reads give the changed parts, the rest stays as it is in the zip. */
export class PackageEditor implements PartSource {
  readonly opened: OpenedPackage;
  readonly dialect: Dialect;
  private readonly changes = new Map<string, PartChange<Uint8Array>>();

  constructor(private readonly zip: Zip) {
    this.opened = openPackage(zip);
    const main = this.opened.parts.relationships("").find(({ kind }) => kind === "officeDocument");
    this.dialect = dialectOf(main?.type ?? "");
  }

  /** The name of the workbook part. */
  get main(): string {
    return this.opened.main;
  }

  /** The package with the changes made so far. */
  current(): OpenedPackage {
    return openPackage(this);
  }

  part(name: string): Uint8Array | undefined {
    const change = this.changes.get(name.toLowerCase());
    return change === undefined ? this.zip.part(name) : (change.bytes ?? undefined);
  }

  has(name: string): boolean {
    const change = this.changes.get(name.toLowerCase());
    return change === undefined ? this.zip.has(name) : change.bytes !== null;
  }

  /** A part with its elements located, ready for edits. */
  locate(name: string): LocatedXml {
    const bytes = this.part(name);
    if (bytes === undefined) throw new XlsxError({ code: "missingPart", part: name });
    return locateXml(name, decodeXml(name, bytes));
  }

  set(name: string, text: string): void {
    // Whatever the part was encoded in, it is written as UTF-8, and its declaration must say so.
    const declared = text.replace(/^(<\?xml[^>]*\sencoding\s*=\s*)(["'])utf-16\w*\2/i, "$1$2UTF-8$2");
    this.changes.set(name.toLowerCase(), { name, bytes: new TextEncoder().encode(declared) });
  }

  edit(xml: LocatedXml, edits: readonly Edit[]): void {
    if (edits.length > 0) this.set(xml.part, applyEdits(xml.text, edits));
  }

  /** What a part links to, with the changes made so far. */
  relationships(source: string): readonly Relationship[] {
    return new Package(this).relationships(source);
  }

  /** A name that no part has: `#` becomes the first free number; without one, a number follows if need be. */
  freeName(pattern: string): string {
    if (!pattern.includes("#")) return this.has(pattern) ? this.freeName(pattern.replace(/(?=\.\w+$)/, "#")) : pattern;
    for (let number = 1; ; number++) {
      const name = pattern.replace("#", String(number));
      if (!this.has(name)) return name;
    }
  }

  /** Links a part (`""` for the package itself) to another, and gives the id of the link. */
  link(source: string, kind: string, target: string): string {
    const name = relationshipsName(source);
    const ids = new Set(this.relationships(source).map(({ id }) => id));
    let number = ids.size + 1;
    while (ids.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    if (!this.has(name)) this.set(name, `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"/>`);
    const xml = this.locate(name);
    const type = `${this.dialect.links}/${kind}`;
    const attributes = attributesXml({ Id: id, Type: type, Target: relativeTarget(source, target) });
    this.edit(xml, [appendTo(xml, xml.root, `<${xml.prefix}Relationship${attributes}/>`)]);
    return id;
  }

  /** Takes links of a part away. */
  unlink(source: string, isUnwanted: (link: Relationship) => boolean): void {
    const ids = new Set(this.relationships(source).filter(isUnwanted).map(({ id }) => id)); // prettier-ignore
    if (ids.size === 0) return;
    const xml = this.locate(relationshipsName(source));
    const unwanted = xml.root.children.filter(({ attributes }) => ids.has(attributes.Id ?? ""));
    this.edit(xml, unwanted.map(removeElement));
  }

  /** Says what kind of part a new one is. */
  declare(name: string, contentType: string): void {
    if (new Package(this).contentType(name) === contentType) return;
    const xml = this.locate(CONTENT_TYPES);
    const attributes = attributesXml({ PartName: `/${name}`, ContentType: contentType });
    const edits = xml.root.children.filter((one) => isOverride(one, name)).map(removeElement);
    this.edit(xml, [...edits, appendTo(xml, xml.root, `<${xml.prefix}Override${attributes}/>`)]);
  }

  /** The changed file, without the parts that nothing links to any more. */
  finish(): Uint8Array {
    if (this.changes.size === 0) return new Uint8Array(this.zip.bytes);
    this.removeOrphans();
    return writeZip(this.zip, this.changes);
  }

  /** Parts that could be reached before and cannot be reached now go, with their links and content types. */
  private removeOrphans(): void {
    const before = reachable(this.opened.parts);
    const now = reachable(new Package(this));
    const gone = [...before].filter((name) => !now.has(name) && this.has(name));
    if (gone.length === 0) return;
    const xml = this.locate(CONTENT_TYPES);
    const overrides = xml.root.children.filter((one) => gone.some((name) => isOverride(one, name)));
    this.edit(xml, overrides.map(removeElement));
    for (const name of gone.flatMap((one) => [one, relationshipsName(one)])) {
      if (this.has(name)) this.changes.set(name.toLowerCase(), { name, bytes: null });
    }
  }
}

function isOverride(element: LocatedElement, name: string): boolean {
  const { PartName: partName = "" } = element.attributes;
  return element.name === "Override" && partName.replaceAll("\\", "/").toLowerCase() === `/${name.toLowerCase()}`;
}

/** All parts that the package links to, directly or through others, by lower-case name. */
function reachable(parts: Package): Set<string> {
  const found = new Set<string>();
  const open = [""];
  for (let source = open.pop(); source !== undefined; source = open.pop()) {
    for (const { target, isExternal } of parts.relationships(source)) {
      const name = target.toLowerCase();
      if (isExternal || found.has(name) || !parts.has(target)) continue;
      found.add(name);
      open.push(target);
    }
  }
  return found;
}
