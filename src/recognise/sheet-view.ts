import type { CellContent, CellPosition } from "../tables/filled";
import type { Grid } from "../tables/grid";
import { Memory } from "./memory";
import { readNumber } from "./number";
import type { Wording } from "./wording";
import { wordingOf } from "./wordings";

/** No label is longer, even with the notes that some offices print within it. */
export const LONGEST_LABEL = 400;

/** What people put where a number is missing. */
const PLACEHOLDERS = new Set(["/", "-", "—", "——", "–", "－", "／", "\\", "无"]);

export interface TextCell extends CellPosition {
  text: string;
  wording: Wording;
}

/** What a cell holds, as far as its place in a table goes. */
export type CellState = "blank" | "figure" | "text";

const COLUMNS = 16_384;

/** A grid with its texts read as wordings, each cell once. */
export class SheetView {
  readonly #labels = new Map<number, TextCell | null>();
  readonly #states = new Map<number, CellState>();

  constructor(readonly grid: Grid) {}

  get lastRow(): number {
    return this.grid.area.row + this.grid.area.rowCount - 1;
  }

  get lastColumn(): number {
    return this.grid.area.column + this.grid.area.columnCount - 1;
  }

  contentAt(row: number, column: number): CellContent {
    return this.grid.contentAt({ row, column });
  }

  /** A text that may be a label: not empty, not a figure, not longer than labels are. */
  labelAt(row: number, column: number): TextCell | null {
    return recall(this.#labels, row * COLUMNS + column, () => this.#readLabel(row, column));
  }

  stateAt(row: number, column: number): CellState {
    return recall(this.#states, row * COLUMNS + column, () => {
      const content = this.contentAt(row, column);
      if (isEmpty(content)) return "blank";
      return isFigure(content) ? "figure" : "text";
    });
  }

  #readLabel(row: number, column: number): TextCell | null {
    const content = this.contentAt(row, column);
    if (content.type !== "text" || content.text.length > LONGEST_LABEL || isFigure(content)) return null;
    const wording = wordingOf(content.text);
    return wording.core === "" ? null : { row, column, text: content.text, wording };
  }
}

function recall<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key);
  if (value !== undefined) return value;
  const made = make();
  known.set(key, made);
  return made;
}

export function isEmpty(content: CellContent): boolean {
  return content.type === "blank" || (content.type === "text" && content.text.trim() === "");
}

/** Whether a content may stand for a figure: a number, a text that reads as one, a mark for "none", an error of a formula. */
export function isFigure(content: CellContent): boolean {
  if (content.type === "number" || content.type === "error") return true;
  return content.type === "text" && isFigureText(content.text);
}

/** Texts that come again in each file. */
const figures = new Memory<string, boolean>(4_000);
const LONGEST_KEPT = 120;

function isFigureText(text: string): boolean {
  const read = () => PLACEHOLDERS.has(text.trim()) || readNumber(text) !== null;
  return text.length > LONGEST_KEPT ? read() : figures.recall(text, read);
}
