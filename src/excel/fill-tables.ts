import { rereadTable } from "../recognise/reread";
import { areaAddress, cellAddress, fullAddress, sheetReference } from "../tables/address";
import { cellArea, joinAreas } from "../tables/areas";
import { planContent } from "../tables/contents";
import type { CellContent, CellPosition, Placement } from "../tables/filled";
import type { Area, CellKey } from "../tables/table";
import { OccupiedError, SheetMissingError, SheetProtectedError, TableMovedError } from "./errors";
import { areaReading, requestArea, type AreaRequest } from "./read";
import { visit } from "./session";
import { writtenOf } from "./written";

/** A table that is there already, and what it is to be filled with. */
export interface FillTarget {
  worksheetId: string;
  placement: Placement;
  /** A cell that is absent becomes blank. */
  contents: Readonly<Partial<Record<CellKey, CellContent>>>;
}

interface Opened extends FillTarget {
  request: AreaRequest;
  /** The table's own area, with formulas. */
  range: Excel.Range;
}

type Written = ReturnType<typeof writtenOf>;

const NUMBER_FORMAT = "General";
/** The number format of cells that make a text of whatever is put in. */
const TEXT_FORMAT = "@";

const rowOf = <Item>(rows: readonly (readonly Item[])[], { area }: Placement, { row, column }: CellPosition) =>
  rows[row - area.row]?.[column - area.column];

/** What is to stand in each number cell that the table has, by its place. */
function plannedCells({ placement, contents }: FillTarget): { position: CellPosition; written: Written }[] {
  const cells = Object.entries(placement.cells) as [CellKey, CellPosition][];
  return cells.map(([key, position]) => ({ position, written: writtenOf(planContent(contents[key])) }));
}

/** Cells that hold something else than what is to be written. */
function occupiedIn(target: Opened): CellPosition[] {
  return plannedCells(target).flatMap(({ position, written }) => {
    const found = rowOf(target.range.formulas as unknown[][], target.placement, position);
    return found === "" || found === written ? [] : [position];
  });
}

function requireReady({ request, placement }: Opened): void {
  const grid = areaReading(request);
  if (!grid) throw new SheetMissingError(placement.sheet);
  if (!rereadTable(placement, grid)) throw new TableMovedError(placement.sheet);
  if (request.sheet.protection.protected) throw new SheetProtectedError(request.sheet.name);
}

/** @throws OccupiedError that names the cells of all tables together */
function requireEmpty(opened: readonly Opened[]): void {
  const occupied = opened.map((target) => ({ sheet: target.placement.sheet, positions: occupiedIn(target) }));
  const inTheWay = occupied.filter(({ positions }) => positions.length > 0);
  const [first, ...others] = inTheWay;
  if (!first) return;
  if (others.length === 0) throw new OccupiedError(first.sheet, first.positions.map(cellAddress));
  throw new OccupiedError(
    [...new Set(inTheWay.map(({ sheet }) => sheet))].join("、"),
    inTheWay.flatMap(({ sheet, positions }) => positions.map((position) => fullAddress(sheet, position))),
  );
}

/** Neighbouring cells take one write. */
function writeCells(target: Opened): void {
  const { range, placement } = target;
  const planned = plannedCells(target);
  const at = new Map(planned.map(({ position, written }) => [cellAddress(position), written]));
  const matrix = <Value>({ row, column, rowCount, columnCount }: Area, value: (position: CellPosition) => Value) =>
    Array.from({ length: rowCount }, (_, down) =>
      Array.from({ length: columnCount }, (_, right) => value({ row: row + down, column: column + right })),
    );
  for (const area of joinAreas(planned.map(({ position }) => cellArea(position)))) {
    const cells = target.request.sheet.getRange(areaAddress(area));
    const formats = matrix(area, (position) => rowOf(range.numberFormat as string[][], placement, position));
    if (formats.flat().includes(TEXT_FORMAT)) cells.numberFormat = matrix(area, () => NUMBER_FORMAT);
    cells.formulas = matrix(area, (position) => at.get(cellAddress(position)) ?? "");
  }
}

/**
 * Fills tables that stand in the workbook, all in one write. Nothing is written unless each still stands where it was read.
 * Two round trips, however many tables.
 * @param overwrite whether cells that hold something else may be overwritten
 * @returns the tables' addresses
 * @throws SheetMissingError, TableMovedError, SheetProtectedError, OccupiedError
 */
export function fillTables(targets: readonly FillTarget[], overwrite: boolean): Promise<string[]> {
  return visit(async (context) => {
    const opened = targets.map((target): Opened => {
      const { worksheetId, placement } = target;
      const request = requestArea(context, worksheetId, placement.surroundings?.area ?? placement.area);
      request.sheet.protection.load("protected");
      const range = request.sheet.getRange(areaAddress(placement.area));
      range.load("formulas,numberFormat");
      return { ...target, request, range };
    });
    await context.sync();
    opened.forEach(requireReady);
    if (!overwrite) requireEmpty(opened);
    opened.forEach(writeCells);
    await context.sync();
    return opened.map(({ placement: { sheet, area } }) => `${sheetReference(sheet)}!${areaAddress(area)}`);
  });
}
