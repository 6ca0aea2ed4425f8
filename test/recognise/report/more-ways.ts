import type { Table } from "../../../src/tables/table";
import type { Cell, Rows, Way } from "./print";

/** More ways in which reports are published: by other editors, by content management systems, and out of PDF files. */

const spans = ({ rowSpan, columnSpan }: Cell): string =>
  `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}${columnSpan > 1 ? ` colspan=${columnSpan}` : ""}`;

const wide = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** As WPS saves it: columns named, the header in a head of its own, figures in full width between spaces that do not break. */
const printWps = (_table: Table, rows: Rows): string => {
  const line = (cells: readonly Cell[]) =>
    `<tr>${cells
      .map((cell) => `<td${spans(cell)} class="et2"><font face="宋体">&nbsp;${wide(cell.text)}&emsp;</font></td>`)
      .join("")}</tr>`;
  const head = rows.findIndex((cells) => cells.some(({ isNumber }) => isNumber));
  return `<table><colgroup><col width="72"/><col width="72"/></colgroup><thead>${rows.slice(0, head).map(line).join("")}</thead><tbody>${rows.slice(head).map(line).join("")}</tbody></table><p>注：本表数据统计截至12月31日。</p>`;
};

/** Tags in capitals, those that may be left out left out, labels written downwards in narrow columns. */
const printOldHtml = (_table: Table, rows: Rows): string =>
  `<TABLE BORDER=1>${rows
    .map(
      (cells) =>
        `<TR>${cells
          .map((cell) => {
            const isNarrow = !cell.isNumber && cell.columnSpan === 1 && cell.text.length <= 6;
            return `<TD${spans(cell)}>${isNarrow ? [...cell.text].join("<BR>") : cell.text}`;
          })
          .join("")}`,
    )
    .join("\n")}</TABLE>`;

/** Each table in a cell of one that arranges the page, each text in a table of its own. */
const printNested = (_table: Table, rows: Rows): string =>
  `<table><tr><td><table>${rows
    .map(
      (cells) =>
        `<tr>${cells
          .map((cell) => `<td${spans(cell)}><table><tr><td>${cell.text}</td></tr></table></td>`)
          .join("")}</tr>`,
    )
    .join("")}</table></td></tr></table>`;

/** Without any table: boxes in boxes. */
const printBoxes = (_table: Table, rows: Rows): string =>
  `<div class="table">${rows
    .map((cells) => `<div class="tr">${cells.map(({ text }) => `<div class="td">${text}</div>`).join("")}</div>`)
    .join("\n")}</div>`;

/** A page break in the middle of the table, with the header again. */
const printBroken = (table: Table, rows: Rows): string => {
  const row = (cells: readonly Cell[]) =>
    `<tr>${cells.map((cell) => `<td${spans(cell)}>${cell.text}</td>`).join("")}</tr>`;
  if (table.section !== "section3") return `<table>${rows.map(row).join("")}</table>`;
  const at = 15;
  // A label that spans the break is cut off there and goes on, without a text, on the next page.
  const upper = rows
    .slice(0, at)
    .map((cells, index) => cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, at - index) })));
  const rest = rows
    .slice(0, at)
    .flatMap((cells, index) =>
      cells
        .filter(({ rowSpan }) => index + rowSpan > at)
        .map((cell) => ({ ...cell, text: "", rowSpan: index + cell.rowSpan - at })),
    );
  const lower = rows
    .slice(at)
    .map((cells, index) => (index === 0 ? [...rest, ...cells].sort((a, b) => a.column - b.column) : cells));
  const table2 = (part: Rows) => `<table>${part.map(row).join("")}</table>`;
  return `${table2(upper)}<p>— 3 —</p>${table2([...rows.slice(0, 3), ...lower])}`;
};

/** A table as people write it in notes. */
const printMarkdown = (table: Table, rows: Rows): string =>
  rows
    .flatMap((cells, index) => {
      const line = Array<string>(table.columnCount).fill("");
      for (const { column, text } of cells) line[column] = text;
      const written = `| ${line.join(" | ")} |`;
      return index === 0 ? [written, `|${" --- |".repeat(table.columnCount)}`] : [written];
    })
    .join("\n");

/** Copied out of Word: each row with its own cells only, with tabs between. */
const printWordText = (_table: Table, rows: Rows): string =>
  rows.map((cells) => cells.map(({ text }) => text).join("\t")).join("\n");

/** A cell in each line, blank ones as a line with a space. */
const printSpacedLines = (_table: Table, rows: Rows): string =>
  rows.flatMap((cells) => cells.map(({ text }) => text || "\u00a0")).join("\n");

/** Rows without a table around them, as editors leave them when a page was cut. */
const printBareRows = (_table: Table, rows: Rows): string =>
  rows.map((cells) => `<tr>${cells.map((cell) => `<td${spans(cell)}>${cell.text}</td>`).join("")}</tr>`).join("\n");

/** Labels that reach two rows less far down than they should, as in a table of the new format made from one of the old. */
const printShortSpans = (_table: Table, rows: Rows): string =>
  `<table>${rows
    .map((cells) => {
      const short = cells.map((cell) => ({ ...cell, rowSpan: cell.rowSpan > 10 ? cell.rowSpan - 2 : cell.rowSpan }));
      return `<tr>${short.map((cell) => `<td${spans(cell)}>${cell.text}</td>`).join("")}</tr>`;
    })
    .join("")}</table>`;

/** A cell in each line; blank ones leave nothing. */
const printCloseLines = (_table: Table, rows: Rows): string =>
  rows.flatMap((cells) => cells.flatMap(({ text }) => text || [])).join("\n");

export const MORE_WAYS = {
  wps: { kind: "html", between: "\n", keepsBlanks: true, print: printWps },
  oldHtml: { kind: "html", between: "\n", keepsBlanks: true, print: printOldHtml },
  nested: { kind: "html", between: "\n", keepsBlanks: true, print: printNested },
  boxes: { kind: "html", between: "\n", keepsBlanks: false, print: printBoxes },
  broken: { kind: "html", between: "\n", keepsBlanks: true, print: printBroken },
  markdown: { kind: "text", between: "\n\n", keepsBlanks: true, print: printMarkdown },
  wordText: { kind: "text", between: "\n\n", keepsBlanks: true, print: printWordText },
  spacedLines: { kind: "text", between: "\n\n", keepsBlanks: false, print: printSpacedLines },
  bareRows: { kind: "html", between: "\n", keepsBlanks: true, print: printBareRows },
  shortSpans: { kind: "html", between: "\n", keepsBlanks: true, print: printShortSpans },
  closeLines: { kind: "text", between: "\n", keepsBlanks: false, print: printCloseLines },
} as const satisfies Record<string, Way>;
