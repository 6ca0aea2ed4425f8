import type { CellKey, Table } from "../../../src/tables/table";

/** What is printed in each number cell. */
export type Figures = Readonly<Partial<Record<CellKey, string>>>;

export interface Cell {
  column: number;
  text: string;
  rowSpan: number;
  columnSpan: number;
  isNumber: boolean;
}

/** Cells by printed row, from left to right; places that others span are left out. */
export type Rows = readonly (readonly Cell[])[];

export function cellsOf({ labels, numbers, rowCount }: Table, figures: Figures): Rows {
  const rows: Cell[][] = Array.from({ length: rowCount }, () => []);
  for (const { row, column, rowCount: rowSpan, columnCount: columnSpan, text } of labels) {
    rows[row]!.push({ column, text: text.replaceAll("\n", ""), rowSpan, columnSpan, isNumber: false });
  }
  for (const { row, column, rowCount: rowSpan, columnCount: columnSpan, key } of numbers) {
    rows[row]!.push({ column, text: figures[key] ?? "", rowSpan, columnSpan, isNumber: true });
  }
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}

/** One way in which reports are written. */
export interface Way {
  kind: "html" | "text";
  /** Between headings and tables. */
  between: string;
  /** Whether blank cells leave a trace. */
  keepsBlanks: boolean;
  print: (table: Table, rows: Rows) => string;
}

function printHtml(_table: Table, rows: Rows): string {
  const lines = rows.map((cells) => {
    const written = cells.map(({ text, rowSpan, columnSpan }) => {
      const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ""}`;
      return `<td${spans}>${text}</td>`;
    });
    return `<tr>${written.join("")}</tr>`;
  });
  return `<table>\n${lines.join("\n")}\n</table>`;
}

/** Paragraphs and spans within cells, labels cut into several spans, blank cells with a non-breaking space. */
function printWordHtml(_table: Table, rows: Rows): string {
  const cut = (text: string) =>
    text === ""
      ? '<span lang="EN-US"><o:p>&nbsp;</o:p></span>'
      : [...text].map((part) => `<span style="font-family:宋体">${part}</span>`).join("");
  const lines = rows.map((cells) => {
    const written = cells.map(
      ({ text, rowSpan, columnSpan }) =>
        `<td width=80 colspan=${columnSpan} rowspan=${rowSpan} valign=top><p class=MsoNormal>${cut(text)}</p></td>`,
    );
    return `<tr style='height:14.2pt'>\n${written.join("\n")}\n</tr>`;
  });
  return `<table class=MsoNormalTable border=1><tbody>${lines.join("\n")}</tbody></table>`;
}

/** As cells copied out of a spreadsheet: spanned places are empty. */
const printTabs = (table: Table, rows: Rows): string =>
  rows
    .map((cells) => {
      const line = Array<string>(table.columnCount).fill("");
      for (const { column, text } of cells) line[column] = text;
      return line.join("\t");
    })
    .join("\n");

/** Each row with its own cells only, so that numbers stand further left where a label spans rows. */
const printBars = (_table: Table, rows: Rows): string =>
  rows.map((cells) => cells.map(({ text }) => `${text} |`).join(" ")).join("\n");

const textsOf = (rows: Rows): string[] => rows.flatMap((cells) => cells.map(({ text }) => text));

/** A blank cell is one more empty line. */
const printLines = (_table: Table, rows: Rows): string =>
  textsOf(rows)
    .map((text) => (text === "" ? "\n" : `${text}\n\n`))
    .join("");

const LABEL_WIDTH = 12;
const NUMBER_WIDTH = 12;

const wrap = (text: string, width: number): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(text.length / width)) }, (_, index) =>
    text.slice(index * width, (index + 1) * width),
  );

const put = (line: string, at: number, text: string): string =>
  line.padEnd(at, " ").slice(0, at) + text + line.slice(at + text.length);

/** As `pdftotext -layout` does: columns by position, long labels wrapped, figures in the middle line of their row. */
function printLayout(table: Table, rows: Rows): string {
  const labelColumns = Math.min(...table.numbers.map(({ column }) => column));
  const leftOf = (column: number): number =>
    Math.min(column, labelColumns) * (LABEL_WIDTH + 4) + Math.max(0, column - labelColumns) * NUMBER_WIDTH;
  const widthOf = ({ column, columnSpan }: Cell): number => {
    if (column >= labelColumns) return NUMBER_WIDTH - 3;
    return columnSpan > 1 ? 40 : LABEL_WIDTH;
  };
  const blocks = rows.map((cells) => {
    const wrapped = cells.map((cell) => ({ ...cell, parts: wrap(cell.text, widthOf(cell)) }));
    const height = Math.max(1, ...wrapped.map(({ parts }) => parts.length));
    const block = Array<string>(height).fill("");
    for (const { column, parts } of wrapped) {
      const top = Math.floor((height - parts.length) / 2);
      parts.forEach((part, index) => (block[top + index] = put(block[top + index]!, leftOf(column), part)));
    }
    return [...block.map((line) => line.trimEnd()), ""].join("\n");
  });
  return blocks.join("\n");
}

export const WAYS = {
  html: { kind: "html", between: "\n", keepsBlanks: true, print: printHtml },
  wordHtml: { kind: "html", between: "\n", keepsBlanks: true, print: printWordHtml },
  tabs: { kind: "text", between: "\n\n", keepsBlanks: true, print: printTabs },
  bars: { kind: "text", between: "\n", keepsBlanks: true, print: printBars },
  barsInOneLine: { kind: "text", between: "\n", keepsBlanks: true, print: (_table, rows) => textsOf(rows).join(" | ") },
  lines: { kind: "text", between: "\n\n", keepsBlanks: true, print: printLines },
  layout: { kind: "text", between: "\n\n", keepsBlanks: true, print: printLayout },
  spaced: {
    kind: "text",
    between: "\n",
    keepsBlanks: false,
    print: (_table, rows) => rows.map((cells) => cells.map(({ text }) => text).join(" ")).join("\n"),
  },
  glued: { kind: "text", between: "", keepsBlanks: false, print: (_table, rows) => textsOf(rows).join("") },
} as const satisfies Record<string, Way>;
