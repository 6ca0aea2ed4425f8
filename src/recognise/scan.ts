import { SECTIONS } from "../tables/formats";
import { lexiconsOf } from "./lexicon";
import { LONGEST_LABEL, type SheetView, type TextCell } from "./sheet-view";
import { findTitles, type TitleCell } from "./titles";
import { SIMPLIFIED } from "./traditional";
import { VARIANTS } from "./variants";
import type { Vocabulary } from "./vocabulary";
import type { Wording } from "./wording";
import { wordingOf } from "./wordings";

/** The words of all tables: labels of rows, of groups of rows, and of columns. */
const WORDS: readonly Vocabulary<string>[] = SECTIONS.flatMap(lexiconsOf).flatMap(({ rows, rowGroups, columns }) => [
  rows,
  rowGroups,
  columns,
]);

/** Every character that a label may have outside of brackets, apart from figures, punctuation and spaces. */
function collectCharacters(): ReadonlySet<string> {
  const texts = [...WORDS.flatMap(({ entries }) => entries.map(({ official }) => official)), ...VARIANTS.keys()];
  const simplified = new Set(texts.join(""));
  const traditional = [...SIMPLIFIED].filter(([, plain]) => simplified.has(plain)).map(([wide]) => wide);
  return new Set([...simplified, ...traditional, ..."零一二三四五六七八九十"]);
}

const CHARACTERS = collectCharacters();
const FIRST_IDEOGRAPH = 0x3400;
const FIRST_WIDE_FORM = 0xff00;
const OPENING = new Set("(（〔[【{〈<《");

/** Quickly tells most texts that are no label: those with a character that no label has. */
function mayBeLabel(text: string): boolean {
  if (text.length > LONGEST_LABEL) return false;
  for (const character of text) {
    if (OPENING.has(character)) return true;
    const code = character.charCodeAt(0);
    if (code >= FIRST_IDEOGRAPH && code < FIRST_WIDE_FORM && !CHARACTERS.has(character)) return false;
  }
  return true;
}

/** Wordings are remembered, and so is what they are. */
const official = new WeakMap<Wording, boolean>();

/** Whether a text is a label of any table. */
export function isOfficial({ wording }: TextCell): boolean {
  const known = official.get(wording);
  if (known !== undefined) return known;
  const found = WORDS.some((words) => words.find(wording) !== null);
  official.set(wording, found);
  return found;
}

/** A damaged label of a column is not longer. */
const LONGEST_NEAR = 24;

export interface Scan {
  /** Cells with labels of any table, in reading order. */
  labels: readonly TextCell[];
  /** The other cells whose texts are as short as labels of columns, read when they are asked for. */
  near: () => readonly TextCell[];
  /** Empty when there are no labels. */
  titles: readonly TitleCell[];
}

/** Reads every cell of a sheet once. */
export function scan(view: SheetView): Scan {
  const labels: TextCell[] = [];
  const others: { row: number; column: number; text: string }[] = [];
  const { row: top, column: left } = view.grid.area;
  for (let row = top; row <= view.lastRow; row++) {
    for (let column = left; column <= view.lastColumn; column++) {
      const content = view.contentAt(row, column);
      if (content.type !== "text") continue;
      const { text } = content;
      const cell = mayBeLabel(text) ? { row, column, text, wording: wordingOf(text) } : null;
      if (cell && isOfficial(cell)) labels.push(cell);
      else others.push({ row, column, text });
    }
  }
  const near = () =>
    others.flatMap(({ row, column, text }) => (text.length <= LONGEST_NEAR ? (view.labelAt(row, column) ?? []) : []));
  return { labels, near, titles: labels.length > 0 ? findTitles(others) : [] };
}
