import type { CellPosition, LabelDoubt } from "../tables/filled";
import { labelsInRow, type Region } from "./region";
import type { SheetView } from "./sheet-view";

/** A figure that no label explains: within a table it may be one that somebody counts on, beside it a remark. */
export function strayDoubt(view: SheetView, position: CellPosition, isWithin: boolean): LabelDoubt {
  const content = view.contentAt(position.row, position.column);
  const found = content.type === "number" ? String(content.value) : content.type === "text" ? content.text : "";
  return { fault: isWithin ? "unlabelled" : "unknown", expected: [], cells: [], found, position };
}

/** 1, 2, 3 … under a header are the numbers of its columns. */
function isNumbering(view: SheetView, row: number, columns: readonly number[]): boolean {
  const values = columns.map((column) => view.contentAt(row, column));
  return values.every(
    (content, index) =>
      content.type === "number" &&
      (index === 0 || content.value === (values[index - 1] as { value: number }).value + 1),
  );
}

/**
 * Rows among `rows` that hold figures under the header and no text at all. `columns` are those of the header.
 */
export function strayRows(region: Region, rows: readonly number[], columns: readonly number[]): LabelDoubt[] {
  const { view } = region;
  return rows.flatMap((row) => {
    const filled = columns.filter((column) => view.stateAt(row, column) === "figure");
    if (filled.length === 0 || labelsInRow(region, row).length > 0) return [];
    const isOther = filled.length > 2 && isNumbering(view, row, filled);
    return isOther ? [] : [strayDoubt(view, { row, column: filled[0]! }, true)];
  });
}
