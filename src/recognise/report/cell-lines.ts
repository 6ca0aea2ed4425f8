import { isFigurePiece, trimCell } from "./figures";
import { StretchWriter, type Strip } from "./stretch";

/** How many empty lines part two cells: what is seen most often. */
function usualGap(lines: readonly string[]): number {
  const seen = [0, 0, 0];
  let gap = -1;
  for (const line of lines) {
    if (trimCell(line) === "") {
      if (gap >= 0) gap += 1;
      continue;
    }
    if (gap >= 0 && gap < seen.length) seen[gap]! += 1;
    gap = 0;
  }
  return seen.indexOf(Math.max(...seen));
}

/** One cell a line. Empty lines beyond those that part all cells are blank cells. */
export function readCellLines(lines: readonly string[]): Strip[] {
  const writer = new StretchWriter();
  const usual = usualGap(lines);
  let gap = 0;
  lines.forEach((line, index) => {
    const text = trimCell(line);
    if (text === "") {
      gap += 1;
      return;
    }
    for (let blank = usual; blank < gap; blank++) writer.slot({ text: "" }, index);
    gap = 0;
    if (isFigurePiece(text)) writer.slot({ text }, index);
    else writer.label(text, index);
  });
  writer.flush();
  return [{ manner: "gaps", stretches: writer.stretches, lines, pane: 0 }];
}
