import type { IRange } from "@univerjs/core";
import { LAST_COLUMN, LAST_ROW, formatRange, parseRange, type CellRange } from "../../xlsx/address";

/** A range as the grid has it. */
export function toGridRange({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): IRange {
  return { startRow: firstRow, startColumn: firstColumn, endRow: lastRow, endColumn: lastColumn };
}

/** A range as files have it. Whole rows or columns of the grid have no numbers for the other direction. */
export function toFileRange({ startRow, startColumn, endRow, endColumn }: IRange): CellRange {
  const within = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise);
  return {
    firstRow: within(startRow, 0),
    firstColumn: within(startColumn, 0),
    lastRow: Math.min(within(endRow, LAST_ROW), LAST_ROW),
    lastColumn: Math.min(within(endColumn, LAST_COLUMN), LAST_COLUMN),
  };
}

/** The ranges that an `sqref` lists; what is none is left out. */
export function parseRanges(references: string | undefined): IRange[] {
  return (references ?? "")
    .trim()
    .split(/\s+/)
    .flatMap((reference) => parseRange(reference) ?? [])
    .map(toGridRange);
}

/** The `sqref` of ranges. */
export function formatRanges(ranges: readonly IRange[]): string {
  return ranges.map((range) => formatRange(toFileRange(range))).join(" ");
}
