import { Budget } from "./budget";
import type { Group, RowStretch } from "./groups";
import type { PrintedRow } from "./printed-rows";
import { splitRow } from "./splits";
import type { Slot } from "./stretch";
import type { Sum } from "./sums";

/** Why a row can be read in more than one way, or in none. */
export type PlaceReason =
  /** Figures run together. */
  | "glued"
  /** More figures than the row has cells. */
  | "extra"
  /** Fewer figures, and nothing tells which cells are blank. */
  | "fewer"
  /** The text ends within the row. */
  | "cut";

/** The ways to read a row. */
export interface Placed {
  /** Texts by cell: empty for a blank one, null for one that cannot be seen. */
  options: readonly (readonly (string | null)[])[];
  reason?: PlaceReason;
  /** Whether there may be ways that were not looked at. */
  isCut?: boolean;
  /** Whether cells were told only by their order after the label, without a fuller row to compare. */
  byOrder?: boolean;
}

const STEPS_PER_ROW = 400_000;
const MOST_EXTRA = 2;

/** What other rows of the group tell about where figures stand. */
export interface Evidence {
  /** Blank cells between label and first figure, by depth of the official label. */
  offsets: ReadonlyMap<number, number | null>;
  /** Middles of the columns of full rows, by line. */
  columns: readonly { line: number; middles: readonly number[] }[];
}

const figuresOf = (slots: readonly Slot[]): Slot[] => slots.filter(({ text }) => text !== "");

/** Gathers what full rows tell. */
export function gatherEvidence({ rows }: Group, printed: readonly PrintedRow[]): Evidence {
  const offsets = new Map<number, number | null>();
  const columns: { line: number; middles: readonly number[] }[] = [];
  for (const [place, { stretch }] of rows) {
    const row = printed[place]!;
    const figures = figuresOf(stretch.slots);
    if (figures.length !== row.cells.length || figures.length < 2) continue;
    const middles = figures.map(({ at }) => at);
    if (middles.every((at) => at !== undefined)) columns.push({ line: stretch.line, middles });
    const offset = stretch.slots.findIndex(({ text }) => text !== "");
    const depth = row.labels.length;
    offsets.set(depth, offsets.has(depth) && offsets.get(depth) !== offset ? null : offset);
  }
  return { offsets, columns };
}

function dropExtra(texts: readonly string[], count: number): string[][] {
  if (texts.length - count > MOST_EXTRA) return [];
  let lists = new Map([[texts.join("\t"), [...texts]]]);
  for (let extra = texts.length - count; extra > 0; extra--) {
    const shorter = [...lists.values()].flatMap((list) =>
      list.map((_, drop) => list.filter((__, index) => index !== drop)),
    );
    lists = new Map(shorter.map((list) => [list.join("\t"), list]));
  }
  return [...lists.values()];
}

/** Places cells, blank ones among them, when blank cells before or after the row are possible. */
function placeCells(slots: readonly Slot[], count: number, offset: number | null | undefined): Placed {
  const texts = slots.map(({ text }) => text);
  const last = texts.reduce((found, text, index) => (text === "" ? found : index), -1);
  if (last < 0)
    return { options: [texts.length < count ? Array<null>(count).fill(null) : Array<string>(count).fill("")] };
  const from = (start: number) => Array.from({ length: count }, (_, index) => texts[start + index] ?? null);
  const first = texts.findIndex((text) => text !== "");
  if (typeof offset === "number" && offset <= first && last < offset + count) return { options: [from(offset)] };
  if (texts.length < count) return { options: [], reason: "fewer" };
  const starts = Array.from({ length: texts.length - count + 1 }, (_, start) => start);
  const fitting = starts.filter((start) => start <= first && last < start + count);
  if (fitting.length === 1) return { options: [from(fitting[0]!)] };
  return fitting[0] === 0 ? { options: [from(0)], byOrder: true } : { options: [], reason: "fewer" };
}

/** Places cells by their middles, compared with the nearest full row. */
function placeByPosition(slots: readonly Slot[], count: number, line: number, { columns }: Evidence): Placed {
  const [nearest] = columns
    .filter(({ middles }) => middles.length === count)
    .sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line));
  if (!nearest) return { options: [], reason: "fewer" };
  const texts = Array<string>(count).fill("");
  const { middles } = nearest;
  for (const { text, at } of slots) {
    const distances = middles.map((middle) => Math.abs(middle - at!));
    const index = distances.indexOf(Math.min(...distances));
    const gap = Math.min(
      ...[index - 1, index + 1].flatMap((other) =>
        other in middles ? [Math.abs(middles[other]! - middles[index]!)] : [],
      ),
    );
    if (distances[index]! * 3 > gap || texts[index] !== "") return { options: [], reason: "fewer" };
    texts[index] = text;
  }
  return { options: [texts] };
}

/** Finds the ways to read the figures of a row. */
export function placeRow(
  { stretch }: RowStretch,
  row: PrintedRow,
  group: Group,
  evidence: Evidence,
  sums: readonly Sum[],
): Placed {
  const { slots, line } = stretch;
  const { manner } = group.strip;
  const count = row.cells.length;
  const figures = figuresOf(slots);
  const texts = figures.map(({ text }) => text);
  if (manner === "glued") {
    if (texts.length === 0) return { options: [] };
    const { options, isCut } = splitRow(texts, row, sums, new Budget(STEPS_PER_ROW));
    return { options, isCut, reason: options.length === 0 ? "fewer" : "glued" };
  }
  if (texts.length === count) return { options: [texts] };
  if (texts.length > count) return { options: dropExtra(texts, count), reason: "extra" };
  if (manner === "positions") return placeByPosition(slots, count, line, evidence);
  if (manner === "gaps") {
    if (slots.length === count) return { options: [slots.map(({ text }) => text)] };
    const isBare = figures.length === 0;
    return isBare ? { options: [] } : { options: [], reason: "fewer" };
  }
  return placeCells(slots, count, evidence.offsets.get(row.labels.length) ?? anyOffset(evidence));
}

/** What full rows of all depths agree on. */
function anyOffset({ offsets }: Evidence): number | null | undefined {
  const all = new Set(offsets.values());
  return all.size === 1 ? [...all][0] : undefined;
}
