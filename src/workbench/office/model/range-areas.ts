import { type Area, formatArea, formatSheetName, isWholeColumns, isWholeRows } from "../addresses";
import { oneOf } from "../arguments";
import type { CellGroup } from "../cells/styles";
import { clearCells } from "../cells/write";
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

  Clear(applyTo: unknown): void {
    const what = oneOf(CLEAR_APPLY_TO, applyTo, "All");
    for (const area of this.areas) {
      this.model.protection.requireUnlocked(this.sheetId, area);
      clearCells(this.model.book, this.sheetId, area, what);
    }
  }
}

/** `Excel.RangeCollection`: the single ranges of a `RangeAreas`. */
class RangeCollection extends HostCollection<Range> {
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
