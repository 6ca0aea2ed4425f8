import type { LabelDoubt } from "../tables/filled";
import { doubtAt, labelsInRow, range, type Region } from "./region";
import type { TextCell } from "./sheet-view";
import { AUXILIARY } from "./variants";
import type { Match, Unclear } from "./vocabulary";
import type { Wording } from "./wording";

/** A sheet row and the row of the table that its labels name. */
export interface LabelledRow {
  row: number;
  key: string;
  label: TextCell;
}

export interface RowLabels {
  rows: readonly LabelledRow[];
  /** Labels over or before several rows that were seen, with the sheet rows that hold nothing else. */
  groups: ReadonlySet<string>;
  bars: readonly { row: number; group: string }[];
  /** Every cell that was recognised as a label. */
  cells: readonly TextCell[];
  /** Row keys whose labels are there, but cannot be told apart. */
  faults: ReadonlyMap<string, TextCell>;
  doubts: readonly LabelDoubt[];
}

/** What is known of a sheet row while its neighbours are read. */
interface Draft {
  row: number;
  leaves: { match: Match<string>; cell: TextCell }[];
  groups: { match: Match<string>; cell: TextCell }[];
  strange: TextCell[];
  /** The group in force at the row. */
  context: string | null;
}

const isNear = <Value>(near: Match<Value> | Unclear<Value> | null): near is Match<Value> =>
  near !== null && "entry" in near;

/** Takes a group's label off the front: 不予公开1属于国家秘密, where both stand in one cell. */
function findRow({ lexicon }: Region, wording: Wording): Match<string> | null {
  const match = lexicon.rows.find(wording);
  if (match) return match;
  for (const { wording: group } of lexicon.rowGroups.entries) {
    if (!wording.core.startsWith(group.core)) continue;
    const core = wording.core.slice(group.core.length).replace(/^\d{1,2}/, "");
    const joined = lexicon.rows.find({ core, bare: core, remarks: [], ordinal: null });
    if (joined) return joined;
  }
  return null;
}

/** `lastLabelColumn` is where the innermost exact label stands; others may stand one column beside it. */
function draftRow(region: Region, row: number, lastLabelColumn: number): Draft {
  const draft: Draft = { row, leaves: [], groups: [], strange: [], context: null };
  for (const cell of labelsInRow({ ...region, right: Math.min(region.right, lastLabelColumn + 1) }, row)) {
    const leaf = cell.column <= lastLabelColumn ? findRow(region, cell.wording) : null;
    const group = leaf ? null : region.lexicon.rowGroups.find(cell.wording);
    if (leaf) draft.leaves.push({ match: leaf, cell });
    else if (group) draft.groups.push({ match: group, cell });
    else draft.strange.push(cell);
  }
  return draft;
}

/** Labels such as 其他 and 总计 name a row only in their place. */
const LAST_GROUP_OF: Readonly<Record<string, string>> = { "other.3": "（六）其他处理" };

function resolveContexts({ lexicon }: Region, drafts: readonly Draft[]): void {
  let context: string | null = null;
  for (const draft of drafts) {
    const group = draft.groups.at(-1);
    if (group) context = group.match.entry.value;
    draft.context = context;
    const leaf = draft.leaves.at(-1);
    const outer = leaf && !(leaf.match.entry.value in LAST_GROUP_OF) && lexicon.rowLabels.get(leaf.match.entry.value);
    if (outer) context = outer.length > 1 ? outer.at(-2)! : null;
  }
}

/** What is told while the drafts are gone through. */
class ToldLabels {
  readonly rows: LabelledRow[] = [];
  readonly groups = new Set<string>();
  readonly cells: TextCell[] = [];
  readonly faults = new Map<string, TextCell>();
  readonly doubts: LabelDoubt[] = [];

  constructor(private readonly region: Region) {}

  tell(key: string, label: TextCell, isAltered: boolean, row: number): void {
    this.rows.push({ row, key, label });
    this.cells.push(label);
    if (isAltered) this.doubts.push(doubtAt("altered", label, this.region.lexicon.rowLabels.get(key)));
  }

  seeGroup({ match, cell }: { match: Match<string>; cell: TextCell }): void {
    this.cells.push(cell);
    if (match.isAltered && !this.groups.has(match.entry.value))
      this.doubts.push(doubtAt("altered", cell, [match.entry.official]));
    this.groups.add(match.entry.value);
  }

  doubt(cell: TextCell): void {
    this.doubts.push(doubtAt("ambiguous", cell));
  }
}

/** Takes over the labels that are there to the letter. */
function tellExact(drafts: readonly Draft[], told: ToldLabels): void {
  for (const draft of drafts) {
    for (const group of draft.groups) told.seeGroup(group);
    const keys = new Set(draft.leaves.map(({ match }) => match.entry.value));
    const leaf = draft.leaves.at(-1);
    if (!leaf) continue;
    const { value: key } = leaf.match.entry;
    // A label may be repeated in each of the cells that it spans.
    told.cells.push(...draft.leaves.map(({ cell }) => cell));
    const isElsewhere = key in LAST_GROUP_OF && draft.context !== LAST_GROUP_OF[key];
    if (keys.size > 1 || isElsewhere) {
      told.doubt(leaf.cell);
      for (const other of keys) if (!isElsewhere) told.faults.set(other, leaf.cell);
    } else told.tell(key, leaf.cell, leaf.match.isAltered, draft.row);
  }
}

/** Takes the other texts for labels that are nowhere else, where only one is near. */
function tellNear({ lexicon }: Region, drafts: readonly Draft[], told: ToldLabels): void {
  const known = new Set(told.rows.map(({ key }) => key));
  const guesses: { key: string; cell: TextCell; draft: Draft }[] = [];
  for (const draft of drafts) {
    for (const cell of [...draft.strange]) {
      const group = lexicon.rowGroups.findNear(cell.wording);
      const leaf = draft.leaves.length === 0 ? lexicon.rows.findNear(cell.wording) : null;
      // 其予处理 may be （六）其他处理, a row, as well as （五）不予处理, before several.
      if (isNear(leaf) && group) told.doubt(cell);
      else if (isNear(leaf) && !known.has(leaf.entry.value)) guesses.push({ key: leaf.entry.value, cell, draft });
      else if (isNear(group) && !told.groups.has(group.entry.value)) told.seeGroup({ match: group, cell });
      else if (leaf && !isNear(leaf)) told.doubt(cell);
      else continue;
      draft.strange.splice(draft.strange.indexOf(cell), 1);
    }
  }
  for (const { key, cell, draft } of guesses) {
    const others = guesses.filter((other) => other.cell !== cell);
    if (others.some((other) => other.key === key || other.draft === draft)) {
      told.cells.push(cell);
      told.doubt(cell);
    } else told.tell(key, cell, true, draft.row);
  }
}

/** The texts in the place of labels, beside figures and above the last row, that were understood as none. */
function findStrange({ view, right }: Region, drafts: readonly Draft[], rows: readonly LabelledRow[]): TextCell[] {
  const last = Math.max(...rows.map(({ row }) => row));
  const named = new Set(rows.map(({ row }) => row));
  const hasFigure = ({ row, column }: TextCell) =>
    range(column + 1, right).some((after) => view.stateAt(row, after) === "figure");
  return drafts.flatMap(({ row, leaves, groups, strange }) => {
    if (row > last || leaves.length > 0 || named.has(row)) return [];
    const text = strange.at(-1) ?? groups.at(-1)?.cell;
    return text && !AUXILIARY.has(text.wording.core) && hasFigure(text) ? [text] : [];
  });
}

/** Reads the labels of the sheet rows in `rows`, from top to bottom. */
export function readRowLabels(region: Region, rows: readonly number[], lastLabelColumn: number): RowLabels {
  const drafts = rows.map((row) => draftRow(region, row, lastLabelColumn));
  resolveContexts(region, drafts);
  const told = new ToldLabels(region);
  tellExact(drafts, told);
  tellNear(region, drafts, told);
  const strange = findStrange(region, drafts, told.rows);
  const bars = drafts.flatMap(({ row, leaves, groups }) =>
    leaves.length === 0 ? groups.map(({ match }) => ({ row, group: match.entry.value })) : [],
  );
  return {
    rows: told.rows.sort((a, b) => a.row - b.row),
    groups: told.groups,
    bars,
    cells: told.cells,
    faults: told.faults,
    doubts: [...told.doubts, ...strange.map((cell) => doubtAt("unknown", cell))],
  };
}
