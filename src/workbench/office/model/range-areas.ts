import {
  type Area,
  formatArea,
  formatSheetName,
  intersection,
  isOnSheet,
  isWholeColumns,
  isWholeRows,
  SHEET_COLUMNS,
  SHEET_ROWS,
} from "../addresses";
import { boolean, oneOf, optional, whole } from "../arguments";
import { usedArea } from "../cells/read";
import { specialCells } from "../cells/search";
import type { CellGroup } from "../cells/styles";
import { clearCells } from "../cells/write";
import { HostError } from "../host-error";
import { HostCollection, KeptObject } from "../host-object";
import type { LiveArea } from "../live-areas";
import { ConditionalFormats } from "./conditional-formats";
import { DataValidation } from "./data-validation";
import type { Model } from "./model";
import { CLEAR_APPLY_TO, Range } from "./range";
import { RangeFormat } from "./range-format";
import { rangeMaker } from "./range-maker";
import { Worksheet } from "./worksheet";

/** `Excel.RangeAreas`: several ranges of one sheet. */
export class RangeAreas extends KeptObject implements CellGroup {
  override readonly typeName = "RangeAreas";

  constructor(
    readonly model: Model,
    readonly sheetId: string,
    readonly lives: readonly LiveArea[],
  ) {
    super();
  }

  static of(model: Model, sheetId: string, areas: readonly Area[]): RangeAreas {
    return new RangeAreas(
      model,
      sheetId,
      areas.map((area) => model.book.live.track(sheetId, area)),
    );
  }

  override hold(): void {
    for (const live of this.lives) live.holders++;
  }

  override release(): void {
    for (const live of this.lives) live.holders--;
  }

  get areas(): Area[] {
    this.model.book.worksheet(this.sheetId);
    return this.lives.map((live) => live.area);
  }

  get Address(): string {
    const sheet = formatSheetName(this.model.book.worksheet(this.sheetId).getName());
    return this.areas.map((area) => `${sheet}!${formatArea(area)}`).join(",");
  }

  get AddressLocal(): string {
    return this.Address;
  }

  get AreaCount(): number {
    return this.lives.length;
  }

  get CellCount(): number {
    return this.areas.reduce((count, { rows, columns }) => count + rows * columns, 0);
  }

  get IsEntireColumn(): boolean {
    return this.areas.every(isWholeColumns);
  }

  get IsEntireRow(): boolean {
    return this.areas.every(isWholeRows);
  }

  get Areas(): RangeCollection {
    return new RangeCollection(this.lives.map((live) => new Range(this.model, live)));
  }

  get Worksheet(): Worksheet {
    return new Worksheet(this.model, this.sheetId);
  }

  get Format(): RangeFormat {
    return new RangeFormat(this);
  }

  get ConditionalFormats(): ConditionalFormats {
    return new ConditionalFormats(this, rangeMaker(this.model));
  }

  get DataValidation(): DataValidation {
    return new DataValidation(this, (areas) => RangeAreas.of(this.model, this.sheetId, areas));
  }

  GetEntireRow(): RangeAreas {
    return this.#mapped((area) => ({ ...area, column: 0, columns: SHEET_COLUMNS }));
  }

  GetEntireColumn(): RangeAreas {
    return this.#mapped((area) => ({ ...area, row: 0, rows: SHEET_ROWS }));
  }

  GetOffsetRangeAreas(rows: unknown, columns: unknown): RangeAreas {
    const [down, right] = [whole(rows), whole(columns)];
    return this.#mapped((area) => {
      const moved = { ...area, row: area.row + down, column: area.column + right };
      if (!isOnSheet(moved)) throw new HostError("InvalidArgument", `${formatArea(area)} cannot be moved that far.`);
      return moved;
    });
  }

  GetIntersection(other: unknown): RangeAreas {
    return this.#required(this.GetIntersectionOrNullObject(other));
  }

  GetIntersectionOrNullObject(other: unknown): RangeAreas | null {
    const others =
      other instanceof RangeAreas || other instanceof Range ? other.areas : this.Worksheet.GetRanges(other).areas;
    return this.#some(this.areas.flatMap((area) => others.map((one) => intersection(area, one))));
  }

  GetUsedRangeAreas(valuesOnly: unknown): RangeAreas {
    return this.#required(this.GetUsedRangeAreasOrNullObject(valuesOnly));
  }

  GetUsedRangeAreasOrNullObject(valuesOnly: unknown): RangeAreas | null {
    const only = optional(valuesOnly, boolean, false);
    return this.#some(this.areas.map((area) => usedArea(this.model.book, this.sheetId, only, area)));
  }

  async GetSpecialCells(cellType: unknown, valueType: unknown): Promise<RangeAreas> {
    return this.#required(await this.GetSpecialCellsOrNullObject(cellType, valueType));
  }

  async GetSpecialCellsOrNullObject(cellType: unknown, valueType: unknown): Promise<RangeAreas | null> {
    const { model, sheetId } = this;
    await model.book.calculated();
    return this.#some(this.areas.flatMap((area) => specialCells(model.book, sheetId, area, cellType, valueType)));
  }

  Calculate(): void {
    // everything is calculated before anything is read
  }

  SetDirty(): void {
    // what depends on a changed cell is always calculated anew
  }

  Clear(applyTo: unknown): void {
    const what = oneOf(CLEAR_APPLY_TO, applyTo, "All");
    for (const area of this.areas) {
      this.model.protection.requireUnlocked(this.sheetId, area);
      clearCells(this.model.book, this.sheetId, area, what);
    }
  }

  #mapped(change: (area: Area) => Area): RangeAreas {
    return RangeAreas.of(this.model, this.sheetId, this.areas.map(change));
  }

  #some(areas: readonly (Area | null)[]): RangeAreas | null {
    const found = areas.filter((area) => area !== null);
    return found.length === 0 ? null : RangeAreas.of(this.model, this.sheetId, found);
  }

  #required(areas: RangeAreas | null): RangeAreas {
    if (!areas) throw new HostError("ItemNotFound", "There are no such cells.");
    return areas;
  }
}

/** `Excel.RangeCollection`: the single ranges of a `RangeAreas`. */
export class RangeCollection extends HostCollection<Range> {
  override readonly typeName = "RangeCollection";

  constructor(private readonly ranges: readonly Range[]) {
    super();
  }

  override items(): Range[] {
    return [...this.ranges];
  }

  override find(): Range | null {
    return null;
  }
}
