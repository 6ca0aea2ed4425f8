import { moveArea } from "./areas";
import type { CellPosition, Placement } from "./filled";
import { formatOf, SECTIONS, tableOf } from "./formats";
import { rowHeights } from "./layout";
import { reportTitle, SECTION_NAMES } from "./sections";
import { FONT } from "./styles";
import type { Area, CellKey, SectionId, Table } from "./table";

/** Whose report it is: both stand in the title of each table. */
export interface ReportSubject {
  unit: string;
  year: number;
}

/** One table as it will stand on a sheet; positions are those of the sheet. Whoever writes tables follows it. */
export interface TablePlan {
  table: Table;
  placement: Placement;
  /** Two lines: the report's name with unit and year, and the section's. */
  title: string;
  titleArea: Area;
  /** Title and table. */
  whole: Area;
  /** Points, the title's row first. */
  heights: readonly number[];
}

const TITLE_ROWS = 1;
/** Empty rows between two tables on one sheet. */
const GAP = 1;

/** The tables that are asked for, in official order. */
export function tablesOf({ year, sections }: { year: number; sections: readonly SectionId[] }): Table[] {
  const format = formatOf(year);
  return SECTIONS.filter((section) => sections.includes(section)).map((section) => tableOf(format, section));
}

/** How much room tables take one below the other. */
export function stackSize(tables: readonly Table[]): { rowCount: number; columnCount: number } {
  const rows = tables.reduce((sum, table) => sum + TITLE_ROWS + table.rowCount, 0);
  return {
    rowCount: rows + GAP * (tables.length - 1),
    columnCount: Math.max(...tables.map((table) => table.columnCount)),
  };
}

/** The widest that any of the tables wants each column, in points. */
export function stackWidths(tables: readonly Table[]): number[] {
  const { columnCount } = stackSize(tables);
  return Array.from({ length: columnCount }, (_, column) =>
    Math.max(...tables.map((table) => table.columnWidths[column] ?? 0)),
  );
}

/** Points that a line of the title takes, and the air around both lines. */
const TITLE_LINE = FONT.titleSize * 1.35;
const TITLE_AIR = 8;

function titleHeight(title: string, width: number): number {
  const perLine = Math.max(1, Math.floor(width / FONT.titleSize) - 1);
  const lines = title.split("\n").reduce((sum, line) => sum + Math.ceil(line.length / perLine), 0);
  return Math.ceil(lines * TITLE_LINE + TITLE_AIR);
}

/** Where each number of a table stands when its first header cell stands at `origin`. */
function placeTable(table: Table, sheet: string, origin: CellPosition): Placement {
  const cells: Partial<Record<CellKey, CellPosition>> = {};
  for (const { key, row, column } of table.numbers) {
    cells[key] = { row: origin.row + row, column: origin.column + column };
  }
  const area = { ...origin, rowCount: table.rowCount, columnCount: table.columnCount };
  return { table, sheet, area, cells };
}

/** A table whose title stands at `origin`, in columns of the given widths. */
export function planTable(
  table: Table,
  sheet: string,
  origin: CellPosition,
  widths: readonly number[],
  { unit, year }: ReportSubject,
): TablePlan {
  const columnWidths = widths.slice(0, table.columnCount);
  const width = columnWidths.reduce((sum, next) => sum + next, 0);
  const title = `${reportTitle(unit, year)}\n${SECTION_NAMES[table.section].title}`;
  const titleArea = moveArea({ row: 0, column: 0, rowCount: TITLE_ROWS, columnCount: table.columnCount }, origin);
  const placement = placeTable(table, sheet, { row: origin.row + TITLE_ROWS, column: origin.column });
  return {
    table,
    placement: { ...placement, unit, year },
    title,
    titleArea,
    whole: { ...titleArea, rowCount: TITLE_ROWS + table.rowCount },
    heights: [titleHeight(title, width), ...rowHeights({ ...table, columnWidths })],
  };
}

/** Tables one below the other from `origin` on. */
export function planStack(
  tables: readonly Table[],
  sheet: string,
  origin: CellPosition,
  widths: readonly number[],
  subject: ReportSubject,
): TablePlan[] {
  let { row } = origin;
  return tables.map((table) => {
    const plan = planTable(table, sheet, { row, column: origin.column }, widths, subject);
    row += plan.whole.rowCount + GAP;
    return plan;
  });
}
