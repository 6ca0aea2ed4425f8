/** The grid measures in CSS pixels, rows of a file in points, columns in widths of the standard font's widest digit. */
const PIXELS_PER_POINT = 96 / 72;
const PIXELS_PER_INCH = 96;
const POINTS_PER_INCH = 72;
/** A level of indent, which the grid has not, is this much padding on the text's side; the host counts the same way. */
export const INDENT_PIXELS = 10;

/** Characters wide that a column is when a file says nothing (ISO/IEC 29500-1, 18.3.1.81). */
const STANDARD_CHARACTERS = 8;
/** The two sides of a cell and the line between. */
const COLUMN_PADDING = 5;

/** Fonts whose digits are half as wide as their characters are high, as in every Chinese font of fixed pitch. */
const CHINESE_FONT = /[\u2e80-\u9fff]|simsun|simhei|fangsong|kaiti|dengxian|yahei|song|ming/i;

export function pointsToPixels(points: number): number {
  return round(points * PIXELS_PER_POINT);
}

export function pixelsToPoints(pixels: number): number {
  return round(pixels / PIXELS_PER_POINT);
}

export function inchesToPoints(inches: number): number {
  return round(inches * POINTS_PER_INCH);
}

export function pointsToInches(points: number): number {
  return Math.round((points / POINTS_PER_INCH) * 1e9) / 1e9;
}

/** Widths of columns under a workbook's standard font. */
export class ColumnUnits {
  /** Pixels of the widest digit: 7 for Calibri 11, 8 for 等线 or 宋体 11, as Excel has them. */
  private readonly digit: number;

  constructor(fontName: string, points: number) {
    const pixels = (points * PIXELS_PER_INCH) / POINTS_PER_INCH;
    // Latin fonts: 0.507 em in Calibri, 0.556 in Arial.
    this.digit = CHINESE_FONT.test(fontName) ? Math.round(Math.round(pixels) / 2) : Math.round(pixels * 0.51);
    if (this.digit === 0) this.digit = 1;
  }

  toPixels(width: number): number {
    return Math.round(width * this.digit);
  }

  toWidth(pixels: number): number {
    return Math.round((pixels / this.digit) * 256) / 256;
  }

  /** The standard width when a file gives none: rounded up to a multiple of eight pixels. */
  standardPixels(characters = STANDARD_CHARACTERS): number {
    return Math.ceil((characters * this.digit + COLUMN_PADDING) / 8) * 8;
  }
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
