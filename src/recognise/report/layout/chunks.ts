import { isFigurePiece } from "../figures";

/** Text without wider gaps, and where it stands in its line. */
export interface Chunk {
  text: string;
  /** Characters from the left, the end not included. */
  start: number;
  end: number;
}

export interface ChunkLine {
  chunks: readonly Chunk[];
  /** Number of the line in the text. */
  line: number;
}

/** No line of a table has more. */
const MOST_FIGURES = 40;

/** Takes figures off the end of a chunk: a single space may be all that parts them from a long label, or from each other. */
function peelFigures(chunk: Chunk): Chunk[] {
  const peeled: Chunk[] = [];
  let { text } = chunk;
  while (peeled.length < MOST_FIGURES) {
    const space = text.lastIndexOf(" ");
    const last = text.slice(space + 1);
    if (space <= 0 || !isFigurePiece(last)) break;
    peeled.unshift({ text: last, start: chunk.start + space + 1, end: chunk.start + text.length });
    text = text.slice(0, space).trimEnd();
  }
  return [{ text, start: chunk.start, end: chunk.start + text.length }, ...peeled];
}

/** The chunks of a line: two spaces, a wide one or a tab part them. */
export function chunksOf(line: string): Chunk[] {
  const chunks: Chunk[] = [];
  const parts = /[^\s\u3000](?:[^\s\u3000]| (?=[^\s\u3000]))*/g;
  for (let match = parts.exec(line); match; match = parts.exec(line)) {
    chunks.push(...peelFigures({ text: match[0], start: match.index, end: match.index + match[0].length }));
  }
  return chunks;
}

/** The figures of a line: those after its last text. */
export function figuresOf({ chunks }: ChunkLine): readonly Chunk[] {
  let first = chunks.length;
  while (first > 0 && isFigurePiece(chunks[first - 1]!.text)) first -= 1;
  return chunks.slice(first);
}

export const textsOf = (line: ChunkLine): readonly Chunk[] =>
  line.chunks.slice(0, line.chunks.length - figuresOf(line).length);
