import type { LabelStyle } from "./table";

export interface BlockStyle {
  /** `#RRGGBB`, or null for none. */
  fill: string | null;
  bold: boolean;
  horizontal: "Left" | "Center" | "Right";
}

/** 宋体 is on every Chinese Excel and WPS; sizes in points. */
export const FONT = { name: "宋体", size: 9, titleSize: 14 } as const;

/** Bar rows as the notice of 2019 colours them, RGB(198,217,241). */
export const LABEL_STYLES: Readonly<Record<LabelStyle, BlockStyle>> = {
  bar: { fill: "#C6D9F1", bold: false, horizontal: "Center" },
  header: { fill: null, bold: false, horizontal: "Center" },
  label: { fill: null, bold: false, horizontal: "Left" },
  note: { fill: null, bold: false, horizontal: "Left" },
};

/** As official documents are printed: A4 upright, in the middle; centimetres. */
export const PAGE_MARGINS = { top: 2, bottom: 2, left: 1.5, right: 1.5, header: 0.8, footer: 0.8 } as const;

export const NUMBER_STYLE: BlockStyle = { fill: null, bold: false, horizontal: "Center" };
