import { lexiconsOf, weightOf } from "../../lexicon";
import { wordingOf } from "../../wordings";
import { isFigurePiece } from "../figures";
import { chunksOf, type Chunk, type ChunkLine } from "./chunks";

/** Labels that stand once in each table at its left edge. */
function edgeLabels(): ReadonlySet<string> {
  const cores = new Set<string>();
  for (const section of ["section2", "section3"] as const) {
    for (const { rows, rowGroups, headings } of lexiconsOf(section)) {
      for (const words of [rows, rowGroups, headings]) for (const { wording } of words.entries) cores.add(wording.core);
    }
  }
  return new Set([...cores].filter((core) => weightOf(core) !== "none" && !/^(?:申请人情况|本年)/.test(core)));
}

const EDGE_LABELS = edgeLabels();

/** Lines in which two reports stand side by side. */
interface Region {
  first: number;
  last: number;
  /** How far to the right of the first report the second stands. */
  offset: number;
  /** The column at which the second begins. */
  edge: number;
}

/** How far the distance between two reports may change from line to line. */
const SLACK = 2;
/** Lines without a label on both sides that may stand between two that have one. */
const WIDEST_GAP = 40;
const LONGEST_LABEL = 200;
/** Header lines above, and shifted lines below. */
const LINES_ABOVE = 8;
const LINES_BELOW = 2;

/** Where two equal labels stand in a line; null when there are none. */
function findPair({ chunks }: ChunkLine): { left: number; right: number } | null {
  const seen = new Map<string, number>();
  for (const { text, start } of chunks) {
    const { core } = wordingOf(text.slice(0, LONGEST_LABEL));
    if (!EDGE_LABELS.has(core)) continue;
    const left = seen.get(core);
    if (left !== undefined) return { left, right: start };
    seen.set(core, start);
  }
  return null;
}

const isCutClean = ({ chunks }: ChunkLine, edge: number): boolean =>
  chunks.every(({ start, end }) => start >= edge - SLACK || end <= edge);

function findRegions(lines: readonly ChunkLine[]): Region[] {
  const regions: Region[] = [];
  lines.forEach((line, index) => {
    if (line.chunks.length < 2) return;
    const pair = findPair(line);
    if (!pair) return;
    const offset = pair.right - pair.left;
    const last = regions.at(-1);
    if (last && Math.abs(last.offset - offset) <= SLACK && index - last.last <= WIDEST_GAP) {
      last.last = index;
      last.edge = Math.min(last.edge, pair.right);
    } else regions.push({ first: index, last: index, offset, edge: pair.right });
  });
  return regions.map((region, index) =>
    widen(region, lines, regions[index - 1]?.last ?? -1, regions[index + 1]?.first),
  );
}

function widen(
  { first, last, offset, edge }: Region,
  lines: readonly ChunkLine[],
  after: number,
  before = lines.length,
): Region {
  let top = first;
  const hasRight = ({ chunks }: ChunkLine) => chunks.some(({ start }) => start >= edge - SLACK);
  for (let above = first - 1; above > after && first - above <= LINES_ABOVE; above--) {
    if (!isCutClean(lines[above]!, edge)) break;
    if (hasRight(lines[above]!)) top = above;
  }
  let bottom = last;
  const isRightOnly = ({ chunks }: ChunkLine) =>
    chunks.length > 0 && chunks.every(({ start }) => start >= edge - SLACK);
  for (let below = last + 1; below < before && below - last <= LINES_BELOW; below++) {
    if (isRightOnly(lines[below]!)) bottom = below;
  }
  return { first: top, last: bottom, offset, edge };
}

/** The lines of a text by pane: the whole width first, then the left and the right report where two stand side by side. */
export function splitPanes(texts: readonly string[]): ChunkLine[][] {
  const lines = texts.map((text, line): ChunkLine => ({ chunks: chunksOf(text), line }));
  const regions = findRegions(lines);
  if (regions.length === 0) return [lines];
  const panes: [ChunkLine[], ChunkLine[], ChunkLine[]] = [[], [], []];
  let at = 0;
  lines.forEach((line, index) => {
    while (at < regions.length && regions[at]!.last < index) at += 1;
    const region = regions[at];
    if (!region || index < region.first) {
      panes[0].push(line);
      return;
    }
    // A text may begin a little before the edge, a figure there is the last of the left report.
    const isRight = ({ text, start }: Chunk) => start >= region.edge - (isFigurePiece(text) ? 0 : SLACK);
    panes[1].push({ ...line, chunks: line.chunks.filter((chunk) => !isRight(chunk)) });
    panes[2].push({ ...line, chunks: line.chunks.filter(isRight) });
  });
  return panes;
}
