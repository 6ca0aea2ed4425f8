import type { Nullable } from "@univerjs/core";
import { child, type XmlElement } from "../../xlsx/xml";

/** The theme of a new Office workbook, in the order in which cells count: light 1, dark 1, light 2, dark 2, accents, links. */
const OFFICE_THEME = [
  "FFFFFF",
  "000000",
  "E7E6E6",
  "44546A",
  "4472C4",
  "ED7D31",
  "A5A5A5",
  "FFC000",
  "5B9BD5",
  "70AD47",
  "0563C1",
  "954F72",
];
/** Names of the theme's colours in the same order: cells swap dark and light against the theme part. */
const THEME_NAMES = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

/** The palette of ISO/IEC 29500-1, 18.8.27; the first eight stand twice. */
const PALETTE = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** Colours of one workbook as `#RRGGBB`. */
export class Colours {
  private readonly theme: readonly string[];
  private readonly palette: readonly string[];

  /**
   * @param theme the theme part's root, if there is one
   * @param styles the styles part's root, which may bring its own palette
   */
  constructor(theme: XmlElement | undefined, styles: XmlElement | undefined) {
    this.theme = readTheme(theme);
    const own = child(child(styles, "colors"), "indexedColors")?.children ?? [];
    this.palette = own.length === 0 ? PALETTE : own.map(({ attributes }) => (attributes.rgb ?? "").slice(-6));
  }

  /** The colour that a `color` element (or `fgColor`, `tabColor`, ...) means; undefined for automatic. */
  read(element: XmlElement | undefined): string | undefined {
    if (element === undefined) return undefined;
    const { rgb, theme, indexed, tint } = element.attributes;
    const plain = rgb ?? (theme === undefined ? this.palette[Number(indexed)] : this.theme[Number(theme)]);
    const hex = plain?.slice(-6);
    if (hex === undefined || !/^[0-9A-Fa-f]{6}$/.test(hex)) return undefined;
    return `#${tinted(hex, Number(tint ?? 0)).toUpperCase()}`;
  }
}

function readTheme(root: XmlElement | undefined): string[] {
  const scheme = child(child(root, "themeElements"), "clrScheme");
  return THEME_NAMES.map((name, index) => {
    const colour = child(scheme, name)?.children[0];
    const { val, lastClr } = colour?.attributes ?? {};
    return (colour?.name === "sysClr" ? lastClr : val) ?? OFFICE_THEME[index]!;
  });
}

/** Lighter or darker by a tint from -1 to 1: the lightness of HSL moves (ISO/IEC 29500-1, 18.8.19). */
function tinted(hex: string, tint: number): string {
  if (tint === 0 || Number.isNaN(tint)) return hex;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const [max, min] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const lightness = (max + min) / 2;
  const chroma = max - min;
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * lightness - 1));
  const moved = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const hue = hueOf(red, green, blue, max, chroma);
  const part = (shift: number): string => {
    const k = (shift + hue * 12) % 12;
    const value = moved - saturation * Math.min(moved, 1 - moved) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255).toString(16).padStart(2, "0");
  }; // prettier-ignore
  return part(0) + part(8) + part(4);
}

function hueOf(red: number, green: number, blue: number, max: number, chroma: number): number {
  if (chroma === 0) return 0;
  if (max === red) return (((green - blue) / chroma + 6) % 6) / 6;
  return max === green ? ((blue - red) / chroma + 2) / 6 : ((red - green) / chroma + 4) / 6;
}

/** `RRGGBB` of a colour as the grid has it (`#abc`, `#aabbcc`, `rgb(1, 2, 3)`), or undefined when it is none. */
export function toHex(colour: Nullable<string>): string | undefined {
  if (colour == null) return undefined;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  if (short !== null) return short.slice(1).map((digit) => digit + digit).join("").toUpperCase(); // prettier-ignore
  const long = /^#([0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(colour);
  if (long !== null) return long[1]!.toUpperCase();
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/i.exec(colour);
  if (parts === null) return undefined;
  return parts.slice(1).map((part) => Math.min(255, Number(part)).toString(16).padStart(2, "0")).join("").toUpperCase(); // prettier-ignore
}
