import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from "@fluentui/react-components";
import type { LocaleId } from "../locales";

export type Look = "light" | "dark" | "highContrast";

/** As Office tells them: `#RRGGBB`. */
export interface OfficeColours {
  background: string;
  foreground: string;
}

/** Excel's green, so that the pane looks like a part of it; text on each shade keeps a contrast of 4.5:1. */
const GREEN: BrandVariants = {
  10: "#04140b",
  20: "#072714",
  30: "#0a371d",
  40: "#0b4526",
  50: "#0c532e",
  60: "#0d6136",
  70: "#0e6e3b",
  80: "#107c41",
  90: "#3a9c6a",
  100: "#5fb88a",
  110: "#74c499",
  120: "#89d0a9",
  130: "#9fdaba",
  140: "#b5e4ca",
  150: "#cdeeda",
  160: "#e6f7ee",
};

const THEMES: Readonly<Record<Look, Theme>> = {
  light: createLightTheme(GREEN),
  dark: createDarkTheme(GREEN),
  highContrast: teamsHighContrastTheme,
};

/** A font with Chinese glyphs comes first in Chinese, so that quotation marks are as wide as the characters around them. */
const CHINESE = '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Noto Sans SC"';
const FONTS: Readonly<Record<LocaleId, string>> = {
  "zh-CN": `${CHINESE}, "Segoe UI", system-ui, sans-serif`,
  "en-US": `"Segoe UI", system-ui, -apple-system, ${CHINESE}, sans-serif`,
};

/** The theme's colours for a row under the pointer set text of one colour only, in high contrast; rows have several, and stay black there. */
export const ROW_COLOURS = { hover: "var(--rowHover)", pressed: "var(--rowPressed)" } as const;

export interface PaneTheme extends Theme {
  rowHover: string;
  rowPressed: string;
}

export function themeOf(look: Look, locale: LocaleId): PaneTheme {
  const theme = THEMES[look];
  const isPlain = look === "highContrast";
  return {
    ...theme,
    fontFamilyBase: FONTS[locale],
    rowHover: isPlain ? "transparent" : theme.colorSubtleBackgroundHover,
    rowPressed: isPlain ? "transparent" : theme.colorSubtleBackgroundPressed,
  };
}

/** 0 black … 255 white, as the eye weighs the colours. */
function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** High contrast sets pure colours on pure black; Office's own dark themes are shades of grey. */
const isPure = (colour: string) => /^#(?:00|ff){3}$/i.test(colour);

export interface Preferences {
  dark: boolean;
  forcedColours: boolean;
}

/** How the pane should look: as Office does, or as the system does where Office does not say. */
export function lookOf(office: OfficeColours | null, { dark, forcedColours }: Preferences): Look {
  if (forcedColours) return "highContrast";
  if (!office || !/^#[\da-f]{6}$/i.test(office.background)) return dark ? "dark" : "light";
  if (brightness(office.background) >= 128) return "light";
  return office.background === "#000000" && isPure(office.foreground) ? "highContrast" : "dark";
}
