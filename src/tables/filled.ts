import type { Area, CellKey, Table } from "./table";

/** What Excel says stands in a cell. A blank cell, a 0, a "/" and a text are different things and stay different. */
export type CellContent =
  | BlankContent
  | NumberContent
  | { type: "text"; text: string; meant?: Meant }
  | { type: "boolean"; value: boolean }
  | { type: "error"; code: string };

export interface BlankContent {
  type: "blank";
  /** Set where a formula stands of which the file holds no result: programs write such that do not calculate. */
  isUncalculated?: true;
}

export interface NumberContent {
  type: "number";
  value: number;
  /** Set when the cell shows it as a date or a time. */
  isDate?: true;
}

/** What a text says its number counts. `piece` stands for 件, 条, 项 and the like. */
export type FigureUnit = "piece" | "yuan" | "thousandYuan" | "tenThousandYuan" | "hundredMillionYuan";

/** The number that a text probably means, and how it was read. */
export interface Meant {
  /** A plain decimal in the unit that the text names ("0.37" for 0.37万元), or in that of the column when it names none. */
  number: string;
  /** What was understood on the way; `lookalike` is a letter or sign that looks like a digit. */
  how: readonly ("fullWidth" | "thousands" | "unit" | "sign" | "spaces" | "chinese" | "lookalike")[];
  unit?: FigureUnit;
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
  /** What stands over the amounts, as printed: it may say in what unit they are. */
  amountHeaders?: Partial<Record<CellKey, string>>;
  /** Present when recognition found the table. */
  surroundings?: Surroundings;
}

/**
 * What stood around the numbers when the table was recognised. As long as it stays, the numbers can be read again at their
 * known places; when anything of it changes, the table has to be recognised anew.
 */
export interface Surroundings {
  /** What has to be read to tell. */
  area: Area;
  /** One text for each cell of the area, row by row: the label, or the kind of content, of cells that are no numbers. */
  cells: readonly string[];
  /** Sheet rows in which it matters which of the cells are filled. */
  sensitive: ReadonlySet<number>;
  doubts: readonly LabelDoubt[];
}

/**
 * `missing`: not there; `altered`: worded otherwise; `doubled`: there more than once; `unknown`: not official; `foreign`: official in
 * the other format; `ambiguous`: it may be one or another; `shifted`: the numbers stand beside their labels; `unlabelled`: numbers
 * within the table that no label names.
 */
export type LabelFault =
  "missing" | "altered" | "doubled" | "unknown" | "foreign" | "ambiguous" | "shifted" | "unlabelled";

/** What is wrong with the labels of a table, as recognition found it. */
export interface LabelDoubt {
  fault: LabelFault;
  /** The official label, outermost part first; empty when a text fits none. */
  expected: readonly string[];
  /** The numbers that cannot be told because of it: they have no place and no content. */
  cells: readonly CellKey[];
  /** What stands in the sheet, when anything does. */
  found?: string;
  position?: CellPosition;
}

/** A table with the values found at a placement. Absent cells count as missing, not as blank. */
export interface FilledTable {
  placement: Placement;
  contents: Partial<Record<CellKey, CellContent>>;
  /** Cells in which a formula stands; absent where nobody knows. */
  computed?: ReadonlySet<CellKey>;
  doubts: readonly LabelDoubt[];
  /** What stands in the cells as printed, where the contents do not keep it: 8403.0000 is the number 8403. */
  written?: Partial<Record<CellKey, string>>;
}
