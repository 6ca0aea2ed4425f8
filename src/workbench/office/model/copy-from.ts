import type { ICellData, Nullable } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import { type Area, parseArea, parseReference } from "../addresses";
import { boolean, oneOf, optional } from "../arguments";
import { hasContent } from "../cells/cell-value";
import { changeCells } from "../cells/write";
import { HostError } from "../host-error";
import type { Range } from "./range";
import { RangeNavigation } from "./range-navigation";

const COPY_TYPES = ["All", "Formulas", "Values", "Formats", "Link"] as const;

interface Source {
  sheetId: string;
  area: Area;
}

/** `Range.copyFrom`: the source is repeated where the target is larger, and the target grows where it is smaller. */
export async function copyFrom(
  target: Range,
  from: unknown,
  type: unknown,
  blanks: unknown,
  turn: unknown,
): Promise<void> {
  const { model, sheetId } = target;
  const { book } = model;
  const copyType = oneOf(COPY_TYPES, type, "All");
  const skipBlanks = optional(blanks, boolean, false);
  const transpose = optional(turn, boolean, false);
  const source = sourceOf(target, from);
  const cut = book.within(source.sheetId, source.area);
  if (!cut) return;
  const [rows, columns] = transpose ? [cut.columns, cut.rows] : [cut.rows, cut.columns];
  const area = grown(target.area, rows, columns);
  if (copyType !== "Formats") model.protection.requireUnlocked(sheetId, area);
  else model.protection.require(sheetId, "allowFormatCells");
  // results of formulas that were written just before are copied too
  await book.calculated();
  // the source may overlap the target: all of it is read before anything is written
  const cells = Array.from({ length: cut.rows }, (_, i) =>
    Array.from({ length: cut.columns }, (__, j) => {
      const place = { row: cut.row + i, column: cut.column + j };
      const formula = book.formula(source.sheetId, place.row, place.column);
      return { ...place, formula, cell: structuredClone(book.cell(source.sheetId, place.row, place.column)) };
    }),
  );
  const lexer = book.grid.injector.get(LexerTreeBuilder);
  changeCells(book, sheetId, area, (_, row, column) => {
    const [i, j] = [(row - area.row) % rows, (column - area.column) % columns];
    const copied = transpose ? cells[j]?.[i] : cells[i]?.[j];
    if (!copied || (skipBlanks && !hasContent(copied.cell))) return null;
    if (copyType === "Formats") return formatOf(copied.cell);
    const { v = null, t = null, p = null } = copied.cell ?? {};
    const moved =
      copied.formula !== null && copyType !== "Values"
        ? lexer.moveFormulaRefOffset(copied.formula, column - copied.column, row - copied.row)
        : null;
    const content: ICellData = moved
      ? { f: moved, v: null, t: null, p: null, si: null }
      : { v, t, p, f: null, si: null };
    return copyType === "All" ? { ...content, ...formatOf(copied.cell) } : content;
  });
}

function formatOf(cell: Nullable<ICellData>): ICellData {
  return { s: cell?.s ?? null, custom: cell?.custom ?? null };
}

function grown(area: Area, rows: number, columns: number): Area {
  const fits = area.rows % rows === 0 && area.columns % columns === 0;
  return fits ? area : { ...area, rows, columns };
}

function sourceOf(target: Range, from: unknown): Source {
  if (from instanceof RangeNavigation) return { sheetId: from.sheetId, area: from.area };
  if (typeof from === "string") {
    const { sheet, address } = parseReference(from);
    const sheetId =
      sheet === null ? target.sheetId : target.model.book.workbook.getSheetBySheetName(sheet)?.getSheetId();
    const area = parseArea(address);
    if (sheetId !== undefined && area) return { sheetId, area };
  }
  throw new HostError("InvalidArgument", `${String(from)} is no range to copy from.`);
}
