import { CancelFrozenCommand, SetFrozenCommand } from "@univerjs/sheets";
import { type Area, lastColumn, lastRow, parseArea, parseReference, SHEET_COLUMNS, SHEET_ROWS } from "../addresses";
import { optional, text, whole } from "../arguments";
import { HostError } from "../host-error";
import { HostObject } from "../host-object";
import type { Model } from "./model";
import { Range } from "./range";

/** `Excel.WorksheetFreezePanes`. */
export class WorksheetFreezePanes extends HostObject {
  override readonly typeName = "WorksheetFreezePanes";

  constructor(
    readonly model: Model,
    readonly sheetId: string,
  ) {
    super();
  }

  FreezeRows(count: unknown): void {
    this.#freeze(
      optional(count, (value) => whole(value, 0), 1),
      0,
    );
  }

  FreezeColumns(count: unknown): void {
    this.#freeze(
      0,
      optional(count, (value) => whole(value, 0), 1),
    );
  }

  /** Freezes everything down to and right to the range, which stays in view. */
  FreezeAt(range: unknown): void {
    const area = range instanceof Range ? range.area : parseArea(parseReference(text(range)).address);
    if (!area) throw new HostError("InvalidArgument", `${String(range)} is no range.`);
    const rows = area.rows === SHEET_ROWS ? 0 : lastRow(area) + 1;
    const columns = area.columns === SHEET_COLUMNS ? 0 : lastColumn(area) + 1;
    this.#freeze(rows, columns);
  }

  Unfreeze(): void {
    const { book } = this.model;
    if (this.GetLocationOrNullObject()) book.execute(CancelFrozenCommand, book.target(this.sheetId));
  }

  GetLocation(): Range {
    const location = this.GetLocationOrNullObject();
    if (!location) throw new HostError("ItemNotFound", "No panes are frozen.");
    return location;
  }

  GetLocationOrNullObject(): Range | null {
    const { xSplit, ySplit } = this.model.book.worksheet(this.sheetId).getFreeze();
    if (xSplit <= 0 && ySplit <= 0) return null;
    const area: Area = { row: 0, column: 0, rows: ySplit || SHEET_ROWS, columns: xSplit || SHEET_COLUMNS };
    return Range.of(this.model, this.sheetId, area);
  }

  #freeze(rows: number, columns: number): void {
    const { book } = this.model;
    if (rows === 0 && columns === 0) return this.Unfreeze();
    book.execute(SetFrozenCommand, {
      ...book.target(this.sheetId),
      ySplit: rows,
      xSplit: columns,
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
    });
  }
}
