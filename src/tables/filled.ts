import type { Area, CellKey, Table } from "./table";

/** What Excel says stands in a cell. A blank cell, a 0, a "/" and a text are different things and stay different. */
export type CellContent =
  | { type: "blank" }
  | { type: "number"; value: number }
  | { type: "text"; text: string; meant?: Meant }
  | { type: "boolean"; value: boolean }
  | { type: "error"; code: string };

/** The number that a text probably means, as a plain decimal ("3700" for 0.37万元 in a 元 column), and how it was read. */
export interface Meant {
  number: string;
  /** Codes of what was understood: `fullWidth`, `thousands`, `unit`, `sign`, `spaces`. */
  how: readonly string[];
}

export const BLANK: CellContent = { type: "blank" };

/** 0-based. */
export interface CellPosition {
  row: number;
  column: number;
}

/** Where a table stands in a workbook. */
export interface Placement {
  table: Table;
  /** The sheet's name. */
  sheet: string;
  /** Everything from the first header cell to the last number. */
  area: Area;
  /** Cells that the sheet has no place for (a row is missing) are absent. */
  cells: Partial<Record<CellKey, CellPosition>>;
  /** Taken from the title above the table, when there is one. */
  unit?: string;
  year?: number;
}

/** What is wrong with the labels of a table, as recognition found it. */
export interface LabelDoubt {
  fault: "missing" | "altered" | "doubled" | "unknown" | "ambiguous";
  /** The official label, outermost part first; empty when a text fits none. */
  expected: readonly string[];
  /** The numbers that cannot be told because of it. */
  cells: readonly CellKey[];
  /** What stands in the sheet, when anything does. */
  found?: string;
  position?: CellPosition;
}

/** A table with the values found at a placement. Absent cells count as missing, not as blank. */
export interface FilledTable {
  placement: Placement;
  contents: Partial<Record<CellKey, CellContent>>;
  doubts: readonly LabelDoubt[];
}
