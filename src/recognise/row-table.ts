import type { CellPosition, LabelDoubt } from "../tables/filled";
import { keyOf, type CellKey } from "../tables/table";
import type { Cluster } from "./clusters";
import { markForeign } from "./foreign";
import { weightOf } from "./lexicon";
import type { Reading } from "./reading";
import { doubtAt, range, type Region } from "./region";
import { alignmentDoubts, columnDoubts, outerDoubts, unlabelledRows } from "./row-doubts";
import { alignRows, planRow, readParts, type RowPlan, type TableParts } from "./row-plan";
import type { SheetView } from "./sheet-view";

/**
 * Of rows that stand there twice, the only one with figures; null when both or none have any. Under a header of its own the
 * filled one may be of the table above, with its row of this table blank.
 */
function onlyFilled(view: SheetView, plans: readonly RowPlan[]): RowPlan | null {
  if (new Set(plans.map(({ header }) => header)).size > 1) return null;
  const filled = plans.filter(({ line, columns }) =>
    columns.some(([, column]) => view.stateAt(line.row, column) === "figure"),
  );
  return filled.length === 1 ? filled[0]! : null;
}

interface ChosenRows {
  plans: readonly RowPlan[];
  doubts: readonly LabelDoubt[];
  /** Sheet rows of which one was taken for what is filled in it. */
  sensitive: readonly number[];
}

/** The row of each key, as far as one can be told. */
function chooseRows(parts: TableParts): ChosenRows {
  const { labels, region } = parts;
  const { lexicon, view } = region;
  const doubts: LabelDoubt[] = [];
  const sensitive: number[] = [];
  const byKey = new Map<string, RowPlan[]>();
  for (const line of labels.rows) byKey.set(line.key, [...(byKey.get(line.key) ?? []), planRow(parts, line)]);
  const cellsOf = (row: string): CellKey[] => lexicon.columnsOf.get(row)!.map((column) => keyOf(row, column));
  const chosen: RowPlan[] = [];
  for (const [key, plans] of byKey) {
    const plan = plans.length === 1 ? plans[0]! : onlyFilled(view, plans);
    if (plans.length > 1) {
      sensitive.push(...plans.map(({ line }) => line.row));
      const second = plans.at(-1)!.line.label;
      doubts.push(doubtAt("doubled", second, lexicon.rowLabels.get(key), plan ? [] : cellsOf(key)));
    }
    if (plan) chosen.push(plan);
  }
  for (const { key, labels: expected } of lexicon.table.rows) {
    if (byKey.has(key)) continue;
    const fault = labels.faults.get(key);
    doubts.push(
      fault ? doubtAt("ambiguous", fault, expected, cellsOf(key)) : { fault: "missing", expected, cells: cellsOf(key) },
    );
  }
  return { plans: chosen, doubts, sensitive };
}

/** Reads the table of a cluster of row labels: section 二 or 三. */
export function readRowTable(region: Region, cluster: Cluster): Reading {
  const parts = readParts(region, cluster);
  const { labels, headers } = parts;
  const { lexicon } = region;
  const { plans, doubts, sensitive: ofDoubled } = chooseRows(parts);
  const aligned = alignRows(parts, plans);
  const positions: Record<CellKey, CellPosition> = {};
  const sensitive = new Set(ofDoubled);
  for (const { plan, alignment } of aligned) {
    const { row } = plan.line;
    if (alignment.shift !== 0 || alignment.beside.length > 0) sensitive.add(row);
    if (alignment.shift === null) continue;
    for (const [key, column] of plan.columns) {
      positions[keyOf(plan.line.key, key)] = { row, column: column + alignment.shift };
    }
  }
  const all = [
    ...headers.flatMap((header) => header.doubts),
    ...labels.doubts,
    ...doubts,
    ...columnDoubts(parts, plans),
    ...alignmentDoubts(parts, aligned),
    ...unlabelledRows(parts, plans),
    ...outerDoubts(parts, plans),
  ];
  return {
    lexicon,
    labels: [...labels.cells, ...headers.flatMap(({ cells }) => cells)],
    positions,
    doubts: markForeign(all, lexicon),
    sensitive,
    weight: weigh(parts, cluster),
  };
}

/** What speaks for a table: strong labels, and whether there is anything to read. */
function weigh({ labels, headers, region }: TableParts, cluster: Cluster): Reading["weight"] {
  const cores = new Set(cluster.hits.map(({ wording }) => wording.core));
  const columns = new Set(headers.flatMap((header) => [...header.columns.keys()]));
  for (const { cells } of headers) {
    for (const { wording } of cells) if (region.lexicon.columns.has(wording.core)) cores.add(wording.core);
  }
  const strong = [...cores].filter((core) => weightOf(core) === "strong").length;
  const rows = labels.rows.filter(({ row, label }) =>
    range(label.column + 1, region.right).some((column) => region.view.stateAt(row, column) === "figure"),
  );
  return { strong, columns: columns.size, filledRows: new Set(rows.map(({ row }) => row)).size };
}
