import type { SectionId } from "../../tables/table";
import { weightOf, type Lexicon } from "../lexicon";
import { wordingOf } from "../wordings";
import { identifyRow, isOutcomeHeader, type RowName, type UnclearName } from "./identify";
import { printedRowsOf } from "./printed-rows";
import type { Strip, Stretch } from "./stretch";

/** A stretch that is a row of a table. */
export interface RowStretch {
  stretch: Stretch;
  /** As written; null where a row has no label. */
  found: string | null;
  isAltered: boolean;
  /** Labels of the header or of groups that stand before it since the row above. */
  header: readonly string[];
}

/** Stretches that are rows of one table. */
export interface Group {
  strip: Strip;
  lexicon: Lexicon;
  /** By place in `printedRowsOf`. */
  rows: Map<number, RowStretch>;
  /** Rows whose label stands there twice. */
  doubled: Set<number>;
  /** Rows that a label may name without it being clear which. */
  unclear: { near: readonly string[]; found: string }[];
  /** Labels with figures between the rows that name none of them. */
  unknown: string[];
  /** Whether a header or bar of the table was seen. */
  isAnchored: boolean;
  firstLine: number;
  lastLine: number;
  /** The row whose figures are the last of the strip: more of it may have been cut off. */
  cutRow: number | null;
}

/** Rows with this between them are not of one table. */
const SENTENCE_END = "。";
const LONGEST_UNKNOWN = 60;
/** Texts of a header that are kept. */
const MOST_HEADER = 120;
/** So many lines of figures that name no row away from a table, labels that are only alike are not looked for. */
const FARTHEST_NEAR = 12;
const HEADER_WORDS = /信息内容|勾稽|申请人情况|科研|法律服务/;
const HEADER_TEXTS = 20;
const HEADER_LENGTH = 400;

const anchors = new Map<Lexicon, readonly string[]>();

/** Labels of headers and bars that only this table has. */
function anchorsOf(lexicon: Lexicon): readonly string[] {
  const known = anchors.get(lexicon);
  if (known) return known;
  const words = [
    lexicon.headings,
    lexicon.columns,
    ...(lexicon.table.section === "section2" ? [lexicon.rowGroups] : []),
  ];
  const cores = words.flatMap(({ entries }) => entries.map(({ wording }) => wording.core));
  const made = cores.filter((core) => weightOf(core) === "strong");
  anchors.set(lexicon, made);
  return made;
}

function hasAnchor(labels: readonly string[], lexicon: Lexicon): boolean {
  const core = wordingOf(labels.join("").slice(-1_000)).core;
  return anchorsOf(lexicon).some((anchor) => core.includes(anchor));
}

/** Reads the rows of one kind of table out of a strip. */
class GroupReader {
  readonly groups: Group[] = [];
  readonly #places: ReadonlyMap<string, number>;
  #group: Group | null = null;
  #last = -1;
  #header: string[] = [];
  #strange: string[] = [];
  /** Rows without figures before the first that has some. */
  #blank: { name: RowName; stretch: Stretch }[] = [];

  constructor(
    readonly strip: Strip,
    readonly lexicon: Lexicon,
  ) {
    this.#places = new Map(printedRowsOf(lexicon.table).map(({ key }, place) => [key ?? "", place]));
  }

  read(): Group[] {
    const { stretches } = this.strip;
    stretches.forEach((stretch, index) => {
      const name = this.#identify(stretch);
      const hasFigures = stretch.slots.some(({ text }) => text !== "");
      if (name && "key" in name && this.#isRow(name, hasFigures)) {
        this.#put(name, stretch, index === stretches.length - 1);
      } else this.#pass(name, stretch, hasFigures);
    });
    return this.groups;
  }

  #identify({ labels }: Stretch): RowName | UnclearName | null {
    if (this.lexicon.table.section !== "section4") {
      return identifyRow(labels, this.lexicon, () => this.#isNearTable(labels));
    }
    const all = [...this.#header, ...labels];
    if (!isOutcomeHeader(all)) return null;
    return { key: "", found: "", isAltered: false, isCommon: false, isWhole: true, before: labels.join("\n") };
  }

  /** Whether a label that is only like an official one may be meant for it. */
  #isNearTable(labels: readonly string[]): boolean {
    if (this.#group && this.#strange.length < FARTHEST_NEAR) return true;
    return HEADER_WORDS.test([...this.#header, ...labels].slice(-HEADER_TEXTS).join("").slice(-HEADER_LENGTH));
  }

  /** A label without figures is a blank row only where the table goes on in its order. */
  #isRow({ key, isCommon }: RowName, hasFigures: boolean): boolean {
    if (hasFigures) return true;
    return this.#group !== null && this.#places.get(key)! > this.#last && !isCommon;
  }

  #put({ key, found, isAltered, isWhole, before }: RowName, stretch: Stretch, isLast: boolean): void {
    const place = this.#places.get(key)!;
    const header = [...this.#header, ...(before === "" ? [] : [before])];
    const isAnchored = hasAnchor(header, this.lexicon);
    const goesOn = isWhole && place > this.#last && this.#group !== null && this.#group.rows.size > 1;
    const isSeparated = !goesOn && header.some((text) => text.includes(SENTENCE_END));
    const isAgain = this.#group?.rows.has(place) === true;
    const isBack = place <= this.#last;
    const startsAnew = isSeparated || (isBack && (isAnchored || place === 0)) || (isAgain && place !== this.#last);
    if (!this.#group || startsAnew) this.#open(stretch.line);
    const group = this.#group!;
    group.isAnchored ||= isAnchored;
    if (group.rows.size === 0 && !isSeparated) this.#addBlank(group, place);
    if (group.rows.has(place)) group.doubled.add(place);
    else group.rows.set(place, { stretch, found: key === "" ? null : found, isAltered, header });
    if (group.rows.size > 1) group.unknown.push(...this.#strange);
    group.lastLine = stretch.line;
    group.cutRow = isLast ? place : null;
    this.#last = place;
    this.#header = [];
    this.#strange = [];
    this.#blank = [];
  }

  /** Blank rows that stand in order before the first filled one belong to its table. */
  #addBlank(group: Group, before: number): void {
    for (const { name, stretch } of this.#blank) {
      const place = this.#places.get(name.key)!;
      if (place < before && !group.rows.has(place)) {
        group.rows.set(place, { stretch, found: name.found, isAltered: name.isAltered, header: [name.before] });
      }
    }
  }

  #open(line: number): void {
    this.#group = {
      strip: this.strip,
      lexicon: this.lexicon,
      rows: new Map(),
      doubled: new Set(),
      unclear: [],
      unknown: [],
      isAnchored: false,
      firstLine: line,
      lastLine: line,
      cutRow: null,
    };
    this.groups.push(this.#group);
  }

  #pass(name: RowName | UnclearName | null, stretch: Stretch, hasFigures: boolean): void {
    const { labels } = stretch;
    const isBlankRow = name && "key" in name && !hasFigures && stretch.slots.length > 0 && !name.isCommon;
    if (isBlankRow) this.#blank.push({ name, stretch });
    this.#header = [...this.#header, ...labels].slice(-MOST_HEADER);
    if (!hasFigures) return;
    if (name && "near" in name) this.#group?.unclear.push(name);
    else {
      const label = labels.at(-1);
      if (label !== undefined && label.length <= LONGEST_UNKNOWN) this.#strange.push(label);
    }
  }
}

/** The groups of rows in a strip that may be a table of a kind, in reading order. */
export function readGroups(strip: Strip, lexicon: Lexicon): Group[] {
  return new GroupReader(strip, lexicon).read();
}

export const sectionOf = ({ lexicon }: Group): SectionId => lexicon.table.section;
