import { attributesXml } from "../escape";
import type { CellStyle } from "./changes";
import { CONTENT, XML_HEAD } from "./dialect";
import { appendTo, setAttribute, type Edit, type LocatedElement, type LocatedXml } from "./located-xml";
import type { PackageEditor } from "./package-editor";

/** Children of the style sheet in the order that the schema fixes. */
const SECTIONS = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
/** The first id of formats that are not built in. */
const FIRST_FORMAT = 164;
const SIDES = ["left", "right", "top", "bottom"];

/**
 * Adds cell formats to the styles part, behind those that are there: no existing index changes. What an earlier change
 * added is found again and not added twice.
 * @returns the index of each format, by the name given
 */
export function appendStyles(editor: PackageEditor, styles: Readonly<Record<string, CellStyle>>): Map<string, number> {
  const indexes = new Map<string, number>();
  if (Object.keys(styles).length === 0) return indexes;
  const sheet = new StyleSheet(editor.locate(findStyles(editor)));
  for (const [name, style] of Object.entries(styles)) indexes.set(name, sheet.indexOf(style));
  editor.edit(sheet.xml, sheet.edits());
  return indexes;
}

function findStyles(editor: PackageEditor): string {
  const links = editor.relationships(editor.main).filter(({ kind }) => kind === "styles");
  const found = links.find(({ target }) => editor.has(target));
  if (found !== undefined) return found.target;
  editor.unlink(editor.main, ({ kind }) => kind === "styles");
  const name = editor.freeName("xl/styles.xml");
  // The least that Excel takes: one font, the two fills that it counts on, one border, one format.
  editor.set(
    name,
    `${XML_HEAD}<styleSheet xmlns="${editor.dialect.main}"><fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts>` +
      `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
      `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
      `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>`,
  );
  editor.declare(name, CONTENT.styles);
  editor.link(editor.main, "styles", name);
  return name;
}

class StyleSheet {
  private readonly added = new Map<string, string[]>();
  private readonly font: string;
  private readonly size: string;

  constructor(readonly xml: LocatedXml) {
    const standard = this.section("fonts")?.children[0];
    const value = (name: string): string | undefined =>
      standard?.children.find((one) => one.name === name)?.attributes.val;
    this.font = value("name") ?? "等线";
    this.size = value("sz") ?? "11";
  }

  /** The index of a cell format, added if need be. */
  indexOf(style: CellStyle): number {
    const p = this.xml.prefix;
    const numFmtId = style.format === undefined ? 0 : this.formatId(style.format);
    const fontId = this.place("fonts", this.fontXml(style));
    const fillId = style.fill === undefined ? 0 : this.place("fills", this.fillXml(style.fill));
    const borderId = style.border === undefined ? 0 : this.place("borders", this.borderXml(style.border));
    const alignment = attributesXml({
      horizontal: style.horizontal,
      vertical: style.vertical ?? "center",
      wrapText: style.wrap,
    });
    const ids = attributesXml({ numFmtId, fontId, fillId, borderId, xfId: 0 });
    const applied = ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"`;
    return this.place("cellXfs", `<${p}xf${ids}${applied}><${p}alignment${alignment}/></${p}xf>`);
  }

  /** What is to be changed in the part. */
  edits(): Edit[] {
    const edits: Edit[] = [];
    let last = "";
    for (const name of SECTIONS) {
      const added = this.added.get(name) ?? [];
      if (added.length === 0) continue;
      const section = this.section(name);
      const next = this.followerOf(name);
      if (section !== undefined) {
        const count = String(section.children.length + added.length);
        edits.push(setAttribute(this.xml, section, "count", count), appendTo(this.xml, section, added.join("")));
      } else if (next !== undefined)
        edits.push({ from: next.start, to: next.start, text: this.sectionXml(name, added) });
      else last += this.sectionXml(name, added);
    }
    if (last !== "") edits.push(appendTo(this.xml, this.xml.root, last));
    return edits;
  }

  private fontXml({ bold, underline, color, size, fontName }: CellStyle): string {
    const p = this.xml.prefix;
    const inner = [
      bold ? `<${p}b/>` : "",
      underline ? `<${p}u/>` : "",
      `<${p}sz${attributesXml({ val: size ?? this.size })}/>`,
      color === undefined ? "" : `<${p}color rgb="FF${color}"/>`,
      `<${p}name${attributesXml({ val: fontName ?? this.font })}/>`,
    ];
    return `<${p}font>${inner.join("")}</${p}font>`;
  }

  private fillXml(color: string): string {
    const p = this.xml.prefix;
    const pattern = `<${p}patternFill patternType="solid"><${p}fgColor rgb="FF${color}"/><${p}bgColor indexed="64"/></${p}patternFill>`;
    return `<${p}fill>${pattern}</${p}fill>`;
  }

  private borderXml(color: string): string {
    const p = this.xml.prefix;
    const sides = SIDES.map((side) => `<${p}${side} style="thin"><${p}color rgb="FF${color}"/></${p}${side}>`);
    return `<${p}border>${sides.join("")}<${p}diagonal/></${p}border>`;
  }

  private formatId(code: string): number {
    const existing = this.section("numFmts")?.children ?? [];
    const same = existing.find(({ attributes }) => attributes.formatCode === code);
    if (same !== undefined) return Number(same.attributes.numFmtId);
    const added = this.added.get("numFmts") ?? [];
    const ids = existing.map(({ attributes }) => Number(attributes.numFmtId)).filter(Number.isInteger);
    const first = Math.max(FIRST_FORMAT - 1, ...ids) + 1;
    const element = (id: number): string =>
      `<${this.xml.prefix}numFmt${attributesXml({ numFmtId: id, formatCode: code })}/>`;
    const known = added.findIndex((one, index) => one === element(first + index));
    if (known >= 0) return first + known;
    added.push(element(first + added.length));
    this.added.set("numFmts", added);
    return first + added.length - 1;
  }

  /** The index of an element in a section: of one that is the same, or of the one that is added. */
  private place(section: string, element: string): number {
    const existing = this.section(section)?.children ?? [];
    const known = existing.findIndex(({ start, end }) => this.xml.text.slice(start, end) === element);
    if (known >= 0) return known;
    const added = this.added.get(section) ?? [];
    this.added.set(section, added);
    const pending = added.indexOf(element);
    if (pending >= 0) return existing.length + pending;
    added.push(element);
    return existing.length + added.length - 1;
  }

  private section(name: string): LocatedElement | undefined {
    return this.xml.root.children.find((one) => one.name === name);
  }

  /** The first section there that must come after another. */
  private followerOf(name: string): LocatedElement | undefined {
    const later = SECTIONS.slice(SECTIONS.indexOf(name) + 1);
    return this.xml.root.children.find((one) => later.includes(one.name));
  }

  private sectionXml(name: string, added: readonly string[]): string {
    const tag = `${this.xml.prefix}${name}`;
    return `<${tag} count="${added.length}">${added.join("")}</${tag}>`;
  }
}
