import { ThemeService } from "@univerjs/core";
import type { Grid } from "../univer/open-univer";

/** Shades of Excel's green, which the pane has too, from the palest to the darkest, as Univer numbers them. */
const GREEN = {
  50: "#f2fbf6",
  100: "#e6f7ee",
  200: "#cdeeda",
  300: "#9fdaba",
  400: "#5fb88a",
  500: "#3a9c6a",
  600: "#107c41",
  700: "#0e6e3b",
  800: "#0c532e",
  900: "#072714",
};

/** Selections, buttons and headers of the grid in green instead of Univer's blue. */
export function paintGreen(grid: Grid): void {
  const themes = grid.injector.get(ThemeService);
  themes.setTheme({ ...themes.getCurrentTheme(), primary: GREEN });
}
