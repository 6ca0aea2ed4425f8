import type { OpenFigure } from "../rules/cross/cross-finding";
import { tableOf } from "../tables/formats";
import { SECTION_NAMES } from "../tables/sections";
import { lineName, linesOf } from "./lines";

/** Cells that are named; a table of last year that is wholly blank has many. */
const MOST_CELLS = 6;

/** 表二 行政规范性文件 现行有效件数, with the year in words; the first cells, and how many there are besides. */
export function nameOpenFigures(
  open: readonly OpenFigure[],
  years: Readonly<Record<OpenFigure["year"], string>>,
): { names: string[]; more: number } {
  const names = open.slice(0, MOST_CELLS).map(({ year, section, format, key }) => {
    const { row, column } = linesOf(tableOf(format, section), key);
    return `${years[year]}${SECTION_NAMES[section].sheet} ${lineName(row)} ${lineName(column)}`;
  });
  return { names, more: open.length - names.length };
}
