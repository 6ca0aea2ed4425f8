import fc from "fast-check";
import type { CellKey, Table } from "../../src/tables/table";
import { anyLabelStyle, disguise, SPELLINGS, type LabelStyle } from "./disguise";

/** One cell of a sheet; `key` says which number of the table it is. */
export interface Cell {
  value: string | number | null;
  key?: CellKey;
}

/** What somebody did to a table before it came to us. */
export interface Layout {
  labels: readonly LabelStyle[];
  /** How labels over several cells are written: in the first cell, in all cells, or in the first column of each row. */
  merges: "first" | "all" | "rows";
  /** Which numbers are blank, and how the others are written. */
  spellings: readonly (number | null)[];
  leading: readonly ("numbered" | "numberedWithHeader" | "text")[];
  spareColumns: readonly { after: number; header: string | null; content: "blank" | "figures" | "text" }[];
  spareRows: readonly { after: number; label: string | null; content: "blank" | "figures" }[];
  /** Rows after which the header comes again. */
  repeatedHeaders: readonly number[];
  isHeaderDoubled: boolean;
  missingRows: readonly number[];
  doubledRows: readonly number[];
  swappedRows: readonly number[];
  shiftedRows: readonly { row: number; by: number }[];
  /** Whether the numbers in front of labels have a column of their own. */
  areNumbersApart: boolean;
}

const some = <Item>(item: fc.Arbitrary<Item>, maxLength: number): fc.Arbitrary<Item[]> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<Item[]>([]) }, fc.array(item, { maxLength }));

export const anyLayout: fc.Arbitrary<Layout> = fc.record({
  labels: fc.oneof(
    { weight: 2, arbitrary: fc.array(anyLabelStyle, { minLength: 71, maxLength: 71 }) },
    fc.constant([{ writing: "official", damage: "none", at: 0 } as const]),
  ),
  merges: fc.constantFrom("first", "first", "all", "rows"),
  spellings: fc.oneof(
    fc.constant([0]),
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(SPELLINGS.length - 1), fc.constant(null)), {
      minLength: 53,
      maxLength: 53,
    }),
    fc.constant([null]),
  ),
  leading: some(fc.constantFrom("numbered", "numberedWithHeader", "text"), 2),
  spareColumns: some(
    fc.record({
      after: fc.nat(16),
      header: fc.constantFrom("检查", "备注", "上年数", null),
      content: fc.constantFrom("blank", "figures", "text"),
    }),
    2,
  ),
  spareRows: some(
    fc.record({
      after: fc.nat(30),
      label: fc.constantFrom("检查", "行政检查", "小计", "注：数据截至12月31日", null),
      content: fc.constantFrom("blank", "figures"),
    }),
    3,
  ),
  repeatedHeaders: some(fc.nat(24), 2),
  isHeaderDoubled: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
  missingRows: some(fc.nat(30), 3),
  doubledRows: some(fc.nat(30), 1),
  swappedRows: some(fc.nat(30), 2),
  shiftedRows: some(fc.record({ row: fc.nat(30), by: fc.integer({ min: 1, max: 2 }) }), 4),
  areNumbersApart: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
});

interface Line {
  cells: Cell[];
  isHeader: boolean;
  hasNumbers: boolean;
}

/** The table as drawn up, with the writing of labels and numbers that the layout asks for. */
function drawUp(table: Table, { labels, merges, spellings }: Layout, first: number): Line[] {
  const grid: Cell[][] = Array.from({ length: table.rowCount }, () =>
    Array.from({ length: table.columnCount }, () => ({ value: null })),
  );
  table.labels.forEach(({ row, column, rowCount, columnCount, text }, index) => {
    const value = disguise(text, labels[index % labels.length]!);
    const rows = merges === "first" ? 1 : rowCount;
    const columns = merges === "all" ? columnCount : 1;
    for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) grid[r]![c] = { value };
  });
  table.numbers.forEach(({ row, column, key }, index) => {
    const spelling = spellings[index % spellings.length]!;
    grid[row]![column] = { value: spelling === null ? null : SPELLINGS[spelling]!(first + index), key };
  });
  const isHeader = (row: number) =>
    table.section === "section2"
      ? table.labels.some((label) => label.row === row && label.style === "header")
      : table.numbers.every((number) => number.row > row);
  return grid.map((cells, row) => ({ cells, isHeader: isHeader(row), hasNumbers: cells.some(({ key }) => key) }));
}

const clone = ({ cells, ...rest }: Line): Line => ({ ...rest, cells: cells.map(({ value }) => ({ value })) });

/** Where the numbers of the table begin. */
const firstNumberColumn = (lines: readonly Line[]) =>
  Math.min(...lines.flatMap(({ cells }) => cells.flatMap(({ key }, column) => (key ? [column] : []))));

function spareFigure(row: number): number {
  return 700_000 + row;
}

function addColumns(lines: Line[], { spareColumns, leading, areNumbersApart }: Layout): void {
  const start = firstNumberColumn(lines);
  const end = Math.max(...lines.map(({ cells }) => cells.length));
  const headerRow = lines.findIndex(({ hasNumbers }) => hasNumbers) - 1;
  spareColumns.forEach(({ after, header, content }) => {
    const at = start + 1 + (after % (end - start));
    lines.forEach((line, row) => {
      const filled = content === "blank" ? null : content === "figures" ? spareFigure(row) : "√";
      const value = row === headerRow ? header : line.hasNumbers ? filled : null;
      line.cells.splice(at, 0, { value });
    });
  });
  if (areNumbersApart) {
    for (const { cells, hasNumbers } of lines) {
      const numbered = cells.map(({ value }) => hasNumbers && typeof value === "string" && /^[1-8][.．]/.test(value));
      const at = numbered.lastIndexOf(true);
      const text = at >= 0 && cells[at]!.key === undefined ? String(cells[at]!.value) : null;
      cells.splice(at >= 0 ? at : start - 1, 0, { value: text ? text.slice(0, 2) : null });
      if (text) cells[at + 1]!.value = text.slice(2);
    }
  }
  leading.forEach((kind) => {
    lines.forEach((line, row) => {
      const header = kind === "numberedWithHeader" ? "序号" : kind === "text" ? "责任科室" : null;
      const filled = kind === "text" ? "办公室" : row + 1;
      line.cells.unshift({ value: row === headerRow ? header : line.hasNumbers ? filled : null });
    });
  });
}

/** Lays a table out as the layout says; null where nothing stands. The numbers are `first`, `first` + 1 and so on. */
export function layOutAs(table: Table, layout: Layout, first: number): Cell[][] {
  const lines = drawUp(table, layout, first);
  addColumns(lines, layout);
  const numbered = lines.filter(({ hasNumbers }) => hasNumbers);
  const pick = (index: number) => numbered[index % numbered.length]!;

  const shifted = new Set<Line>();
  for (const { row, by } of layout.shiftedRows) {
    if (shifted.has(pick(row))) continue;
    shifted.add(pick(row));
    const { cells } = pick(row);
    const keyed = cells.flatMap(({ key }, column) => (key ? [column] : []));
    // A row whose last number is blank could as well stand in its place with the first one blank.
    const last = keyed.at(-1)!;
    if (cells.slice(last - by + 1, last + 1).some(({ value }) => value === null)) continue;
    cells.splice(keyed[0]!, 0, ...Array.from({ length: by }, () => ({ value: null })));
  }

  let order = [...lines];
  const header = lines
    .slice(
      0,
      lines.findIndex(({ hasNumbers }) => hasNumbers),
    )
    .filter(({ isHeader }) => isHeader);
  const swapped = layout.swappedRows.map(pick);
  if (swapped.length === 2 && table.section === "section3") {
    const [a, b] = swapped.map((line) => order.indexOf(line));
    [order[a!], order[b!]] = [order[b!]!, order[a!]!];
  }
  const insertAfter = (line: Line, ...more: Line[]) => order.splice(order.indexOf(line) + 1, 0, ...more);
  const gone = new Set(table.section === "section4" ? [] : layout.missingRows.map(pick));
  for (const row of layout.doubledRows) if (!gone.has(pick(row))) insertAfter(pick(row), clone(pick(row)));
  if (table.section === "section3")
    for (const row of layout.repeatedHeaders) insertAfter(pick(row), ...header.map(clone));
  if (layout.isHeaderDoubled && table.section !== "section2") order.unshift(...header.map(clone));
  layout.spareRows.forEach(({ after, label, content }, index) => {
    const cells: Cell[] = lines[0]!.cells.map((_, column) => ({
      value: label !== null && content === "figures" && column >= firstNumberColumn(lines) ? spareFigure(index) : null,
    }));
    cells[layout.leading.length] = { value: label };
    const above = order[after % order.length]!;
    // Within a header such a row could as well be the numbers of its upper part.
    if (above.isHeader) return;
    insertAfter(above, { cells, isHeader: false, hasNumbers: false });
  });
  order = order.filter((line) => !gone.has(line));
  return order.map(({ cells }) => cells);
}
