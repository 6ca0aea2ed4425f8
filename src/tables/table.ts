/** The official tables as data. A table is a grid of label blocks and number blocks; it knows nothing of sheets. */

/** A version of the official report: `2019` for report years 2019 and 2020, `2021` from report year 2021 on. */
export type FormatId = "2019" | "2021";

/** The parts of the report that are tables: 二 主动公开, 三 收到和处理申请, 四 行政复议、行政诉讼. */
export type SectionId = "section2" | "section3" | "section4";

/** What may stand in a number cell; its limits are in `kinds.ts`. */
export type CellKind = "count" | "change" | "amount";

/** One number of a table wherever it stands: row key, a dot, column key, as in `denied.3.naturalPerson`. */
export type CellKey = `${string}.${string}`;

/** A rectangle, 0-based. */
export interface Area {
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}

/** How a label looks; the looks themselves are in `styles.ts`. */
export type LabelStyle = "bar" | "header" | "label" | "note";

export interface LabelBlock extends Area {
  text: string;
  style: LabelStyle;
}

export interface NumberBlock extends Area {
  key: CellKey;
  kind: CellKind;
}

/** A row or column of numbers and the labels that name it, from the outermost to the innermost. */
export interface Line {
  key: string;
  labels: readonly string[];
}

export interface Table {
  format: FormatId;
  section: SectionId;
  rowCount: number;
  columnCount: number;
  /** Points, one for each column. */
  columnWidths: readonly number[];
  labels: readonly LabelBlock[];
  numbers: readonly NumberBlock[];
  /** In official order. */
  rows: readonly Line[];
  columns: readonly Line[];
}

export function keyOf(row: string, column: string): CellKey {
  return `${row}.${column}`;
}

/** Row keys may hold dots (`denied.3`), column keys never do. */
export function splitKey(key: CellKey): { row: string; column: string } {
  const dot = key.lastIndexOf(".");
  return { row: key.slice(0, dot), column: key.slice(dot + 1) };
}
