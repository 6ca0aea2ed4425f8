import {
  BaselineOffset,
  HorizontalAlign,
  TextDecoration,
  WrapStrategy,
  type IBorderData,
  type IBorderStyleData,
  type IStyleBase,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import { attributesXml, escapeXstring } from "../../xlsx/escape";
import { BUILT_IN_FORMATS } from "../../xlsx/number-formats";
import { XML_HEAD } from "../../xlsx/patch/dialect";
import { toHex } from "./colours";
import { MAIN } from "./package-writer";
import { BORDERS, HORIZONTAL, VERTICAL } from "./style-names";
import { INDENT_PIXELS } from "./units";

/** The first id of formats that are not built in. */
const FIRST_FORMAT = 164;
/** Built-in codes that mean the same in every language; others differ between Excel in one language and another. */
const STABLE_FORMATS = [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 45, 46, 47, 48, 49];

/** Collects the formats that a workbook uses, each once, and writes the styles part. */
export class StyleSheet {
  private readonly fonts = new Section();
  private readonly fills = new Section();
  private readonly borders = new Section();
  private readonly xfs = new Section();
  private readonly dxfs = new Section();
  private readonly codes: string[] = [];
  private readonly known = new Map<string, number>();

  /** @param standard the format of cells that have none */
  constructor(private readonly standard: IStyleData) {
    // Excel takes the first two fills for these whatever stands there.
    this.fills.add(`<fill><patternFill patternType="none"/></fill>`);
    this.fills.add(`<fill><patternFill patternType="gray125"/></fill>`);
    this.cell(standard, false);
  }

  /** The index of a cell format. `style` is complete: nothing of the standard format is added to it. */
  cell(style: IStyleData, isUnlocked: boolean): number {
    const key = `${isUnlocked ? "u" : "l"}${JSON.stringify(style)}`;
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.xfs.add(this.xfXml(style, isUnlocked));
      this.known.set(key, index);
    }
    return index;
  }

  /** The index of what a conditional format changes. */
  differential(style: IStyleBase): number {
    const code = style.n?.pattern;
    const hex = toHex(style.bg?.rgb);
    const inner = [
      fontXml(style, "dxf"),
      code === undefined ? "" : `<numFmt${attributesXml({ numFmtId: this.formatId(code), formatCode: escapeXstring(code) })}/>`, // prettier-ignore
      hex === undefined ? "" : `<fill><patternFill patternType="solid"><fgColor rgb="FF${hex}"/><bgColor rgb="FF${hex}"/></patternFill></fill>`, // prettier-ignore
      style.bd ? borderXml(style.bd, false) : "",
    ];
    return this.dxfs.add(`<dxf>${inner.join("")}</dxf>`);
  }

  /** The styles part. */
  get xml(): string {
    const codes = this.codes.map((formatCode, index) => `<numFmt${attributesXml({ numFmtId: FIRST_FORMAT + index, formatCode: escapeXstring(formatCode) })}/>`); // prettier-ignore
    return [
      `${XML_HEAD}<styleSheet xmlns="${MAIN}">`,
      section("numFmts", codes),
      section("fonts", this.fonts.all),
      section("fills", this.fills.all),
      section("borders", this.borders.all),
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0">${alignmentXml(this.standard)}</xf></cellStyleXfs>`,
      section("cellXfs", this.xfs.all),
      `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>`,
      section("dxfs", this.dxfs.all),
      `</styleSheet>`,
    ].join("");
  }

  private xfXml(style: IStyleData, isUnlocked: boolean): string {
    const hex = toHex(style.bg?.rgb);
    const fill = `<fill><patternFill patternType="solid"><fgColor rgb="FF${hex}"/><bgColor indexed="64"/></patternFill></fill>`;
    const alignment = alignmentXml(style);
    const code = style.n?.pattern;
    const ids = {
      numFmtId: code === undefined ? 0 : this.formatId(code),
      fontId: this.fonts.add(fontXml(style, "cell")),
      fillId: hex === undefined ? 0 : this.fills.add(fill),
      borderId: this.borders.add(borderXml(style.bd ?? {}, true)),
      xfId: 0,
    };
    const applied = {
      applyNumberFormat: ids.numFmtId > 0 || undefined,
      applyFont: ids.fontId > 0 || undefined,
      applyFill: ids.fillId > 0 || undefined,
      applyBorder: ids.borderId > 0 || undefined,
      applyAlignment: alignment !== "" || undefined,
      applyProtection: isUnlocked || undefined,
    };
    const protection = isUnlocked ? `<protection locked="0"/>` : "";
    return `<xf${attributesXml({ ...ids, ...applied })}>${alignment}${protection}</xf>`;
  }

  private formatId(code: string): number {
    const builtIn = STABLE_FORMATS.find((id) => BUILT_IN_FORMATS[id] === code);
    if (builtIn !== undefined) return builtIn;
    const known = this.codes.indexOf(code);
    return FIRST_FORMAT + (known >= 0 ? known : this.codes.push(code) - 1);
  }
}

/** The font of a cell, of a run of rich text (`rPr`) or of a conditional format, whose element may be left out. */
export function fontXml(style: IStyleBase, kind: "cell" | "run" | "dxf"): string {
  const hex = toHex(style.cl?.rgb);
  const flag = (name: string, value: unknown): string =>
    value ? `<${name}/>` : kind === "dxf" && value === 0 ? `<${name} val="0"/>` : "";
  const underline = style.ul?.s ? `<u${style.ul.t === TextDecoration.DOUBLE ? ` val="double"` : ""}/>` : "";
  const vertical = style.va === BaselineOffset.SUPERSCRIPT ? "superscript" : style.va === BaselineOffset.SUBSCRIPT ? "subscript" : ""; // prettier-ignore
  const font = [
    // A run names its font first, a cell's font last: the schema fixes the order.
    kind === "run" && style.ff ? `<rFont${attributesXml({ val: style.ff })}/>` : "",
    flag("b", style.bl),
    flag("i", style.it),
    flag("strike", style.st?.s),
    kind === "run" ? colourXml(hex) : "",
    kind === "run" && style.fs ? `<sz val="${style.fs}"/>` : "",
    underline,
    vertical === "" ? "" : `<vertAlign val="${vertical}"/>`,
    kind !== "run" && style.fs ? `<sz val="${style.fs}"/>` : "",
    kind !== "run" ? colourXml(hex) : "",
    kind !== "run" && style.ff ? `<name${attributesXml({ val: style.ff })}/>` : "",
  ].join("");
  if (kind === "run") return font === "" ? "" : `<rPr>${font}</rPr>`;
  return font === "" && kind === "dxf" ? "" : `<font>${font}</font>`;
}

function colourXml(hex: string | undefined): string {
  return hex === undefined ? "" : `<color rgb="FF${hex}"/>`;
}

function borderXml(border: IBorderData, hasDiagonal: boolean): string {
  const { l, r, t, b, tl_br: down, bl_tr: up } = border;
  const side = (name: string, data: Nullable<IBorderStyleData>): string => {
    const style = BORDERS.toFile(data?.s);
    if (style === undefined) return `<${name}/>`;
    return `<${name} style="${style}"><color rgb="FF${toHex(data?.cl.rgb) ?? "000000"}"/></${name}>`;
  };
  const diagonals = attributesXml({ diagonalUp: BORDERS.toFile(up?.s) ? true : undefined, diagonalDown: BORDERS.toFile(down?.s) ? true : undefined }); // prettier-ignore
  const sides = side("left", l) + side("right", r) + side("top", t) + side("bottom", b);
  return `<border${hasDiagonal ? diagonals : ""}>${sides}${hasDiagonal ? side("diagonal", down ?? up) : ""}</border>`;
}

function alignmentXml(style: IStyleData): string {
  const padding = (style.ht === HorizontalAlign.RIGHT ? style.pd?.r : style.pd?.l) ?? 0;
  const angle = style.tr?.a ?? 0;
  const rotation = style.tr?.v ? 255 : angle > 0 ? 90 + Math.min(90, angle) : -Math.max(-90, angle);
  const indent = Math.round(padding / INDENT_PIXELS);
  const attributes = attributesXml({
    horizontal: HORIZONTAL.toFile(style.ht) ?? (indent > 0 ? "left" : undefined),
    vertical: VERTICAL.toFile(style.vt),
    textRotation: rotation || undefined,
    wrapText: style.tb === WrapStrategy.WRAP || undefined,
    indent: indent || undefined,
  });
  return attributes === "" ? "" : `<alignment${attributes}/>`;
}

class Section {
  readonly all: string[] = [];
  private readonly indexes = new Map<string, number>();

  add(element: string): number {
    let index = this.indexes.get(element);
    if (index === undefined) {
      index = this.all.push(element) - 1;
      this.indexes.set(element, index);
    }
    return index;
  }
}

function section(name: string, elements: readonly string[]): string {
  return elements.length === 0 ? "" : `<${name} count="${elements.length}">${elements.join("")}</${name}>`;
}
