import type { CellPosition, LabelDoubt } from "../tables/filled";
import type { CellKey } from "../tables/table";
import type { Lexicon } from "./lexicon";

/** A table as it was read from a sheet, before it becomes a FilledTable. */
export interface Reading {
  lexicon: Lexicon;
  /** Cells that hold its labels. */
  labels: readonly CellPosition[];
  positions: Record<CellKey, CellPosition>;
  doubts: readonly LabelDoubt[];
  /** Sheet rows whose reading hangs on which of their cells are filled. */
  sensitive: ReadonlySet<number>;
  /** What speaks for a table. */
  weight: {
    /** Distinct labels that no other table or list has. */
    strong: number;
    /** Columns that the header tells. */
    columns: number;
    /** Labelled rows with figures. */
    filledRows: number;
  };
}

const FEWEST_STRONG = 2;
const FEWEST_FILLED = 2;

/** A list of labels without header and without figures, as instructions have, is no table. */
export function isTable({ weight }: Reading): boolean {
  return weight.strong >= FEWEST_STRONG && (weight.columns >= 2 || weight.filledRows >= FEWEST_FILLED);
}
