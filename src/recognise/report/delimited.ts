import type { ReportDocument } from "./document";
import { isFigureCell, trimCell } from "./figures";
import { StretchWriter, type Strip } from "./stretch";

/** A piece between two separators that draws a line under a header. */
const DRAWN = /^[-:=_—]{2,}$/;

/** Writes one row of cells: texts are labels, figures and blanks follow them. A text between figures stands in the place of one. */
function writeRow(writer: StretchWriter, cells: readonly string[], line: number): void {
  const texts = cells.map(trimCell).filter((text) => !DRAWN.test(text));
  const figures = texts.flatMap((text, index) => (isFigureCell(text) ? [index] : []));
  const [first = texts.length, last = 0] = [figures[0], figures.at(-1)];
  texts.forEach((text, index) => {
    const isBetween = index > first && index < last;
    if (text === "" || isBetween || figures.includes(index)) writer.slot({ text }, line);
    else writer.label(text, line);
  });
  writer.flush();
}

/** Cells parted by tabs, a row a line. */
export function readTabs(lines: readonly string[]): Strip[] {
  const writer = new StretchWriter();
  lines.forEach((line, index) => writeRow(writer, line.split("\t"), index));
  return [{ manner: "cells", stretches: writer.stretches, lines, pane: 0 }];
}

/** Cells parted by bars. Line feeds may stand anywhere between cells: also a whole table in one line, or one cell a line. */
export function readBars(lines: readonly string[]): Strip[] {
  const writer = new StretchWriter();
  let hasText = true;
  lines.forEach((line, index) => {
    line.split(/[|｜│┃]/).forEach((cell, place) => {
      if (place > 0) {
        if (!hasText) writer.slot({ text: "" }, index);
        hasText = false;
      }
      const text = trimCell(cell);
      if (text === "" || DRAWN.test(text)) return;
      hasText = true;
      if (isFigureCell(text)) writer.slot({ text }, index);
      else writer.label(text, index);
    });
  });
  writer.flush();
  return [{ manner: "cells", stretches: writer.stretches, lines, pane: 0 }];
}

/** The cells of the tables of a page in their order, for tables whose structure does not hold. */
export function readCells({ blocks }: ReportDocument): Strip[] {
  const writer = new StretchWriter();
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === "line") {
      lines.push(block.text);
      writer.label(block.text, lines.length - 1);
    } else {
      for (const row of block.rows) {
        lines.push(row.map(({ text }) => text).join(" "));
        writeRow(
          writer,
          row.map(({ text }) => text),
          lines.length - 1,
        );
      }
    }
  }
  writer.flush();
  return [{ manner: "cells", stretches: writer.stretches, lines, pane: 0 }];
}
