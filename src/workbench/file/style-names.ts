import { BorderStyleTypes, HorizontalAlign, VerticalAlign, type Nullable } from "@univerjs/core";

/** Two names of one thing: the file's and the grid's. */
export class Names<Grid extends string | number> {
  constructor(private readonly pairs: readonly (readonly [file: string, grid: Grid])[]) {}

  /** The grid's name; of two for one name in the file, the first. */
  toGrid(file: string | undefined): Grid | undefined {
    return this.pairs.find(([name]) => name === file)?.[1];
  }

  /** The file's name; of two for one of the grid, the first. */
  toFile(grid: Nullable<Grid>): string | undefined {
    return this.pairs.find(([, name]) => name === grid)?.[0];
  }
}

/** Horizontal alignments. What the grid has not comes nearest. */
export const HORIZONTAL = new Names<HorizontalAlign>([
  ["left", HorizontalAlign.LEFT],
  ["center", HorizontalAlign.CENTER],
  ["right", HorizontalAlign.RIGHT],
  ["justify", HorizontalAlign.JUSTIFIED],
  ["distributed", HorizontalAlign.DISTRIBUTED],
  ["justify", HorizontalAlign.BOTH],
  ["centerContinuous", HorizontalAlign.CENTER],
  ["fill", HorizontalAlign.LEFT],
]);

export const VERTICAL = new Names<VerticalAlign>([
  ["top", VerticalAlign.TOP],
  ["center", VerticalAlign.MIDDLE],
  ["bottom", VerticalAlign.BOTTOM],
  ["justify", VerticalAlign.MIDDLE],
  ["distributed", VerticalAlign.MIDDLE],
]);

export const BORDERS = new Names<BorderStyleTypes>([
  ["thin", BorderStyleTypes.THIN],
  ["hair", BorderStyleTypes.HAIR],
  ["dotted", BorderStyleTypes.DOTTED],
  ["dashed", BorderStyleTypes.DASHED],
  ["dashDot", BorderStyleTypes.DASH_DOT],
  ["dashDotDot", BorderStyleTypes.DASH_DOT_DOT],
  ["double", BorderStyleTypes.DOUBLE],
  ["medium", BorderStyleTypes.MEDIUM],
  ["mediumDashed", BorderStyleTypes.MEDIUM_DASHED],
  ["mediumDashDot", BorderStyleTypes.MEDIUM_DASH_DOT],
  ["mediumDashDotDot", BorderStyleTypes.MEDIUM_DASH_DOT_DOT],
  ["slantDashDot", BorderStyleTypes.SLANT_DASH_DOT],
  ["thick", BorderStyleTypes.THICK],
]);
