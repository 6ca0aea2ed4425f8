import type { CellKey, Table } from "../../../src/tables/table";

/** What is printed in each number cell. */
export type Figures = Readonly<Partial<Record<CellKey, string>>>;

interface Cell {
  column: number;
  text: string;
  rowSpan: number;
  columnSpan: number;
  isNumber: boolean;
}

/** The cells of a table by printed row, from left to right; spanned places are left out. */
export function cellsOf({ labels, numbers, rowCount }: Table, figures: Figures): Cell[][] {
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

export function printHtml(table: Table, figures: Figures): string {
  const rows = cellsOf(table, figures).map((cells) => {
    const written = cells.map(({ text, rowSpan, columnSpan }) => {
      const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ""}`;
      return `<td${spans}>${text}</td>`;
    });
    return `<tr>${written.join("")}</tr>`;
  });
  return `<table>\n${rows.join("\n")}\n</table>`;
}

/** As Word pastes it: paragraphs and spans within cells, labels cut into several spans, blank cells with a non-breaking space. */
export function printWordHtml(table: Table, figures: Figures): string {
  const cut = (text: string) =>
    text === ""
      ? '<span lang="EN-US"><o:p>&nbsp;</o:p></span>'
      : [...text].map((part) => `<span style="font-family:宋体">${part}</span>`).join("");
  const rows = cellsOf(table, figures).map((cells) => {
    const written = cells.map(
      ({ text, rowSpan, columnSpan }) =>
        `<td width=80 colspan=${columnSpan} rowspan=${rowSpan} valign=top><p class=MsoNormal align=center>${cut(text)}</p></td>`,
    );
    return `<tr style='height:14.2pt'>\n${written.join("\n")}\n</tr>`;
  });
  return `<table class=MsoNormalTable border=1><tbody>${rows.join("\n")}</tbody></table>`;
}

/** As cells copied out of a spreadsheet: a tab between columns, spanned places empty. */
export function printTabs(table: Table, figures: Figures): string {
  return cellsOf(table, figures)
    .map((cells) => {
      const line = Array<string>(table.columnCount).fill("");
      for (const { column, text } of cells) line[column] = text;
      return line.join("\t");
    })
    .join("\n");
}

/** Each row with its own cells only, so that numbers stand further left where labels of groups span them. */
export function printBars(table: Table, figures: Figures): string {
  return cellsOf(table, figures)
    .map((cells) => cells.map(({ text }) => `${text} |`).join(" "))
    .join("\n");
}

export function printBarsInOneLine(table: Table, figures: Figures): string {
  return cellsOf(table, figures)
    .flatMap((cells) => cells.map(({ text }) => text))
    .join(" | ");
}

/** One cell a line, an empty line between two; a blank cell is one more empty line. */
export function printLines(table: Table, figures: Figures): string {
  return cellsOf(table, figures)
    .flatMap((cells) => cells.map(({ text }) => (text === "" ? "\n" : `${text}\n\n`)))
    .join("");
}

export function printGlued(table: Table, figures: Figures): string {
  return cellsOf(table, figures)
    .flatMap((cells) => cells.map(({ text }) => text))
    .join("");
}

export function printSpaced(table: Table, figures: Figures): string {
  return cellsOf(table, figures)
    .map((cells) => cells.map(({ text }) => text).join(" "))
    .join("\n");
}

const PART = 12;

/** Cuts a label into lines of at most so many characters. */
const wrap = (text: string, width: number): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(text.length / width)) }, (_, index) =>
    text.slice(index * width, (index + 1) * width),
  );

function put(line: string, at: number, text: string): string {
  return line.padEnd(at, " ").slice(0, at) + text + line.slice(at + text.length);
}

/** As `pdftotext -layout` does: columns by position, long labels wrapped, figures in the middle line of their row. */
export function printLayout(table: Table, figures: Figures): string {
  const labelColumns = Math.min(...table.numbers.map(({ column }) => column));
  const lefts = Array.from({ length: table.columnCount }, (_, column) =>
    column < labelColumns ? column * (PART + 4) : labelColumns * (PART + 4) + (column - labelColumns) * 12,
  );
  const lines: string[] = [];
  for (const cells of cellsOf(table, figures)) {
    const wrapped = cells.map((cell) => {
      const isWide = cell.columnSpan > 1 && cell.column < labelColumns;
      return {
        ...cell,
        parts: cell.isNumber ? [cell.text] : wrap(cell.text, isWide ? 40 : cell.column < labelColumns ? PART : 8),
      };
    });
    const height = Math.max(...wrapped.map(({ parts }) => parts.length));
    const block = Array<string>(height).fill("");
    for (const { column, parts } of wrapped) {
      const top = Math.floor((height - parts.length) / 2);
      parts.forEach((part, index) => {
        block[top + index] = put(block[top + index]!, lefts[column]!, part);
      });
    }
    lines.push(...block.map((line) => line.trimEnd()), "");
  }
  return lines.join("\n");
}
