import { zipSync, type Zippable } from "fflate";
import { attributesXml } from "../../xlsx/escape";
import { relationshipsName, relativeTarget } from "../../xlsx/package";
import { XML_HEAD } from "../../xlsx/patch/dialect";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml";

interface Link {
  type: string;
  target: string;
  isExternal: boolean;
}

/** Collects the parts of a new workbook, their content types and links, and packs them. */
export class PackageWriter {
  private readonly parts = new Map<string, string | Uint8Array>();
  private readonly types = new Map<string, string>();
  private readonly links = new Map<string, Link[]>();

  add(name: string, contentType: string, part: string | Uint8Array): void {
    this.parts.set(name, part);
    this.types.set(name, contentType);
  }

  /**
   * Links a part (`""` for the package) to another.
   * @param kind last segment of an Office relationship's type, or a whole type
   * @returns the id of the link
   */
  link(source: string, kind: string, target: string, isExternal = false): string {
    const links = this.links.get(source) ?? [];
    this.links.set(source, links);
    return `rId${links.push({ type: kind.includes(":") ? kind : `${LINKS}/${kind}`, target, isExternal })}`;
  }

  /** The file. */
  pack(): Uint8Array {
    const all: [string, string | Uint8Array][] = [["[Content_Types].xml", this.contentTypes()]];
    for (const [source, links] of this.links) all.push([relationshipsName(source), linksXml(source, links)]);
    const encoder = new TextEncoder();
    const parts: Zippable = Object.fromEntries(
      [...all, ...this.parts].map(([name, part]) => [name, typeof part === "string" ? encoder.encode(part) : part]),
    );
    return zipSync(parts, { mtime: "1980-01-01T00:00:00" });
  }

  private contentTypes(): string {
    const overrides = [...this.types].map(
      ([name, type]) => `<Override${attributesXml({ PartName: `/${name}`, ContentType: type })}/>`,
    );
    return (
      `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${RELATIONSHIPS}"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`
    );
  }
}

function linksXml(source: string, links: readonly Link[]): string {
  const lines = links.map(({ type, target, isExternal }, index) => {
    const attributes = {
      Id: `rId${index + 1}`,
      Type: type,
      Target: isExternal ? target : relativeTarget(source, target),
      TargetMode: isExternal ? "External" : undefined,
    };
    return `<Relationship${attributesXml(attributes)}/>`;
  });
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}
