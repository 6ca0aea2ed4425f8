import type { Block, DocumentCell } from "../document";
import { layOut, type CellBudget, type SpannedCell } from "./spans";

/** Text and tables in the order in which they come: of the page, or of one cell. */
export class Flow {
  readonly blocks: Block[] = [];
  #line = "";
  #isSpaced = false;

  /** Spaces and line feeds of the source are one space, as a browser shows them. */
  write(text: string): void {
    for (const part of text.split(/([ \t\n\r\f]+)/)) {
      if (part === "") continue;
      if (/^[ \t\n\r\f]/.test(part)) this.#isSpaced = true;
      else {
        this.#line += (this.#isSpaced && this.#line !== "" ? " " : "") + part;
        this.#isSpaced = false;
      }
    }
  }

  /** Keeps spaces and line feeds. */
  writeAsIs(text: string): void {
    const [first = "", ...others] = text.split("\n");
    this.#line += first;
    for (const line of others) {
      this.blocks.push({ kind: "line", text: this.#line });
      this.#line = line;
    }
  }

  breakLine(): void {
    const text = this.#line.trimEnd();
    if (text.trim() !== "") this.blocks.push({ kind: "line", text });
    this.#line = "";
    this.#isSpaced = false;
  }

  add(blocks: readonly Block[]): void {
    this.breakLine();
    for (const block of blocks) this.blocks.push(block);
  }
}

interface OpenCell {
  flow: Flow;
  columnSpan: number;
  rowSpan: number;
}

const textOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => (block.kind === "line" ? [block.text.trim()] : block.rows.flat().map(({ text }) => text)))
    .filter((text) => text !== "")
    .join("\n");

const filledCells = (blocks: readonly Block[]): DocumentCell[] =>
  blocks.flatMap((block) => (block.kind === "table" ? block.rows.flat() : [])).filter(({ text }) => text !== "");

/** A table that is being read. */
export class OpenTable {
  readonly #rows: OpenCell[][] = [];
  #cell: OpenCell | null = null;

  /** `isImplied` when the page has rows or cells without a table around them. */
  constructor(readonly isImplied: boolean) {}

  get cell(): OpenCell | null {
    return this.#cell;
  }

  openRow(): void {
    this.closeCell();
    this.#rows.push([]);
  }

  openCell(columnSpan: number, rowSpan: number): void {
    this.closeCell();
    this.#cell = { flow: new Flow(), columnSpan, rowSpan };
    if (this.#rows.length === 0) this.#rows.push([]);
    this.#rows.at(-1)!.push(this.#cell);
  }

  closeCell(): void {
    this.#cell?.flow.breakLine();
    this.#cell = null;
  }

  /** What the table amounts to: itself, or, when it only arranges other tables on the page, what stands in its cells. */
  close(budget: CellBudget): Block[] {
    this.closeCell();
    const cells = this.#rows.flat();
    const within = cells.flatMap(({ flow }) => filledCells(flow.blocks)).length;
    const hasTables = cells.some(({ flow }) => filledCells(flow.blocks).length > 1);
    const own = cells.filter(({ flow }) => filledCells(flow.blocks).length <= 1 && textOf(flow.blocks) !== "").length;
    if (hasTables && within >= own) return cells.flatMap(({ flow }) => flow.blocks);
    const rows = this.#rows.map((row) =>
      row.map(({ flow, columnSpan, rowSpan }): SpannedCell => ({ text: textOf(flow.blocks), columnSpan, rowSpan })),
    );
    const inner = cells.flatMap(({ flow }) => flow.blocks.filter((block) => block.kind === "table"));
    return [{ kind: "table", rows: layOut(rows, budget) }, ...(hasTables ? inner : [])];
  }
}
