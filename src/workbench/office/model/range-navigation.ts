import {
  type Area,
  intersection,
  isOnSheet,
  lastColumn,
  lastRow,
  parseArea,
  parseReference,
  SHEET_COLUMNS,
  SHEET_ROWS,
  spanning,
  union,
} from "../addresses";
import { boolean, oneOf, optional, whole } from "../arguments";
import { hasContent } from "../cells/cell-value";
import { usedArea } from "../cells/read";
import { HostError } from "../host-error";
import { KeptObject } from "../host-object";
import type { LiveArea } from "../live-areas";
import type { Model } from "./model";

/** Rows and columns that one step of an arrow key goes. */
const DIRECTIONS = { Up: [-1, 0], Down: [1, 0], Left: [0, -1], Right: [0, 1] } as const;

const isBeyond = (row: number, column: number, used: Area, down: number, right: number): boolean =>
  (down > 0 && row >= lastRow(used)) ||
  (down < 0 && row <= used.row) ||
  (right > 0 && column >= lastColumn(used)) ||
  (right < 0 && column <= used.column);

/** From one range to another: everything that gives a range beside, around or inside this one. */
export abstract class RangeNavigation extends KeptObject {
  readonly model: Model;
  readonly live: LiveArea;

  constructor(model: Model, live: LiveArea) {
    super();
    this.model = model;
    this.live = live;
  }

  /** Another range of the same sheet. */
  abstract at(area: Area): RangeNavigation;

  override hold(): void {
    this.live.holders++;
  }

  override release(): void {
    this.live.holders--;
  }

  get sheetId(): string {
    return this.live.sheetId;
  }

  get area(): Area {
    // a range of a deleted sheet is gone with it
    this.model.book.worksheet(this.sheetId);
    return this.live.area;
  }

  GetCell(row: unknown, column: unknown): RangeNavigation {
    const { area } = this;
    return this.onSheet({ row: area.row + whole(row), column: area.column + whole(column), rows: 1, columns: 1 });
  }

  GetRow(index: unknown): RangeNavigation {
    return this.onSheet({ ...this.area, row: this.area.row + whole(index), rows: 1 });
  }

  GetColumn(index: unknown): RangeNavigation {
    return this.onSheet({ ...this.area, column: this.area.column + whole(index), columns: 1 });
  }

  GetLastCell(): RangeNavigation {
    return this.at({ row: lastRow(this.area), column: lastColumn(this.area), rows: 1, columns: 1 });
  }

  GetLastRow(): RangeNavigation {
    return this.at({ ...this.area, row: lastRow(this.area), rows: 1 });
  }

  GetLastColumn(): RangeNavigation {
    return this.at({ ...this.area, column: lastColumn(this.area), columns: 1 });
  }

  GetOffsetRange(rows: unknown, columns: unknown): RangeNavigation {
    const { area } = this;
    return this.onSheet({ ...area, row: area.row + whole(rows), column: area.column + whole(columns) });
  }

  GetResizedRange(rows: unknown, columns: unknown): RangeNavigation {
    const { area } = this;
    return this.onSheet({ ...area, rows: area.rows + whole(rows), columns: area.columns + whole(columns) });
  }

  GetAbsoluteResizedRange(rows: unknown, columns: unknown): RangeNavigation {
    return this.onSheet({ ...this.area, rows: whole(rows, 1), columns: whole(columns, 1) });
  }

  GetEntireRow(): RangeNavigation {
    return this.at({ ...this.area, column: 0, columns: SHEET_COLUMNS });
  }

  GetEntireColumn(): RangeNavigation {
    return this.at({ ...this.area, row: 0, rows: SHEET_ROWS });
  }

  GetRowsAbove(count: unknown): RangeNavigation {
    const rows = optional(count, whole, 1);
    return rows < 0 ? this.GetRowsBelow(-rows) : this.onSheet({ ...this.area, row: this.area.row - rows, rows });
  }

  GetRowsBelow(count: unknown): RangeNavigation {
    const rows = optional(count, whole, 1);
    return rows < 0 ? this.GetRowsAbove(-rows) : this.onSheet({ ...this.area, row: lastRow(this.area) + 1, rows });
  }

  GetColumnsBefore(count: unknown): RangeNavigation {
    const columns = optional(count, whole, 1);
    if (columns < 0) return this.GetColumnsAfter(-columns);
    return this.onSheet({ ...this.area, column: this.area.column - columns, columns });
  }

  GetColumnsAfter(count: unknown): RangeNavigation {
    const columns = optional(count, whole, 1);
    if (columns < 0) return this.GetColumnsBefore(-columns);
    return this.onSheet({ ...this.area, column: lastColumn(this.area) + 1, columns });
  }

  GetBoundingRect(other: unknown): RangeNavigation {
    return this.at(union(this.area, this.sameSheet(other)));
  }

  GetIntersection(other: unknown): RangeNavigation {
    const common = this.GetIntersectionOrNullObject(other);
    if (!common) throw new HostError("ItemNotFound", "The ranges do not intersect.");
    return common;
  }

  GetIntersectionOrNullObject(other: unknown): RangeNavigation | null {
    const common = intersection(this.area, this.sameSheet(other));
    return common && this.at(common);
  }

  GetUsedRange(valuesOnly: unknown): RangeNavigation {
    const used = this.GetUsedRangeOrNullObject(valuesOnly);
    if (!used) throw new HostError("ItemNotFound", "No cell of the range is used.");
    return used;
  }

  GetUsedRangeOrNullObject(valuesOnly: unknown): RangeNavigation | null {
    const used = usedArea(this.model.book, this.sheetId, optional(valuesOnly, boolean, false), this.area);
    return used && this.at(used);
  }

  /** The last cell that Ctrl and an arrow key reach from the range's first cell, or from another active cell. */
  GetRangeEdge(direction: unknown, activeCell: unknown): RangeNavigation {
    return this.at(this.#edge(direction, activeCell));
  }

  /** The range together with everything up to that cell: Ctrl, Shift and an arrow key. */
  GetExtendedRange(direction: unknown, activeCell: unknown): RangeNavigation {
    return this.at(union(this.area, this.#edge(direction, activeCell)));
  }

  #edge(direction: unknown, activeCell: unknown): Area {
    const [down, right] = DIRECTIONS[oneOf(["Up", "Down", "Left", "Right"], direction)];
    const start = activeCell === null || activeCell === undefined ? this.area : this.sameSheet(activeCell);
    let { row, column } = start;
    const filled = (at: number, across: number): boolean => hasContent(this.model.book.cell(this.sheetId, at, across));
    const inside = (at: number, across: number): boolean => isOnSheet({ row: at, column: across, rows: 1, columns: 1 });
    const used = usedArea(this.model.book, this.sheetId, true);
    const along = filled(row, column) && inside(row + down, column + right) && filled(row + down, column + right);
    while (inside(row + down, column + right)) {
      if (along && !filled(row + down, column + right)) break;
      // beyond the last used cell nothing stops until the edge of the sheet
      if (!along && (!used || isBeyond(row, column, used, down, right))) {
        row = down === 0 ? row : down > 0 ? SHEET_ROWS - 1 : 0;
        column = right === 0 ? column : right > 0 ? SHEET_COLUMNS - 1 : 0;
        break;
      }
      row += down;
      column += right;
      if (!along && filled(row, column)) break;
    }
    return { row, column, rows: 1, columns: 1 };
  }

  /** The block of cells around this range, out to blank rows and columns: what Ctrl+A selects. */
  GetSurroundingRegion(): RangeNavigation {
    const { book } = this.model;
    let region = this.area;
    for (;;) {
      const frame = spanning(
        Math.max(0, region.row - 1),
        Math.max(0, region.column - 1),
        Math.min(SHEET_ROWS - 1, lastRow(region) + 1),
        Math.min(SHEET_COLUMNS - 1, lastColumn(region) + 1),
      );
      let grown = region;
      const scope = book.within(this.sheetId, frame);
      if (!scope) return this.at(region);
      for (let row = scope.row; row <= lastRow(scope); row++) {
        for (let column = scope.column; column <= lastColumn(scope); column++) {
          if (hasContent(book.cell(this.sheetId, row, column))) {
            grown = union(grown, { row, column, rows: 1, columns: 1 });
          }
        }
      }
      if (grown.rows === region.rows && grown.columns === region.columns) return this.at(region);
      region = grown;
    }
  }

  /** The area of an argument that is a range or an address, on this sheet. */
  protected sameSheet(other: unknown): Area {
    if (other instanceof RangeNavigation) {
      if (other.sheetId !== this.sheetId) throw new HostError("InvalidArgument", "The ranges are on different sheets.");
      return other.area;
    }
    if (typeof other === "string") {
      const { sheet, address } = parseReference(other);
      const named =
        sheet === null || sheet.toLowerCase() === this.model.book.worksheet(this.sheetId).getName().toLowerCase();
      const area = named ? parseArea(address) : null;
      if (area) return area;
    }
    throw new HostError("InvalidArgument", `${String(other)} is no range of this sheet.`);
  }

  protected onSheet(area: Area): RangeNavigation {
    if (!isOnSheet(area)) {
      throw new HostError(
        "InvalidArgument",
        `Row ${area.row + 1}, column ${area.column + 1}, ${area.rows} × ${area.columns} cells is not on the sheet.`,
      );
    }
    return this.at(area);
  }
}
