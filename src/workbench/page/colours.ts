import { ThemeService } from "@univerjs/core";
import type { Grid } from "../univer/open-univer";

/** Shades of the page's green, from its palest to its darkest, as Univer numbers them. */
const GREEN = {
  50: "#f0f9f6",
  100: "#e3f3ef",
  200: "#c0e5da",
  300: "#8fe0c8",
  400: "#43b096",
  500: "#148a74",
  600: "#0b6a5b",
  700: "#0a5c4f",
  800: "#084f44",
  900: "#063a32",
};

/** Selections, buttons and headers of the grid in the page's green instead of Univer's blue. */
export function paintGreen(grid: Grid): void {
  const themes = grid.injector.get(ThemeService);
  themes.setTheme({ ...themes.getCurrentTheme(), primary: GREEN });
}
