import type { Theme } from "@fluentui/react-components";
import { lookOf, themeOf, type Look } from "../../src/taskpane/theme";

const system = { dark: false, forcedColours: false };

describe("the look", () => {
  test.each<[string, Parameters<typeof lookOf>, Look]>([
    ["Office's colourful theme", [{ background: "#E6E6E6", foreground: "#262626" }, system], "light"],
    ["Office's dark grey theme", [{ background: "#666666", foreground: "#F0F0F0" }, system], "dark"],
    ["Office's black theme", [{ background: "#262626", foreground: "#F0F0F0" }, system], "dark"],
    ["high contrast in Office", [{ background: "#000000", foreground: "#FFFF00" }, system], "highContrast"],
    [
      "a light Office on a dark system",
      [
        { background: "#FFFFFF", foreground: "#000000" },
        { ...system, dark: true },
      ],
      "light",
    ],
    ["no word from Office, dark system", [null, { ...system, dark: true }], "dark"],
    ["no word from Office, light system", [null, system], "light"],
    [
      "a colour that is none",
      [
        { background: "", foreground: "" },
        { ...system, dark: true },
      ],
      "dark",
    ],
    [
      "forced colours",
      [
        { background: "#FFFFFF", foreground: "#000000" },
        { ...system, forcedColours: true },
      ],
      "highContrast",
    ],
  ])("follows %s", (_name, given, look) => {
    expect(lookOf(...given)).toBe(look);
  });
});

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light! + 0.05) / (dark! + 0.05);
}

/** `#abc` as `#aabbcc`. */
const full = (colour: string) => (colour.length === 4 ? colour.replace(/[^#]/g, "$&$&") : colour);

/** Text and what it stands on, as the pane uses them. */
const PAIRS: readonly (readonly [text: keyof Theme, ground: keyof Theme])[] = [
  ["colorNeutralForeground1", "colorNeutralBackground1"],
  ["colorNeutralForeground2", "colorNeutralBackground1"],
  ["colorNeutralForeground3", "colorNeutralBackground1"],
  ["colorNeutralForeground1", "colorNeutralBackground3"],
  ["colorNeutralForeground2", "colorNeutralBackground3"],
  ["colorNeutralForeground3", "colorNeutralBackground3"],
  ["colorNeutralForegroundOnBrand", "colorBrandBackground"],
  ["colorNeutralForegroundOnBrand", "colorBrandBackgroundHover"],
  ["colorBrandForegroundLink", "colorNeutralBackground1"],
  ["colorBrandForegroundLink", "colorNeutralBackground3"],
  ["colorPaletteRedForeground1", "colorNeutralBackground1"],
];

describe.each<Look>(["light", "dark", "highContrast"])("in the %s theme", (look) => {
  const theme = themeOf(look, "zh-CN");
  test.each(PAIRS)("%s on %s has a contrast of 4.5:1 or more", (text, ground) => {
    expect(contrast(full(String(theme[text])), full(String(theme[ground])))).toBeGreaterThanOrEqual(4.5);
  });

  test("icons stand out from the ground by 3:1 or more", () => {
    for (const icon of ["Success", "Danger", "Warning"] as const) {
      const colour = full(theme[`colorStatus${icon}Foreground1`]);
      for (const ground of [theme.colorNeutralBackground1, theme.colorNeutralBackground3]) {
        expect(contrast(colour, full(ground))).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

test("Chinese is set in a Chinese font, so that quotation marks are as wide as characters", () => {
  expect(themeOf("light", "zh-CN").fontFamilyBase).toMatch(/^"Microsoft YaHei UI"/);
  expect(themeOf("light", "en-US").fontFamilyBase).toMatch(/^"Segoe UI"/);
});
