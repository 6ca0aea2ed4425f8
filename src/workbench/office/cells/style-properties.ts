import {
  BaselineOffset,
  BooleanNumber,
  HorizontalAlign,
  type IStyleData,
  type Nullable,
  TextDecoration,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { DEFAULT_FONT } from "../../univer/blank-workbook";
import { boolean, colour, number, oneOf, text, whole } from "../arguments";
import { HostError } from "../host-error";
import { INDENT_PIXELS } from "./units";

/** A property of Office.js' format objects as a part of the grid's style. A null in what is written takes the part away. */
export interface StyleProperty {
  read: (this: void, style: IStyleData) => unknown;
  write: (this: void, value: unknown) => Partial<IStyleData>;
}

const flag = (value: unknown): BooleanNumber => (boolean(value) ? BooleanNumber.TRUE : BooleanNumber.FALSE);
const isOn = (value: BooleanNumber | undefined): boolean => value === BooleanNumber.TRUE;

const UNDERLINES = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

/** `Excel.RangeFont`; sizes in points. */
export const FONT_PROPERTIES: Record<string, StyleProperty> = {
  Name: { read: ({ ff }) => ff ?? DEFAULT_FONT.ff, write: (value) => ({ ff: text(value) }) },
  Size: { read: ({ fs }) => fs ?? DEFAULT_FONT.fs, write: (value) => ({ fs: number(value) }) },
  Color: {
    read: ({ cl }) => cl?.rgb?.toUpperCase() ?? "#000000",
    write: (value) => ({ cl: { rgb: colour(value) } }),
  },
  Bold: { read: ({ bl }) => isOn(bl), write: (value) => ({ bl: flag(value) }) },
  Italic: { read: ({ it }) => isOn(it), write: (value) => ({ it: flag(value) }) },
  Strikethrough: { read: ({ st }) => isOn(st?.s), write: (value) => ({ st: { s: flag(value) } }) },
  Subscript: {
    read: ({ va }) => va === BaselineOffset.SUBSCRIPT,
    write: (value) => ({ va: boolean(value) ? BaselineOffset.SUBSCRIPT : BaselineOffset.NORMAL }),
  },
  Superscript: {
    read: ({ va }) => va === BaselineOffset.SUPERSCRIPT,
    write: (value) => ({ va: boolean(value) ? BaselineOffset.SUPERSCRIPT : BaselineOffset.NORMAL }),
  },
  Underline: {
    read: ({ ul }) => (isOn(ul?.s) ? (ul?.t === TextDecoration.DOUBLE ? "Double" : "Single") : "None"),
    write: (value) => {
      const line = oneOf(UNDERLINES, value);
      if (line === "None") return { ul: { s: BooleanNumber.FALSE } };
      const t = line.startsWith("Double") ? TextDecoration.DOUBLE : TextDecoration.SINGLE;
      return { ul: { s: BooleanNumber.TRUE, t } };
    },
  },
};

/** `Excel.RangeFill`: one colour, white where there is none, as in Excel; the grid has no patterns. */
export const FILL_PROPERTIES: Record<string, StyleProperty> = {
  Color: {
    read: ({ bg }) => bg?.rgb?.toUpperCase() ?? "#FFFFFF",
    write: (value) => ({ bg: { rgb: colour(value) } }),
  },
};

const HORIZONTAL = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
} as const;
const VERTICAL = { Top: VerticalAlign.TOP, Center: VerticalAlign.MIDDLE, Bottom: VerticalAlign.BOTTOM } as const;

/** Names of Excel that the grid has no alignment for. */
const UNKNOWN_ALIGNMENTS = ["Fill", "CenterAcrossSelection", "Justify", "Distributed"] as const;

function alignment<Name extends string>(names: Record<Name, number>, value: unknown): number {
  const known = names[value as Name] as number | undefined;
  if (known !== undefined) return known;
  oneOf(UNKNOWN_ALIGNMENTS, value);
  throw new HostError("UnsupportedOperation", `The grid has no alignment ${String(value)}.`);
}

const nameOf = <Name extends string>(names: Record<Name, number>, value: Nullable<number>, absent: Name): Name =>
  (Object.keys(names) as Name[]).find((name) => names[name] === value) ?? absent;

/** The properties of `Excel.RangeFormat` itself that are a cell's own. */
export const FORMAT_PROPERTIES: Record<string, StyleProperty> = {
  HorizontalAlignment: {
    read: ({ ht }) => nameOf(HORIZONTAL, ht, "General"),
    write: (value) => ({ ht: alignment(HORIZONTAL, value) }),
  },
  VerticalAlignment: {
    read: ({ vt }) => nameOf(VERTICAL, vt, "Bottom"),
    write: (value) => ({ vt: alignment(VERTICAL, value) }),
  },
  WrapText: {
    read: ({ tb }) => tb === WrapStrategy.WRAP,
    write: (value) => ({ tb: boolean(value) ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
  },
  // Excel counts degrees upwards, the grid downwards; 180 stands for letters one below the other
  TextOrientation: {
    read: ({ tr }) => (tr?.v ? 180 : -(tr?.a ?? 0) || 0),
    write: (value) => {
      const degrees = whole(value, -90);
      if (degrees === 180) return { tr: { a: 0, v: BooleanNumber.TRUE } };
      if (degrees > 90) throw new HostError("InvalidArgument", `${degrees} is no text orientation.`);
      return { tr: degrees === 0 ? null : { a: -degrees } };
    },
  },
  IndentLevel: {
    read: ({ pd }) => Math.round(Math.max(pd?.l ?? 0, pd?.r ?? 0) / INDENT_PIXELS),
    write: (value) => {
      const padding = whole(value, 0) * INDENT_PIXELS;
      return { pd: padding === 0 ? null : { l: padding, r: padding } };
    },
  },
};
