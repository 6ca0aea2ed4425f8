import { Budget } from "../budget";
import { StretchWriter, type Strip } from "../stretch";
import { figuresOf, textsOf, type Chunk, type ChunkLine } from "./chunks";
import { splitPanes } from "./panes";
import { findWrappedLabel } from "./wrapped-labels";

/** Combinations of pieces of labels that are tried in one text. */
const STEPS = 300_000;

/** Puts the labels of one pane back together and follows each with its figures. */
function readPane(lines: readonly ChunkLine[], texts: readonly string[], pane: number, budget: Budget): Strip {
  const used = new Set<Chunk>();
  const labels = lines.map((line, index) => {
    if (figuresOf(line).length === 0) return null;
    const label = findWrappedLabel(lines, index, used, budget);
    label?.forEach((chunk) => used.add(chunk));
    return label?.map(({ text }) => text).join("") ?? null;
  });
  const writer = new StretchWriter();
  lines.forEach((line, index) => {
    for (const chunk of textsOf(line)) if (!used.has(chunk)) writer.label(chunk.text, line.line);
    const label = labels[index];
    if (label) writer.label(label, line.line);
    for (const { text, start, end } of figuresOf(line)) writer.slot({ text, at: (start + end) / 2 }, line.line);
    if (figuresOf(line).length > 0) writer.flush();
  });
  writer.flush();
  return { manner: "positions", stretches: writer.stretches, lines: texts, pane };
}

/** Text laid out as on the page, as `pdftotext -layout` gives it: columns by position, labels broken over lines. */
export function readLayout(texts: readonly string[]): Strip[] {
  const budget = new Budget(STEPS);
  return splitPanes(texts).map((lines, pane) => readPane(lines, texts, pane, budget));
}
