import { lexiconOf, weightOf, type Lexicon } from "../lexicon";
import { wordingOf } from "../wordings";

/** The row of a table that a text names. */
export interface RowName {
  key: string;
  /** As written. */
  found: string;
  /** Whether it says something else than the official label, beyond the way of writing. */
  isAltered: boolean;
  /** Whether headers have the same word, as they do 总计 and 其他. */
  isCommon: boolean;
  /** Whether the label is a text of its own, not the end of a longer one. */
  isWhole: boolean;
  /** What stands before the label in the same stretch. */
  before: string;
}

/** A text that may name several rows. */
export interface UnclearName {
  near: readonly string[];
  found: string;
}

/** Official labels of section 四 that no other table has. */
const OUTCOME = /尚未\s?审结/;
/** A label is rarely broken into more pieces. */
const MOST_PIECES = 6;
/** No official label is longer, even with the notes that some offices print in it. */
const LONGEST_LABEL = 400;
/** A label that is not quite the official one is not looked for in longer texts. */
const LONGEST_NEAR = 60;

const coreOf = (text: string): string => wordingOf(text).core;

function isCommon(text: string): boolean {
  const { core, ordinal } = wordingOf(text);
  return ordinal === null && weightOf(core) === "none";
}

/** The last pieces joined, one more each time. */
function tails(labels: readonly string[]): { text: string; pieces: number }[] {
  const found: { text: string; pieces: number }[] = [];
  let text = "";
  for (let pieces = 1; pieces <= Math.min(MOST_PIECES, labels.length); pieces++) {
    text = labels[labels.length - pieces]! + text;
    if (text.length > LONGEST_LABEL) break;
    found.push({ text, pieces });
  }
  return found;
}

/** Finds the label at the end of a longer text, where nothing parts it from what stands before. */
function findAtEnd(text: string, { rows }: Lexicon): { key: string; core: string } | null {
  const core = coreOf(text.slice(-LONGEST_LABEL));
  let best: { key: string; core: string } | null = null;
  for (const { wording, value } of rows.entries) {
    const isLonger = wording.core.length > (best?.core.length ?? 0);
    if (isLonger && weightOf(wording.core) !== "none" && core.endsWith(wording.core)) {
      best = { key: value, core: wording.core };
    }
  }
  return best;
}

/** The text after the last official label of a header, where labels are run together. */
function afterHeader(text: string, { headings, columns, rowGroups }: Lexicon): string | null {
  const tail = text.slice(-LONGEST_LABEL);
  let end = -1;
  for (const words of [headings, columns, rowGroups]) {
    for (const { official } of words.entries) {
      const plain = official.replaceAll("\n", "");
      const at = tail.lastIndexOf(plain);
      if (at >= 0) end = Math.max(end, at + plain.length);
    }
  }
  return end < 0 ? null : tail.slice(end);
}

/**
 * Tells which row of a table the texts before some figures name: the last text, several of them when a label is broken into
 * pieces, or the end of one when labels are run together. `mayBeNear` tells whether a text that is only like an official label
 * may be taken for it.
 */
export function identifyRow(
  labels: readonly string[],
  lexicon: Lexicon,
  mayBeNear: () => boolean,
): RowName | UnclearName | null {
  if (labels.length === 0 || labels.slice(-20).some((label) => OUTCOME.test(label.slice(-LONGEST_LABEL)))) return null;
  const ends = tails(labels);
  const name = (text: string, pieces: number, key: string, isAltered: boolean): RowName => ({
    key,
    found: text,
    isAltered,
    isCommon: isCommon(text),
    isWhole: true,
    before: labels.slice(0, labels.length - pieces).join("\n"),
  });
  let altered: RowName | null = null;
  for (const { text, pieces } of ends) {
    const match = lexicon.rows.find(wordingOf(text));
    if (match && !match.isAltered) return name(text, pieces, match.entry.value, false);
    if (match) altered ??= name(text, pieces, match.entry.value, true);
  }
  const last = labels.at(-1)!;
  const end = findAtEnd(last, lexicon);
  if (end) {
    const at = last.length - end.core.length;
    const before = [...labels.slice(0, -1), last.slice(0, at)].join("\n");
    return { key: end.key, found: last.slice(at), isAltered: false, isCommon: false, isWhole: false, before };
  }
  if (altered) return altered;
  if (!mayBeNear()) return null;
  const rest = afterHeader(last, lexicon);
  const texts = [...ends, ...(rest === null ? [] : [{ text: rest, pieces: 1 }])];
  for (const { text, pieces } of texts) {
    if (text.length > LONGEST_NEAR) continue;
    const wording = wordingOf(text);
    const near = lexicon.rows.find(wording) ?? lexicon.rows.findNear(wording);
    if (!near) continue;
    if ("entry" in near) return name(text, pieces, near.entry.value, true);
    return { near: near.near.map(({ value }) => value), found: text };
  }
  return null;
}

/** Whether the texts before some figures are the header of section 四, whose only line of numbers has no label. */
export function isOutcomeHeader(labels: readonly string[]): boolean {
  const core = labels.map((label) => coreOf(label.slice(-LONGEST_LABEL))).join("");
  const { rows, rowGroups } = lexiconOf("2021", "section4");
  const groups = [...rows.entries, ...rowGroups.entries].filter(({ wording }) => core.includes(wording.core));
  return groups.length >= 2 && /审结|结果|总计/.test(core.slice(-200));
}
