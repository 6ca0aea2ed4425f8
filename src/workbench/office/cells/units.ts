/** Office.js measures in points, the grid in CSS pixels. */
const PIXELS_PER_POINT = 96 / 72;

export const toPixels = (points: number): number => Math.round(points * PIXELS_PER_POINT);
export const toPoints = (pixels: number): number => pixels / PIXELS_PER_POINT;

/** The grid has no indent level: a level is this much more padding on the text's side. */
export const INDENT_PIXELS = 10;
