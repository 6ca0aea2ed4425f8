import type { DocumentCell } from "../document";
import { ReportError } from "../error";
import { LIMITS } from "../limits";

/** A cell as the page writes it. */
export interface SpannedCell {
  text: string;
  columnSpan: number;
  rowSpan: number;
}

/** Counts the places that cells take, over all tables of a page. */
export class CellBudget {
  #used = 0;

  /** @throws ReportError when the page has more places than any report */
  spend(places: number): void {
    this.#used += places;
    if (this.#used > LIMITS.cells) throw new ReportError("tooManyCells", { cells: this.#used, limit: LIMITS.cells });
  }
}

/** Gives each cell its column: cells of rows above that reach down push it to the right, as in a browser. */
export function layOut(rows: readonly (readonly SpannedCell[])[], budget: CellBudget): DocumentCell[][] {
  /** For each column, how many rows it is still taken. */
  let taken: number[] = [];
  return rows.map((cells) => {
    const next = taken.map((rowCount) => Math.max(0, rowCount - 1));
    const placed: DocumentCell[] = [];
    let column = 0;
    for (const { text, columnSpan, rowSpan } of cells) {
      while ((taken[column] ?? 0) > 0) column += 1;
      budget.spend(columnSpan);
      placed.push({ text, column });
      for (let offset = 0; offset < columnSpan; offset++) next[column + offset] = Math.max(rowSpan - 1, 0);
      column += columnSpan;
    }
    taken = Array.from(next, (rowCount) => rowCount ?? 0);
    return placed;
  });
}
