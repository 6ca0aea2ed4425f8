/** A report as a sequence of lines and tables, whatever it was written in. */
export interface ReportDocument {
  /** Of the page, when it names one. */
  title?: string;
  blocks: readonly Block[];
}

export type Block = LineBlock | TableBlock;

export interface LineBlock {
  kind: "line";
  text: string;
}

/** Cells by row; a cell that spans others stands at its first place, the others are empty. */
export interface TableBlock {
  kind: "table";
  rows: readonly (readonly DocumentCell[])[];
}

export interface DocumentCell {
  text: string;
  /** 0-based, after spans were laid out. */
  column: number;
}

export const linesOf = (document: ReportDocument): string[] =>
  document.blocks.flatMap((block) => (block.kind === "line" ? [block.text] : []));
