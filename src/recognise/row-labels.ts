import type { LabelDoubt } from "../tables/filled";
import { doubtAt, labelsInRow, type Region } from "./region";
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
  /** Texts of sheet rows that could not be understood. */
  strange: readonly TextCell[];
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

/** Reads the labels of the sheet rows in `rows`, from top to bottom. */
export function readRowLabels(region: Region, rows: readonly number[], lastLabelColumn: number): RowLabels {
  const { lexicon, view } = region;
  const drafts = rows.map((row) => draftRow(region, row, lastLabelColumn));
  resolveContexts(region, drafts);
  const doubts: LabelDoubt[] = [];
  const faults = new Map<string, TextCell>();
  const told: LabelledRow[] = [];
  const cells: TextCell[] = [];
  const groups = new Set<string>();

  const tell = (key: string, cell: TextCell, isAltered: boolean, row: number) => {
    told.push({ row, key, label: cell });
    if (isAltered) doubts.push(doubtAt("altered", cell, lexicon.rowLabels.get(key)));
  };
  const seeGroup = ({ match, cell }: { match: Match<string>; cell: TextCell }) => {
    cells.push(cell);
    if (match.isAltered && !groups.has(match.entry.value))
      doubts.push(doubtAt("altered", cell, [match.entry.official]));
    groups.add(match.entry.value);
  };

  for (const draft of drafts) {
    draft.groups.forEach(seeGroup);
    const keys = new Set(draft.leaves.map(({ match }) => match.entry.value));
    const leaf = draft.leaves.at(-1);
    if (!leaf) continue;
    const { value: key } = leaf.match.entry;
    // A label may be repeated in each of the cells that it spans.
    cells.push(...draft.leaves.map(({ cell }) => cell));
    const isElsewhere = key in LAST_GROUP_OF && draft.context !== LAST_GROUP_OF[key];
    if (keys.size > 1 || isElsewhere) {
      doubts.push(doubtAt("ambiguous", leaf.cell));
      for (const other of keys) if (!isElsewhere) faults.set(other, leaf.cell);
    } else tell(key, leaf.cell, leaf.match.isAltered, draft.row);
  }

  const known = new Set(told.map(({ key }) => key));
  const guesses: { key: string; cell: TextCell; draft: Draft }[] = [];
  for (const draft of drafts) {
    for (const cell of [...draft.strange]) {
      const group = lexicon.rowGroups.findNear(cell.wording);
      const leaf = draft.leaves.length === 0 ? lexicon.rows.findNear(cell.wording) : null;
      // 其予处理 may be （六）其他处理, a row, as well as （五）不予处理, before several.
      if (isNear(leaf) && group) doubts.push(doubtAt("ambiguous", cell));
      else if (isNear(leaf) && !known.has(leaf.entry.value)) guesses.push({ key: leaf.entry.value, cell, draft });
      else if (isNear(group) && !groups.has(group.entry.value)) seeGroup({ match: group, cell });
      else if (leaf && !isNear(leaf)) doubts.push(doubtAt("ambiguous", cell));
      else continue;
      draft.strange.splice(draft.strange.indexOf(cell), 1);
    }
  }
  for (const { key, cell, draft } of guesses) {
    cells.push(cell);
    const others = guesses.filter((other) => other.cell !== cell);
    if (others.some((other) => other.key === key || other.draft === draft)) doubts.push(doubtAt("ambiguous", cell));
    else tell(key, cell, true, draft.row);
  }

  const lastTold = Math.max(...told.map(({ row }) => row));
  const hasFigure = (row: number, after: number) => {
    for (let column = after + 1; column <= region.right; column++)
      if (view.stateAt(row, column) === "figure") return true;
    return false;
  };
  const strange: TextCell[] = [];
  for (const { row, leaves, groups: over, strange: texts } of drafts) {
    if (row > lastTold || leaves.length > 0 || told.some((line) => line.row === row)) continue;
    const text = texts.at(-1) ?? over.at(-1)?.cell;
    if (text && !AUXILIARY.has(text.wording.core) && hasFigure(row, text.column)) strange.push(text);
  }
  doubts.push(...strange.map((cell) => doubtAt("unknown", cell)));
  cells.push(...told.map(({ label }) => label));
  const bars = drafts.flatMap(({ row, leaves, groups: over }) =>
    leaves.length === 0 ? over.map(({ match }) => ({ row, group: match.entry.value })) : [],
  );
  return { rows: told.sort((a, b) => a.row - b.row), groups, bars, cells, faults, strange, doubts };
}
