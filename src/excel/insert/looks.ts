import { areaAddress, columnName } from "../../tables/address";
import { joinAreas, moveArea } from "../../tables/areas";
import type { TablePlan } from "../../tables/plan";
import { FONT, LABEL_STYLES, NUMBER_STYLE, type BlockStyle } from "../../tables/styles";
import type { Area, LabelStyle } from "../../tables/table";

const BORDERS = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

const isMerged = ({ rowCount, columnCount }: Area) => rowCount * columnCount > 1;

function applyStyle(range: Excel.Range, style: BlockStyle): void {
  if (style.fill) range.format.fill.color = style.fill;
  if (style.bold) range.format.font.bold = true;
  if (style.horizontal !== NUMBER_STYLE.horizontal) range.format.horizontalAlignment = style.horizontal;
}

/** Merges, fonts, fills, borders, alignment and row heights of title and table. */
export function applyLooks(sheet: Excel.Worksheet, { table, placement, titleArea, whole, heights }: TablePlan): void {
  const rangeOf = (area: Area) => sheet.getRange(areaAddress(area));
  const inTable = (area: Area) => moveArea(area, placement.area);

  const { format } = rangeOf(whole);
  format.font.name = FONT.name;
  format.font.size = FONT.size;
  format.horizontalAlignment = NUMBER_STYLE.horizontal;
  format.verticalAlignment = "Center";
  format.wrapText = true;

  const title = rangeOf(titleArea);
  title.merge();
  title.format.font.size = FONT.titleSize;
  title.format.font.bold = true;

  const body = rangeOf(placement.area);
  for (const side of BORDERS) {
    const border = body.format.borders.getItem(side);
    border.style = "Continuous";
    border.weight = "Thin";
  }
  for (const name of Object.keys(LABEL_STYLES) as LabelStyle[]) {
    const blocks = table.labels.filter((label) => label.style === name).map(inTable);
    for (const area of joinAreas(blocks)) applyStyle(rangeOf(area), LABEL_STYLES[name]);
  }
  for (const block of [...table.labels, ...table.numbers]) {
    if (isMerged(block)) rangeOf(inTable(block)).merge();
  }
  setHeights(sheet, whole.row, heights);
}

/** Neighbouring rows of one height take one call. */
function setHeights(sheet: Excel.Worksheet, firstRow: number, heights: readonly number[]): void {
  for (let start = 0; start < heights.length;) {
    let end = start + 1;
    while (heights[end] === heights[start]) end++;
    sheet.getRange(`${firstRow + start + 1}:${firstRow + end}`).format.rowHeight = heights[start]!;
    start = end;
  }
}

/** Widths in points, from `firstColumn` on. */
export function setWidths(sheet: Excel.Worksheet, firstColumn: number, widths: readonly number[]): void {
  widths.forEach((width, index) => {
    const name = columnName(firstColumn + index);
    sheet.getRange(`${name}:${name}`).format.columnWidth = width;
  });
}
