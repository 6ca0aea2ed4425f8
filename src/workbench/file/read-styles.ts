import {
  BaselineOffset,
  BooleanNumber,
  TextDecoration,
  WrapStrategy,
  type IBorderData,
  type IBorderStyleData,
  type IStyleBase,
  type IStyleData,
} from "@univerjs/core";
import { BUILT_IN_FORMATS } from "../../xlsx/number-formats";
import { child, children, isTrue, type XmlElement } from "../../xlsx/xml";
import type { Colours } from "./colours";
import { BORDERS, HORIZONTAL, VERTICAL } from "./style-names";
import { INDENT_PIXELS } from "./units";

/** A cell format as the grid has it, with what the grid has no place for in a style. */
export interface CellFormat {
  style: IStyleData;
  isUnlocked: boolean;
}

/** The formats of a workbook. */
export interface Formats {
  /** By index of `cellXfs`. */
  cells: CellFormat[];
  /** By index of `dxfs`: what conditional formats change. */
  differential: IStyleBase[];
  gradients: number;
}

const STANDARD_FONT = { ff: "Calibri", fs: 11 };

/** Reads the styles part; without one there is the standard format only. */
export function readFormats(root: XmlElement | undefined, colours: Colours): Formats {
  const list = (section: string, name: string): XmlElement[] => children(child(root, section), name);
  const codes = readCodes(root);
  const fonts = list("fonts", "font").map((font) => readFont(font, colours));
  // A font that says no name or size has those of the standard one.
  const standard = { ...STANDARD_FONT, ...pickFace(fonts[0]) };
  const fills = list("fills", "fill").map((fill) => readFill(fill, colours, false));
  const borders = list("borders", "border").map((border) => readBorder(border, colours));
  const cells = list("cellXfs", "xf").map((xf): CellFormat => {
    const { numFmtId = "0", fontId = "0", fillId = "0", borderId = "0" } = xf.attributes;
    const pattern = codes.get(Number(numFmtId)) ?? BUILT_IN_FORMATS[Number(numFmtId)];
    const style: IStyleData = {
      ...standard,
      ...fonts[Number(fontId)],
      ...fills[Number(fillId)],
      ...borders[Number(borderId)],
      ...(pattern === undefined || pattern === "General" ? {} : { n: { pattern } }),
      ...readAlignment(child(xf, "alignment")),
    };
    const locked = child(xf, "protection")?.attributes.locked;
    return { style, isUnlocked: locked !== undefined && !isTrue(locked) };
  });
  const differential = list("dxfs", "dxf").map((dxf) => readDifferential(dxf, colours));
  const gradients = list("fills", "fill").filter((fill) => child(fill, "gradientFill") !== undefined).length;
  if (cells.length === 0) cells.push({ style: { ...STANDARD_FONT }, isUnlocked: false });
  return { cells, differential, gradients };
}

function pickFace(font: IStyleBase | undefined): Pick<IStyleBase, "ff" | "fs"> {
  return { ...(font?.ff ? { ff: font.ff } : {}), ...(font?.fs ? { fs: font.fs } : {}) };
}

function readCodes(root: XmlElement | undefined): Map<number, string> {
  const elements = children(child(root, "numFmts"), "numFmt");
  return new Map(elements.map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? "General"]));
}

/** The font of a cell, of a run of rich text or of a conditional format. */
export function readFont(font: XmlElement | undefined, colours: Colours): IStyleBase {
  const style: IStyleBase = {};
  const value = (name: string): string | undefined => child(font, name)?.attributes.val;
  const has = (name: string): boolean => {
    const element = child(font, name);
    return element !== undefined && (element.attributes.val === undefined || isTrue(element.attributes.val));
  };
  const name = value("name") ?? value("rFont");
  if (name !== undefined) style.ff = name;
  if (value("sz") !== undefined) style.fs = Number(value("sz"));
  if (has("b")) style.bl = BooleanNumber.TRUE;
  if (has("i")) style.it = BooleanNumber.TRUE;
  if (has("strike")) style.st = { s: BooleanNumber.TRUE };
  const underline = child(font, "u");
  if (underline !== undefined && underline.attributes.val !== "none") {
    const isDouble = underline.attributes.val?.startsWith("double");
    style.ul = isDouble ? { s: BooleanNumber.TRUE, t: TextDecoration.DOUBLE } : { s: BooleanNumber.TRUE };
  }
  const colour = colours.read(child(font, "color"));
  if (colour !== undefined) style.cl = { rgb: colour };
  if (value("vertAlign") === "superscript") style.va = BaselineOffset.SUPERSCRIPT;
  if (value("vertAlign") === "subscript") style.va = BaselineOffset.SUBSCRIPT;
  return style;
}

/** The grid has plain fills only: a pattern or gradient becomes its first colour. */
function readFill(fill: XmlElement | undefined, colours: Colours, isDifferential: boolean): IStyleBase {
  const gradient = child(fill, "gradientFill");
  const pattern = child(fill, "patternFill");
  const type = pattern?.attributes.patternType;
  const [fore, back] = [child(pattern, "fgColor"), child(pattern, "bgColor")];
  let colour: string | undefined;
  if (gradient !== undefined) colour = colours.read(child(children(gradient, "stop")[0], "color"));
  // Conditional formats keep a plain fill's colour in the background, cells in the foreground.
  else if (isDifferential && type !== "none") colour = colours.read(back) ?? colours.read(fore);
  else if (type !== undefined && type !== "none") colour = colours.read(fore);
  return colour === undefined ? {} : { bg: { rgb: colour } };
}

function readBorder(border: XmlElement | undefined, colours: Colours): IStyleBase {
  if (border === undefined) return {};
  const { diagonalDown, diagonalUp } = border.attributes;
  const side = (...names: string[]): IBorderStyleData | undefined => {
    const element = names.map((name) => child(border, name)).find((one) => one?.attributes.style !== undefined);
    const style = BORDERS.toGrid(element?.attributes.style);
    return style === undefined
      ? undefined
      : { s: style, cl: { rgb: colours.read(child(element, "color")) ?? "#000000" } };
  };
  const diagonal = side("diagonal");
  const sides: [keyof IBorderData, IBorderStyleData | undefined][] = [
    ["t", side("top")],
    ["r", side("right", "end")],
    ["b", side("bottom")],
    ["l", side("left", "start")],
    ["tl_br", isTrue(diagonalDown) ? diagonal : undefined],
    ["bl_tr", isTrue(diagonalUp) ? diagonal : undefined],
  ];
  const bd = Object.fromEntries(sides.filter(([, one]) => one !== undefined)) as IBorderData;
  return Object.keys(bd).length === 0 ? {} : { bd };
}

function readAlignment(alignment: XmlElement | undefined): IStyleData {
  const style: IStyleData = {};
  if (alignment === undefined) return style;
  const { horizontal, vertical, wrapText, indent, textRotation = "0" } = alignment.attributes;
  const ht = HORIZONTAL.toGrid(horizontal);
  const vt = VERTICAL.toGrid(vertical);
  if (ht !== undefined) style.ht = ht;
  if (vt !== undefined) style.vt = vt;
  if (isTrue(wrapText)) style.tb = WrapStrategy.WRAP;
  const padding = Number(indent ?? 0) * INDENT_PIXELS;
  if (padding > 0) style.pd = horizontal === "right" ? { r: padding } : { l: padding };
  // Degrees upwards, from 91 on downwards; 255 sets letters one below the other. The grid counts downwards.
  const rotation = Number(textRotation);
  if (rotation === 255) style.tr = { a: 0, v: BooleanNumber.TRUE };
  else if (rotation > 0) style.tr = { a: rotation > 90 ? rotation - 90 : -rotation };
  return style;
}

function readDifferential(dxf: XmlElement, colours: Colours): IStyleBase {
  const code = child(dxf, "numFmt")?.attributes.formatCode;
  return {
    ...readFont(child(dxf, "font"), colours),
    ...readFill(child(dxf, "fill"), colours, true),
    ...readBorder(child(dxf, "border"), colours),
    ...(code === undefined ? {} : { n: { pattern: code } }),
  };
}
