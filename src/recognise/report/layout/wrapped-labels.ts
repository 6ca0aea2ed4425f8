import { lexiconsOf, weightOf } from "../../lexicon";
import { wordingOf } from "../../wordings";
import type { Budget } from "../budget";
import { figuresOf, textsOf, type Chunk, type ChunkLine } from "./chunks";

/** A label may begin this many lines above its figures and end this many below. */
const LINES_ABOVE = 4;
const LINES_BELOW = 2;
const LONGEST_PIECE = 4;

const VOCABULARIES = (["section2", "section3"] as const).flatMap((section) =>
  lexiconsOf(section).map(({ rows }) => rows),
);

/** Whether a text is, to the letter, the label of a row. */
function isRowLabel(text: string, mayBeCommon: boolean): boolean {
  const wording = wordingOf(text);
  if (!mayBeCommon && weightOf(wording.core) === "none") return false;
  return VOCABULARIES.some((rows) => rows.find(wording)?.isAltered === false);
}

const isKnownVariant = (text: string): boolean => VOCABULARIES.some((rows) => rows.find(wordingOf(text)) !== null);

interface Candidate {
  chunks: readonly Chunk[];
  core: string;
}

/** The cores of all labels, and everything that they begin with. */
function makeBeginnings(): ReadonlySet<string> {
  const beginnings = new Set<string>();
  for (const { entries } of VOCABULARIES) {
    for (const { wording } of entries) {
      for (let end = 1; end <= wording.core.length; end++) beginnings.add(wording.core.slice(0, end));
    }
  }
  return beginnings;
}

const BEGINNINGS = makeBeginnings();
const CORES = new Set(VOCABULARIES.flatMap(({ entries }) => entries.map(({ wording }) => wording.core)));

/** Every way to take one chunk, or none, from each line, from top to bottom, that gives the core of a label. */
function combine(lines: readonly (readonly Chunk[])[], budget: Budget): Candidate[] {
  let candidates: Candidate[] = [{ chunks: [], core: "" }];
  for (const line of lines) {
    for (const chunk of line) {
      const { core: first } = wordingOf(chunk.text);
      // Within a label no number is left out.
      const next = wordingOf(`|${chunk.text}`).core;
      const longer = candidates.flatMap(({ chunks, core }) => {
        const joined = core === "" ? first : core + next;
        const isBeginning = budget.take() && BEGINNINGS.has(joined) && !chunks.some((other) => line.includes(other));
        return isBeginning ? [{ chunks: [...chunks, chunk], core: joined }] : [];
      });
      candidates = [...candidates, ...longer];
    }
  }
  return candidates.filter(({ chunks, core }) => chunks.length > 1 && CORES.has(core));
}

/**
 * Finds the label of a line of figures that is broken over several lines: pieces of it may stand above, in the line, and below,
 * among pieces of other labels. Null when no combination is an official label to the letter: then what stands in the line is it.
 */
export function findWrappedLabel(
  lines: readonly ChunkLine[],
  index: number,
  used: ReadonlySet<Chunk>,
  budget: Budget,
): readonly Chunk[] | null {
  const free = (line: ChunkLine) =>
    textsOf(line)
      .filter((chunk) => !used.has(chunk))
      .slice(-2);
  const own = free(lines[index]!);
  const isOwn = own.at(-1);
  if (isOwn && isRowLabel(isOwn.text, true)) return [isOwn];
  const around: (readonly Chunk[])[] = [own];
  for (let above = index - 1, left = LINES_ABOVE; above >= 0 && left > 0; above--) {
    if (figuresOf(lines[above]!).length > 0) break;
    const chunks = free(lines[above]!);
    if (chunks.length === 0) continue;
    around.unshift(chunks);
    left -= 1;
  }
  for (let below = index + 1, left = LINES_BELOW; below < lines.length && left > 0; below++) {
    if (figuresOf(lines[below]!).length > 0) break;
    const chunks = free(lines[below]!);
    if (chunks.length === 0) continue;
    around.push(chunks);
    left -= 1;
  }
  const fitting = combine(around, budget).map(({ chunks }) => chunks);
  const shortest = (candidates: readonly (readonly Chunk[])[]) =>
    [...candidates].sort((a, b) => a.length - b.length)[0] ?? null;
  const withOwn = isOwn ? shortest(fitting.filter((chunks) => chunks.includes(isOwn))) : null;
  if (withOwn) return withOwn;
  // What stands in the line may only be a piece of the label of a group.
  if (isOwn && (isOwn.text.length > LONGEST_PIECE || isKnownVariant(isOwn.text))) return null;
  const single = own.length > 0 ? [] : around.flat().filter(({ text }) => isRowLabel(text, false));
  return shortest([...fitting, ...single.map((chunk) => [chunk])]);
}
