import { rereadTable } from "../recognise/reread";
import { writtenIn } from "../rules/cells";
import { cellAddress } from "../tables/address";
import type { CellPosition, FilledTable, Placement } from "../tables/filled";
import type { CellKey } from "../tables/table";
import { CellChangedError, HoldsFormulaError, SheetMissingError, SheetProtectedError, TableMovedError } from "./errors";
import { areaReading, requestArea } from "./read";
import { visit } from "./session";

/** One figure to be put in the place of what stands in a cell. */
export interface FigureChange {
  key: CellKey;
  /** What must stand there now, as the cell gives it; empty for a blank one. */
  current: string;
  /** A plain decimal. */
  suggested: string;
}

export interface WrittenFigure {
  /** Without the sheet's name. */
  address: string;
  from: string;
  to: string;
}

interface Target extends FigureChange {
  position: CellPosition;
  address: string;
  range: Excel.Range;
}

/** The number format of cells that make a text of whatever is put in. */
const TEXT_FORMAT = "@";
const NUMBER_FORMAT = "General";

function requestTargets(sheet: Excel.Worksheet, { cells, ...placement }: Placement, changes: readonly FigureChange[]) {
  return changes.map((change): Target => {
    const position = cells[change.key];
    if (!position) throw new TableMovedError(placement.sheet);
    const address = cellAddress(position);
    const range = sheet.getRange(address);
    range.load("formulas,numberFormat,format/protection/locked");
    return { ...change, position, address, range };
  });
}

/** Those that are still to be written: not those that hold the right figure by now. */
function openTargets(targets: readonly Target[], { contents, placement }: FilledTable): Target[] {
  return targets.filter(({ key, address, current, suggested }) => {
    const content = contents[key] ?? { type: "blank" };
    const found = writtenIn(content);
    if (content.type === "number" && found === suggested) return false;
    if (found !== current) throw new CellChangedError(placement.sheet, address, current, found);
    return true;
  });
}

const formulaOf = ({ range }: Target): string | null => {
  const formula: unknown = range.formulas[0]?.[0];
  return typeof formula === "string" && formula.startsWith("=") ? formula : null;
};

/** Only what Excel says is unlocked can be written on a protected sheet. */
const isLocked = ({ range }: Target): boolean => range.format.protection.locked;

/**
 * Puts figures into cells of a table, all in one write, so that one undo takes them back. Nothing is written unless the table
 * still stands where it was read and each cell holds what it held; both are read again first. Two round trips.
 * @param overFormulas whether a formula may be replaced
 * @throws SheetMissingError, TableMovedError, CellChangedError, HoldsFormulaError, SheetProtectedError
 */
export function writeFigures(
  worksheetId: string,
  placement: Placement,
  changes: readonly FigureChange[],
  overFormulas: boolean,
): Promise<WrittenFigure[]> {
  return visit(async (context) => {
    const request = requestArea(context, worksheetId, placement.surroundings?.area ?? placement.area);
    const { sheet } = request;
    sheet.protection.load("protected");
    const targets = requestTargets(sheet, placement, changes);
    await context.sync();
    const grid = areaReading(request);
    if (!grid) throw new SheetMissingError(placement.sheet);
    const filled = rereadTable(placement, grid);
    if (!filled) throw new TableMovedError(placement.sheet);
    const open = openTargets(targets, filled);
    const computed = open.filter((target) => formulaOf(target) !== null);
    const [first] = computed;
    if (first && !overFormulas) {
      throw new HoldsFormulaError(
        placement.sheet,
        computed.map(({ address }) => address),
        formulaOf(first)!,
      );
    }
    if (sheet.protection.protected && open.some(isLocked)) throw new SheetProtectedError(sheet.name);
    for (const { address, range, suggested } of open) {
      const cell = sheet.getRange(address);
      if (range.numberFormat[0]?.[0] === TEXT_FORMAT) cell.numberFormat = [[NUMBER_FORMAT]];
      cell.values = [[Number(suggested)]];
    }
    await context.sync();
    return open.map(({ address, current, suggested }) => ({ address, from: current, to: suggested }));
  });
}
