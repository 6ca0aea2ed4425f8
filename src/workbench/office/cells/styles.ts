import type { IStyleData } from "@univerjs/core";
import type { Area } from "../addresses";
import type { Book } from "../book";
import type { Model } from "../model/model";
import { ownStyle } from "./read";
import type { PlainProperty } from "../plain-properties";
import type { StyleProperty } from "./style-properties";
import { writeStyles } from "./write";

/** Cells that share a format object: those of a range, or of several ranges of one sheet. */
export interface CellGroup {
  readonly model: Model;
  readonly sheetId: string;
  readonly areas: readonly Area[];
}

/** What every cell of the group has, or null where they differ. */
export function uniform<T>(group: CellGroup, read: (row: number, column: number) => T): T | null {
  let common: T | undefined;
  for (const area of group.areas) {
    // beyond the grid's own cells nothing was ever set: one cell stands for all of them
    const inGrid = group.model.book.within(group.sheetId, area);
    const outside = !inGrid || inGrid.rows * inGrid.columns < area.rows * area.columns;
    const cells: Area[] = [
      inGrid,
      outside ? { ...area, rows: 1, columns: 1, ...beyond(group.model.book, group.sheetId) } : null,
    ].filter((part) => part !== null);
    for (const { row: top, column: left, rows, columns } of cells) {
      for (let row = top; row < top + rows; row++) {
        for (let column = left; column < left + columns; column++) {
          const value = read(row, column);
          if (common === undefined) common = value;
          else if (common !== value) return null;
        }
      }
    }
  }
  return common ?? null;
}

function beyond(book: Book, sheetId: string): Pick<Area, "row" | "column"> {
  const sheet = book.worksheet(sheetId);
  return { row: sheet.getRowCount(), column: sheet.getColumnCount() };
}

export function styleAt(book: Book, sheetId: string, row: number, column: number): IStyleData {
  const sheet = book.worksheet(sheetId);
  if (row >= sheet.getRowCount() || column >= sheet.getColumnCount()) return {};
  return ownStyle(sheet, row, column);
}

const uniformStyle = <T>(group: CellGroup, read: (style: IStyleData) => T): T | null =>
  uniform(group, (row, column) => read(styleAt(group.model.book, group.sheetId, row, column)));

/** Sets part of the format of every cell; a null in `style` takes that part away. */
export function setStyle(group: CellGroup, style: Partial<IStyleData>): void {
  const { model, sheetId } = group;
  model.protection.require(sheetId, "allowFormatCells");
  for (const area of group.areas) writeStyles(model.book, sheetId, area, () => style);
}

/** The properties of a format object, from the table of what they are in a style. */
export function styled(table: Record<string, StyleProperty>): Record<string, PlainProperty<{ group: CellGroup }>> {
  return Object.fromEntries(
    Object.entries(table).map(([name, { read, write }]) => [
      name,
      {
        get: ({ group }) => uniformStyle(group, read),
        set: ({ group }, value) => setStyle(group, write(value)),
      },
    ]),
  );
}
