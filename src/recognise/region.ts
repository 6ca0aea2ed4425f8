import type { LabelDoubt } from "../tables/filled";
import type { Lexicon } from "./lexicon";
import type { SheetView, TextCell } from "./sheet-view";

/** Where labels that belong together stand. */
export interface Bounds {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

/** Where one table is looked for. */
export interface Region {
  view: SheetView;
  lexicon: Lexicon;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Rows or columns from the first to the last; none when that stands before. */
export const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

export function labelsInRow({ view, left, right }: Region, row: number): TextCell[] {
  const labels: TextCell[] = [];
  for (let column = left; column <= right; column++) {
    const label = view.labelAt(row, column);
    if (label) labels.push(label);
  }
  return labels;
}

/** A doubt about a text that stands in the sheet. */
export function doubtAt(
  fault: LabelDoubt["fault"],
  { text, row, column }: TextCell,
  expected: readonly string[] = [],
  cells: LabelDoubt["cells"] = [],
): LabelDoubt {
  return { fault, expected, cells, found: text, position: { row, column } };
}
