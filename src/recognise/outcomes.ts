import type { LabelDoubt } from "../tables/filled";
import { keyOf, type Area } from "../tables/table";
import { BESIDE } from "./header-block";
import { doubtAt, labelsInRow, type Region } from "./region";
import type { TextCell } from "./sheet-view";
import { AUXILIARY } from "./variants";

/** One column of section 四: an outcome of a group of cases. */
export interface ToldOutcome {
  column: number;
  group: string;
  outcome: string;
}

/** The header of section 四 as it was read. */
export interface Outcomes {
  /** In ascending order of columns. */
  told: readonly ToldOutcome[];
  /** Groups and outcomes whose labels were seen. */
  groups: ReadonlySet<string>;
  outcomes: ReadonlySet<string>;
  /** Columns under a label that is none of the official ones. */
  named: ReadonlySet<number>;
  cells: readonly TextCell[];
  doubts: readonly LabelDoubt[];
}

interface Named {
  key: string;
  cell: TextCell;
}

/** Columns side by side whose outcomes follow each other in official order. */
interface Run {
  outcomes: Named[];
  groups: Set<string>;
}

interface Sorted {
  outcomes: Named[];
  groups: Named[];
  overGroups: Set<string>;
  cells: TextCell[];
  named: Set<number>;
  doubts: LabelDoubt[];
}

/** Tells the cells of the header apart by what they name. */
function sortCells(region: Region, cells: readonly TextCell[]): Sorted {
  const { lexicon } = region;
  const sorted: Sorted = { outcomes: [], groups: [], overGroups: new Set(), cells: [], named: new Set(), doubts: [] };
  const words = [
    { vocabulary: lexicon.columns, put: (key: string, cell: TextCell) => sorted.outcomes.push({ key, cell }) },
    { vocabulary: lexicon.rows, put: (key: string, cell: TextCell) => sorted.groups.push({ key, cell }) },
    { vocabulary: lexicon.rowGroups, put: (key: string) => sorted.overGroups.add(key) },
  ];
  const place = (cell: TextCell): boolean =>
    words.some(({ vocabulary, put }) => {
      const match = vocabulary.find(cell.wording);
      if (!match) return false;
      put(match.entry.value, cell);
      sorted.cells.push(cell);
      if (match.isAltered) sorted.doubts.push(doubtAt("altered", cell, [match.entry.official]));
      return true;
    });
  const others = cells.filter((one) => !place(one));
  const end = Math.max(...sorted.cells.map(({ column }) => column)) + BESIDE;
  for (const cell of others.filter(({ column }) => column <= end)) {
    const near = words.flatMap(({ vocabulary, put }) => {
      const found = vocabulary.findNear(cell.wording);
      return found ? [{ found, put }] : [];
    });
    const only = near.length === 1 && "entry" in near[0]!.found ? near[0]!.found : null;
    if (only) {
      near[0]!.put(only.entry.value, cell);
      sorted.cells.push(cell);
      sorted.doubts.push(doubtAt("altered", cell, [only.entry.official]));
      continue;
    }
    sorted.named.add(cell.column);
    if (near.length > 0) sorted.doubts.push(doubtAt("ambiguous", cell));
    else if (!AUXILIARY.has(cell.wording.core)) sorted.doubts.push(doubtAt("unknown", cell));
  }
  return sorted;
}

/** One outcome for each column, the lowest: a header may stand there twice. */
function lowestByColumn(outcomes: readonly Named[]): Named[] {
  const lowest = new Map<number, Named>();
  for (const outcome of outcomes) {
    const other = lowest.get(outcome.cell.column);
    if (!other || other.cell.row < outcome.cell.row) lowest.set(outcome.cell.column, outcome);
  }
  return [...lowest.values()].sort((a, b) => a.cell.column - b.cell.column);
}

/** Divides the outcomes where their order starts again, and where another group's label stands. */
function splitRuns(outcomes: readonly Named[], groups: readonly Named[], order: readonly string[]): Run[] {
  const runs: Run[] = [];
  let last = -1;
  let lastColumn = -1;
  for (const outcome of outcomes) {
    const { column } = outcome.cell;
    const index = order.indexOf(outcome.key);
    // Labels over the column itself, or over one before it that has no outcome of its own.
    const over = groups.filter(({ cell }) => cell.column > lastColumn && cell.column <= column).map(({ key }) => key);
    const run = runs.at(-1);
    const isOther = run && run.groups.size > 0 && over.some((key) => !run.groups.has(key));
    if (!run || index <= last || isOther) runs.push({ outcomes: [outcome], groups: new Set(over) });
    else {
      run.outcomes.push(outcome);
      for (const key of over) run.groups.add(key);
    }
    last = index;
    lastColumn = column;
  }
  return runs;
}

/**
 * Where one group's label is missing or damaged beyond recognition, and exactly one complete run of outcomes stands without a
 * group, in the group's place: then it is that group's, and the label alone is told.
 */
function placeUnnamed(
  { lexicon }: Region,
  runs: readonly Run[],
  groups: readonly Named[],
  doubts: LabelDoubt[],
  block: Pick<Area, "row" | "rowCount">,
): void {
  const { rows, columns } = lexicon.table;
  const unnamed = runs.filter((run) => run.groups.size === 0);
  const lost = rows.filter(({ key }) => !groups.some((group) => group.key === key));
  const [run, group] = [unnamed[0], lost[0]];
  if (unnamed.length !== 1 || lost.length !== 1 || !run || !group || runs.length !== rows.length) return;
  const isComplete = run.outcomes.map(({ key }) => key).join() === columns.map(({ key }) => key).join();
  if (!isComplete || runs.indexOf(run) !== rows.indexOf(group)) return;
  run.groups.add(group.key);
  const isLevel = ({ key }: Named) => rows.find((one) => one.key === key)!.labels.length === group.labels.length;
  const row = groups.find(isLevel)?.cell.row ?? block.row;
  const column = run.outcomes[0]!.cell.column;
  const end = run.outcomes.at(-1)!.cell.column;
  const isOver = ({ fault, position }: LabelDoubt) =>
    (fault === "unknown" || fault === "ambiguous") &&
    position !== undefined &&
    position.column >= column &&
    position.column <= end &&
    position.row < run.outcomes[0]!.cell.row;
  const at = doubts.findIndex(isOver);
  const base = { expected: group.labels, cells: [] };
  if (at >= 0) doubts[at] = { ...doubts[at]!, ...base, fault: "altered" };
  else doubts.push({ ...base, fault: "missing", position: { row, column } });
}

/** Reads the header of section 四 between the rows of `block`. */
export function readOutcomes(region: Region, block: Pick<Area, "row" | "rowCount">): Outcomes {
  const { lexicon } = region;
  const rows = Array.from({ length: block.rowCount }, (_, index) => block.row + index);
  const { outcomes, groups, overGroups, cells, named, doubts } = sortCells(
    region,
    rows.flatMap((row) => labelsInRow(region, row)),
  );
  const order = lexicon.table.columns.map(({ key }) => key);
  const columns = lowestByColumn(outcomes);
  const runs = splitRuns(columns, groups, order);
  placeUnnamed(region, runs, groups, doubts, block);
  const told: ToldOutcome[] = [];
  for (const { key: group, labels: expected } of lexicon.table.rows) {
    const own = runs.filter((run) => run.groups.has(group));
    const [run] = own;
    const isClear = own.length === 1 && run!.groups.size === 1;
    if (run && isClear) {
      for (const { key: outcome, cell } of run.outcomes) told.push({ column: cell.column, group, outcome });
      const lost = order.filter((outcome) => !run.outcomes.some(({ key }) => key === outcome));
      for (const outcome of lost) {
        const labels = [...expected, ...lexicon.columnLabels.get(outcome)!];
        doubts.push({ fault: "missing", expected: labels, cells: [keyOf(group, outcome)] });
      }
      continue;
    }
    const lost = order.map((outcome) => keyOf(group, outcome));
    const at = groups.find(({ key }) => key === group)?.cell;
    const fault = own.length > 1 ? "doubled" : "ambiguous";
    doubts.push(at ? doubtAt(fault, at, expected, lost) : { fault: "missing", expected, cells: lost });
  }
  const outer = new Set(lexicon.table.rows.flatMap(({ labels }) => labels.slice(0, -1)));
  for (const label of outer)
    if (!overGroups.has(label)) doubts.push({ fault: "missing", expected: [label], cells: [] });
  for (const { column } of told) named.delete(column);
  return {
    told: told.sort((a, b) => a.column - b.column),
    groups: new Set(groups.map(({ key }) => key)),
    outcomes: new Set(outcomes.map(({ key }) => key)),
    named,
    cells,
    doubts,
  };
}
