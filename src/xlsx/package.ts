import { XlsxError, damaged } from "./error";
import { oncePerPart } from "./recent-parts";
import { children, parseXml } from "./xml";

export const CONTENT_TYPES = "[Content_Types].xml";

/** A link from one part to another, or out of the package. */
export interface Relationship {
  id: string;
  /** The last segment of the type, which transitional and strict files share: `worksheet`, `customXml`, ... */
  kind: string;
  /** The full type. */
  type: string;
  /** The name of the part, or the address outside. */
  target: string;
  isExternal: boolean;
}

/** Where parts are taken from. Names are compared without regard to case. */
export interface PartSource {
  part(name: string): Uint8Array | undefined;
  has(name: string): boolean;
}

/** The parts of an Office document and how they hang together (ISO/IEC 29500-2). */
export class Package {
  private readonly read = new Map<string, readonly Relationship[]>();

  constructor(private readonly source: PartSource) {}

  /** @throws XlsxError `missingPart` */
  part(name: string): Uint8Array {
    const part = this.source.part(name);
    if (part === undefined) throw new XlsxError({ code: "missingPart", part: name });
    return part;
  }

  has(name: string): boolean {
    return this.source.has(name);
  }

  /** What a part, or the package itself (`""`), links to. */
  relationships(source: string): readonly Relationship[] {
    let found = this.read.get(source);
    if (found === undefined) {
      const name = relationshipsName(source);
      const bytes = this.source.part(name);
      found = bytes === undefined ? [] : readRelationships(name, bytes);
      this.read.set(source, found);
    }
    return found;
  }

  /** The parts inside that a part links to with relationships of one kind. */
  targets(source: string, kind: string): string[] {
    return this.relationships(source)
      .filter((one) => one.kind === kind && !one.isExternal)
      .map((one) => one.target);
  }

  contentType(name: string): string | undefined {
    const { overrides, defaults } = readContentTypes(CONTENT_TYPES, this.part(CONTENT_TYPES));
    const key = name.toLowerCase();
    return overrides.get(`/${key}`) ?? defaults.get(key.slice(key.lastIndexOf(".") + 1));
  }
}

const readRelationships = oncePerPart((name, bytes): readonly Relationship[] => {
  const source = name.replace(/_rels\/([^/]*)\.rels$/, "$1");
  return children(parseXml(name, bytes), "Relationship").map(({ attributes }) => {
    const { Id: id, Type: type, Target: target } = attributes;
    if (id === undefined || type === undefined || target === undefined) throw damaged("xml", name, "Relationship");
    const isExternal = attributes.TargetMode === "External";
    const kind = type.slice(type.lastIndexOf("/") + 1);
    return { id, kind, type, isExternal, target: isExternal ? target : resolveTarget(source, target) };
  });
});

const readContentTypes = oncePerPart((name, bytes) => {
  const root = parseXml(name, bytes);
  const table = (element: string, key: string): ReadonlyMap<string, string> =>
    new Map(
      children(root, element).map(({ attributes }) => [
        (attributes[key] ?? "").replaceAll("\\", "/").toLowerCase(),
        attributes.ContentType ?? "",
      ]),
    );
  return { overrides: table("Override", "PartName"), defaults: table("Default", "Extension") };
});

/** The name of the part that holds the links of another: `xl/_rels/workbook.xml.rels`. */
export function relationshipsName(source: string): string {
  const slash = source.lastIndexOf("/") + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

/** The name of the part that a link points at. It never leaves the package: `..` above the root stays at the root. */
function resolveTarget(source: string, target: string): string {
  const path = decodeTarget(target).replaceAll("\\", "/");
  const folder = path.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") folder.pop();
    else if (step !== "" && step !== ".") folder.push(step);
  }
  return folder.join("/");
}

/** The target that `resolveTarget` takes back to the part: `../customXml/item1.xml`. */
export function relativeTarget(source: string, part: string): string {
  const from = source.split("/").slice(0, -1);
  const to = part.split("/");
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared).map(encodeURIComponent)].join("/");
}

/** Targets are URIs; some programs write names with a bare `%`, which are then taken as they stand. */
function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
