import type { CellPosition, LabelDoubt } from "../tables/filled";
import type { HeaderRows } from "./header-rows";
import type { Lexicon } from "./lexicon";
import { doubtAt, labelsInRow, range, type Region } from "./region";
import type { TextCell } from "./sheet-view";
import { AUXILIARY } from "./variants";
import { readWording } from "./wording";

/** One header of a table, over the rows that follow it down to the next header. */
export interface HeaderBlock {
  firstRow: number;
  lastRow: number;
  /** Sheet column by column key. */
  columns: ReadonlyMap<string, number>;
  /** Column keys whose label is there, but not once. */
  faults: ReadonlyMap<string, TextCell>;
  /** Columns under a label that is none of the official ones. */
  named: ReadonlySet<number>;
  /** Labels of groups of columns that were seen. */
  headings: ReadonlySet<string>;
  /** Cells that belong to the header. */
  cells: readonly TextCell[];
  doubts: readonly LabelDoubt[];
}

/** Columns beside the official ones in which a header of one put in may stand; what stands further is a remark on the sheet. */
export const BESIDE = 4;

/** The labels in the rows of a header, as far as they stand with those that are official. */
function labelsOfHeader(region: Region, { first, last }: HeaderRows): TextCell[] {
  const { columns, headings } = region.lexicon;
  const all = range(first, last).flatMap((row) => labelsInRow(region, row));
  const official = all.filter(({ wording }) => columns.find(wording) ?? headings.find(wording));
  const end = Math.max(...official.map(({ column }) => column)) + BESIDE;
  return all.filter(({ column }) => column <= end);
}

/** What is told while the labels of one header are gone through. */
class ToldColumns {
  readonly found = new Map<string, TextCell[]>();
  readonly headings = new Set<string>();
  readonly doubts: LabelDoubt[] = [];
  /** Columns under a label that is not official. */
  readonly named = new Set<number>();

  /** `expected` are the column keys that the rows under the header need, in official order. */
  constructor(
    private readonly lexicon: Lexicon,
    private readonly expected: readonly string[],
  ) {}

  get missing(): string[] {
    return this.expected.filter((key) => !this.found.has(key));
  }

  assign(key: string, cell: TextCell, isAltered: boolean): void {
    this.found.set(key, [...(this.found.get(key) ?? []), cell]);
    if (isAltered) this.doubts.push(doubtAt("altered", cell, this.lexicon.columnLabels.get(key)));
  }

  /** Takes over the labels that are there to the letter. Returns the others. */
  tellExact(cells: readonly TextCell[]): TextCell[] {
    const { columns, headings, rowGroups } = this.lexicon;
    return cells.filter((cell) => {
      const column = columns.find(cell.wording);
      const heading = column ? null : headings.find(cell.wording);
      if (column && this.expected.includes(column.entry.value)) this.assign(column.entry.value, cell, column.isAltered);
      else if (heading) this.headings.add(heading.entry.value);
      else return !rowGroups.find(cell.wording);
      return false;
    });
  }

  /** Takes a text for the label of a column that is still missing. */
  takeMissing(cell: TextCell): boolean {
    const match = this.lexicon.columns.find(cell.wording);
    if (!match || !this.missing.includes(match.entry.value)) return false;
    this.assign(match.entry.value, cell, match.isAltered);
    return true;
  }

  /** Takes a text for the label that it is near to, or for that of a column of its own. */
  tellNear(cell: TextCell): void {
    const { columns, headings } = this.lexicon;
    const near = columns.findNear(cell.wording) ?? headings.findNear(cell.wording);
    if (near && "entry" in near && this.missing.includes(near.entry.value)) {
      this.assign(near.entry.value, cell, true);
      return;
    }
    if (near && "entry" in near && headings.has(near.entry.wording.core)) {
      this.headings.add(near.entry.value);
      this.doubts.push(doubtAt("altered", cell, [near.entry.official]));
      return;
    }
    this.named.add(cell.column);
    if (near && "near" in near) this.doubts.push(doubtAt("ambiguous", cell));
    else if (!AUXILIARY.has(cell.wording.core)) this.doubts.push(doubtAt("unknown", cell));
  }
}

/**
 * Reads one header. `widths` are the column keys that the rows under it need, in official order, with the columns that the
 * label of each spans.
 */
export function readHeader(region: Region, rows: HeaderRows, widths: ReadonlyMap<string, number>): HeaderBlock {
  const cells = labelsOfHeader(region, rows);
  const told = new ToldColumns(region.lexicon, [...widths.keys()]);
  const others = joinStacked(told.tellExact(cells), (cell) => told.takeMissing(cell));
  for (const cell of alignShortened(region, others, told)) told.tellNear(cell);
  const { columns, faults } = settle(told.found, widths);
  const { named, headings, doubts } = told;
  for (const cell of [...told.found.values()].flat()) named.add(cell.column);
  for (const column of columns.values()) named.delete(column);
  return { firstRow: rows.first, lastRow: rows.last, columns, faults, named, headings, cells, doubts };
}

/** Tries texts of one column, one under the other, as one label: 商业 over 企业. Returns what is left. */
function joinStacked(cells: readonly TextCell[], take: (cell: TextCell) => boolean): TextCell[] {
  const stacks = new Map<number, TextCell[]>();
  for (const cell of cells) stacks.set(cell.column, [...(stacks.get(cell.column) ?? []), cell]);
  return [...stacks.values()].flatMap((stack) => {
    if (stack.length < 2) return stack;
    const text = stack.map((cell) => cell.text).join("");
    return take({ ...stack.at(-1)!, text, wording: readWording(text) }) ? [] : stack;
  });
}

/**
 * Labels cut off behind a line break, as in 本年新 | 本年新 | 对外公开总数量: each could be several labels, but when all labels
 * that are missing begin so, only one order is the official one.
 */
function alignShortened({ lexicon }: Region, cells: readonly TextCell[], told: ToldColumns): TextCell[] {
  const { missing, found } = told;
  const coreOf = new Map(lexicon.columns.entries.map(({ value, wording }) => [value, wording.core]));
  const isCut = ({ wording }: TextCell) =>
    wording.core.length >= 3 && missing.some((key) => coreOf.get(key)!.startsWith(wording.core));
  const cut = cells.filter(isCut).sort((a, b) => a.column - b.column);
  const fits = cut.every(
    ({ wording, row }, index) =>
      row === cut[0]!.row && coreOf.get(missing[index] ?? "")?.startsWith(wording.core) === true,
  );
  if (cut.length === 0 || cut.length !== missing.length || !fits) return [...cells];
  const order = lexicon.table.columns.map(
    ({ key }) => found.get(key)?.at(-1)?.column ?? cut[missing.indexOf(key)]?.column,
  );
  const places = order.filter((column) => column !== undefined);
  if (places.some((column, index) => index > 0 && column <= places[index - 1]!)) return [...cells];
  cut.forEach((cell, index) => told.assign(missing[index]!, cell, true));
  return cells.filter((cell) => !cut.includes(cell));
}

/**
 * One column for each key: that of the lowest label, since a header may stand there twice; of a label in each of the cells
 * that it spans, the first.
 */
function settle(
  found: ReadonlyMap<string, readonly TextCell[]>,
  widths: ReadonlyMap<string, number>,
): Pick<HeaderBlock, "columns" | "faults"> {
  const columns = new Map<string, number>();
  const faults = new Map<string, TextCell>();
  for (const [key, cells] of found) {
    const lowest = Math.max(...cells.map(({ row }) => row));
    const places = cells.filter(({ row }) => row === lowest).map(({ column }) => column);
    const first = Math.min(...places);
    if (Math.max(...places) - first >= widths.get(key)!) faults.set(key, cells.at(-1)!);
    else columns.set(key, first);
  }
  // Two labels over one column: the rows of the header are shifted against each other, and none can be trusted.
  if (new Set(columns.values()).size < columns.size) {
    for (const key of columns.keys()) faults.set(key, found.get(key)!.at(-1)!);
    columns.clear();
  }
  return { columns, faults };
}

/** Where the label of a column would stand that no header names: beside those of its neighbours, or over the numbers. */
export function placeOfColumn(
  { table }: Region["lexicon"],
  key: string,
  { row, label }: { row: number; label: CellPosition },
  header: HeaderBlock | null,
): CellPosition {
  if (!header || header.columns.size === 0)
    return { row: header?.lastRow ?? Math.max(0, row - 1), column: label.column + 1 };
  const keys = table.columns.map((column) => column.key);
  const at = keys.indexOf(key);
  const known = (among: readonly string[]) => among.flatMap((one) => header.columns.get(one) ?? []);
  const before = known(keys.slice(0, at)).at(-1);
  const [after] = known(keys.slice(at + 1));
  return { row: header.lastRow, column: before === undefined ? Math.max(label.column + 1, after! - 1) : before + 1 };
}

/** Of the rule that is printed in the header of section 三, when it is gone. `column` is the first of the table's. */
export function noteDoubts(
  headers: readonly HeaderBlock[],
  { table }: Region["lexicon"],
  column: number,
): LabelDoubt[] {
  const [first] = headers;
  if (!first) return [];
  const notes = table.labels.filter(({ style }) => style === "note").map(({ text }) => text);
  return notes
    .filter((note) => !headers.some(({ headings }) => headings.has(note)))
    .map((note) => ({ fault: "missing", expected: [note], cells: [], position: { row: first.firstRow, column } }));
}
