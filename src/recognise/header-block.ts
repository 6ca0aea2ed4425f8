import type { CellPosition, LabelDoubt } from "../tables/filled";
import { weightOf } from "./lexicon";
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

/** Sheet rows that make up one header. */
export interface HeaderRows {
  first: number;
  last: number;
}

/** Columns beside the official ones in which a header of one put in may stand; what stands further is a remark on the sheet. */
export const BESIDE = 4;

/** Rows that may be put between the rows of one header. */
const WIDEST_GAP = 2;

/** Finds the rows that hold labels of columns and none of rows. `taken` are the sheet rows that do. */
export function findHeaderRows(region: Region, taken: ReadonlySet<number>, lastLabelColumn: number): HeaderRows[] {
  const { lexicon, top, bottom } = region;
  // The groups of section 二 have a header row each; only that of section 三 has several rows.
  const gap = lexicon.table.section === "section3" ? WIDEST_GAP : 0;
  const namesIn = (row: number) => {
    const names = new Set<string>();
    for (const { wording } of labelsInRow(region, row)) {
      const match = lexicon.columns.find(wording) ?? lexicon.headings.find(wording);
      if (match && weightOf(match.entry.wording.core) !== "none") names.add(match.entry.official);
    }
    return names;
  };
  const blocks: (HeaderRows & { names: Set<string>; lastNames: Set<string> })[] = [];
  for (let row = top; row <= bottom; row++) {
    const names = taken.has(row) ? new Set<string>() : namesIn(row);
    if (names.size === 0) continue;
    const block = blocks.at(-1);
    const isNext =
      block !== undefined &&
      row - block.last <= gap + 1 &&
      !range(block.last + 1, row - 1).some((between) => taken.has(between)) &&
      // A label that comes again, but not in the row below: here the header begins once more.
      ![...names].some((name) => block.names.has(name) && !block.lastNames.has(name));
    if (!isNext) blocks.push({ first: row, last: row, names, lastNames: names });
    else Object.assign(block, { last: row, names: new Set([...block.names, ...names]), lastNames: names });
  }
  if (gap === 0) return blocks;
  // 总计 and 其他 say little alone; beside a header they are part of it.
  const joins = (row: number) =>
    !taken.has(row) &&
    !blocks.some(({ first, last }) => row >= first && row <= last) &&
    row >= top &&
    row <= bottom &&
    labelsInRow(region, row).some(
      ({ column, wording }) => column > lastLabelColumn && lexicon.columns.has(wording.core),
    );
  return blocks.map(({ first, last }) => ({
    first: joins(first - 1) ? first - 1 : first,
    last: joins(last + 1) ? last + 1 : last,
  }));
}

/** The labels in the rows of a header, as far as they stand with those that are official. */
function labelsOfHeader(region: Region, { first, last }: HeaderRows): TextCell[] {
  const { columns, headings } = region.lexicon;
  const all = range(first, last).flatMap((row) => labelsInRow(region, row));
  const official = all.filter(({ wording }) => columns.find(wording) ?? headings.find(wording));
  const end = Math.max(...official.map(({ column }) => column)) + BESIDE;
  return all.filter(({ column }) => column <= end);
}

/**
 * Reads one header. `widths` are the column keys that the rows under it need, in official order, with the columns that the
 * label of each spans.
 */
export function readHeader(
  region: Region,
  { first, last }: HeaderRows,
  widths: ReadonlyMap<string, number>,
): HeaderBlock {
  const expected = [...widths.keys()];
  const { lexicon } = region;
  const cells = labelsOfHeader(region, { first, last });
  const found = new Map<string, TextCell[]>();
  const headings = new Set<string>();
  const doubts: LabelDoubt[] = [];
  const assign = (key: string, cell: TextCell, isAltered: boolean) => {
    found.set(key, [...(found.get(key) ?? []), cell]);
    if (isAltered) doubts.push(doubtAt("altered", cell, lexicon.columnLabels.get(key)));
  };

  let rest: TextCell[] = [];
  for (const cell of cells) {
    const column = lexicon.columns.find(cell.wording);
    const heading = column ? null : lexicon.headings.find(cell.wording);
    if (column && expected.includes(column.entry.value)) assign(column.entry.value, cell, column.isAltered);
    else if (heading) headings.add(heading.entry.value);
    else if (!lexicon.rowGroups.find(cell.wording)) rest.push(cell);
  }
  const missing = () => expected.filter((key) => !found.has(key));

  rest = joinStacked(rest, (cell) => {
    const match = lexicon.columns.find(cell.wording);
    if (!match || !missing().includes(match.entry.value)) return false;
    assign(match.entry.value, cell, match.isAltered);
    return true;
  });
  rest = alignShortened(region, rest, missing(), found, assign);
  const named = new Set<number>();
  for (const cell of rest) {
    const near = lexicon.columns.findNear(cell.wording) ?? lexicon.headings.findNear(cell.wording);
    if (near && "entry" in near && missing().includes(near.entry.value)) {
      assign(near.entry.value, cell, true);
      continue;
    }
    if (near && "entry" in near && lexicon.headings.has(near.entry.wording.core)) {
      headings.add(near.entry.value);
      doubts.push(doubtAt("altered", cell, [near.entry.official]));
      continue;
    }
    named.add(cell.column);
    if (near && "near" in near) doubts.push(doubtAt("ambiguous", cell));
    else if (!AUXILIARY.has(cell.wording.core)) doubts.push(doubtAt("unknown", cell));
  }
  const { columns, faults } = settle(found, widths);
  for (const cell of [...found.values()].flat()) named.add(cell.column);
  for (const column of columns.values()) named.delete(column);
  return { firstRow: first, lastRow: last, columns, faults, named, headings, cells, doubts };
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
function alignShortened(
  { lexicon }: Region,
  cells: readonly TextCell[],
  missing: readonly string[],
  found: ReadonlyMap<string, readonly TextCell[]>,
  assign: (key: string, cell: TextCell, isAltered: boolean) => void,
): TextCell[] {
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
  const told = order.filter((column) => column !== undefined);
  if (told.some((column, index) => index > 0 && column <= told[index - 1]!)) return [...cells];
  cut.forEach((cell, index) => assign(missing[index]!, cell, true));
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
