import type { IStyleData } from "@univerjs/core";
import { DEFAULT_FONT } from "../../univer/blank-workbook";

/** Room left and right of the text, as Excel leaves it. */
const PADDING = 5;

/** A digit of the usual fonts takes about 0.55 of the font's size, a Chinese character all of it. */
const NARROW = 0.55;
const WIDE = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/;

/** About how many pixels wide a text is, its widest line counting; 0 for no text. */
export function estimatedWidth(text: string, style: IStyleData): number {
  if (text === "") return 0;
  const em = ((style.fs ?? DEFAULT_FONT.fs) * 96) / 72;
  const widths = text
    .split(/\r?\n/)
    .map((line) => [...line].reduce((width, character) => width + (WIDE.test(character) ? 1 : NARROW), 0));
  return Math.ceil(Math.max(...widths) * em) + PADDING;
}
