import type { LabelDoubt } from "../tables/filled";
import { keyOf, type CellKey } from "../tables/table";
import { noteDoubts, placeOfColumn } from "./header-block";
import { doubtAt, range } from "./region";
import type { AlignedRow, RowPlan, TableParts } from "./row-plan";
import { strayDoubt, strayRows } from "./stray";

/** Columns that the header does not tell, for the rows under it. */
export function columnDoubts({ region }: TableParts, plans: readonly RowPlan[]): LabelDoubt[] {
  const { lexicon } = region;
  const lost = new Map<string, { doubt: Omit<LabelDoubt, "cells">; cells: CellKey[] }>();
  for (const { line, header, columns } of plans) {
    const bar = lexicon.table.section === "section2" ? lexicon.rowLabels.get(line.key)!.slice(0, -1) : [];
    for (const column of lexicon.columnsOf.get(line.key)!) {
      if (columns.some(([key]) => key === column)) continue;
      const expected = [...bar, ...lexicon.columnLabels.get(column)!];
      const fault = header?.faults.get(column);
      const id = expected.join("\n");
      const entry = lost.get(id) ?? {
        doubt: fault
          ? doubtAt("doubled", fault, expected)
          : { fault: "missing" as const, expected, position: placeOfColumn(lexicon, column, line, header) },
        cells: [],
      };
      entry.cells.push(keyOf(line.key, column));
      lost.set(id, entry);
    }
  }
  return [...lost.values()].map(({ doubt, cells }) => ({ ...doubt, cells }));
}

/** Rows whose numbers do not stand under their header, and figures that no header explains. */
export function alignmentDoubts({ region }: TableParts, rows: readonly AlignedRow[]): LabelDoubt[] {
  const { view, lexicon } = region;
  const doubts: LabelDoubt[] = [];
  const shifts = new Set<number>();
  const spares = new Set<number>();
  for (const { plan, alignment } of rows) {
    const expected = lexicon.rowLabels.get(plan.line.key)!;
    const told = plan.columns.map(([key]) => keyOf(plan.line.key, key));
    if (plan.part) doubts.push(doubtAt("unknown", plan.part, expected, told));
    else if (alignment.shift === null && told.length > 0)
      doubts.push(doubtAt("ambiguous", plan.line.label, expected, told));
    else if (alignment.shift && !shifts.has(alignment.shift)) {
      shifts.add(alignment.shift);
      doubts.push(doubtAt("shifted", plan.line.label, expected));
    }
    // Figures under a header that is missing are told with it.
    const isComplete = plan.columns.length === lexicon.columnsOf.get(plan.line.key)!.length;
    for (const column of isComplete ? alignment.spare : []) {
      if (spares.has(column)) continue;
      spares.add(column);
      const isWithin = column < plan.columns.at(-1)![1];
      doubts.push(strayDoubt(view, { row: plan.line.row, column }, isWithin));
    }
  }
  return doubts;
}

/** Rows between those of the table that hold numbers and have no label. */
export function unlabelledRows({ region, labels, headers }: TableParts, plans: readonly RowPlan[]): LabelDoubt[] {
  if (plans.length === 0) return [];
  const told = new Set(labels.rows.map(({ row }) => row));
  const isHeader = (row: number) => headers.some(({ firstRow, lastRow }) => row >= firstRow && row <= lastRow);
  const first = Math.min(...told);
  const header = headers.filter(({ lastRow }) => lastRow < first).at(-1);
  const between = range(header ? header.lastRow + 1 : first, Math.max(...told)).filter(
    (row) => !told.has(row) && !isHeader(row),
  );
  const columns = [...new Set(plans.flatMap((plan) => plan.columns.map(([, column]) => column)))].sort((a, b) => a - b);
  return strayRows(region, between, columns);
}

/** Labels of groups that are nowhere to be seen. No number is lost by it. */
export function outerDoubts({ labels, headers, region }: TableParts, plans: readonly RowPlan[]): LabelDoubt[] {
  const { lexicon } = region;
  const outer = new Set(plans.flatMap(({ line }) => lexicon.rowLabels.get(line.key)!.slice(0, -1)));
  const told = new Set(plans.flatMap(({ columns }) => columns.map(([key]) => key)));
  const over = new Set([...told].flatMap((key) => lexicon.columnLabels.get(key)!.slice(0, -1)));
  const missing = [
    ...[...outer].filter((label) => !labels.groups.has(label)),
    ...[...over].filter((label) => !headers.some(({ headings }) => headings.has(label))),
  ];
  const doubts = missing.map((label): LabelDoubt => ({ fault: "missing", expected: [label], cells: [] }));
  return [...doubts, ...noteDoubts(headers, lexicon, Math.min(...labels.cells.map(({ column }) => column)))];
}
