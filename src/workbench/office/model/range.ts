import {
  SetColHiddenCommand,
  SetRowHiddenCommand,
  SetSpecificColsVisibleCommand,
  SetSpecificRowsVisibleCommand,
} from "@univerjs/sheets";
import { type Area, formatArea, formatSheetName, isWholeColumns, isWholeRows, toGridRange } from "../addresses";
import { boolean, matrix, oneOf, optional, record, text, whole } from "../arguments";
import type { ExcelValue, ValueType } from "../cells/cell-value";
import { readFormulas, readNumberFormats, readTexts, readValues, readValueTypes } from "../cells/read";
import { findText, specialCells } from "../cells/search";
import { heightOf, widthOf } from "../cells/sizes";
import { deleteCells, insertCells, merge, mergesWithin, unmerge } from "../cells/structure";
import { type CellGroup, uniform } from "../cells/styles";
import { clearCells, writeContent, writeNumberFormats } from "../cells/write";
import { HostError } from "../host-error";
import { ConditionalFormats } from "./conditional-formats";
import { copyFrom } from "./copy-from";
import { DataValidation } from "./data-validation";
import { getCellProperties, pick, setCellProperties, setColumnProperties, setRowProperties } from "./cell-properties";
import { hyperlinkOf, setHyperlink } from "./hyperlink";
import type { Model } from "./model";
import { RangeAreas } from "./range-areas";
import { RangeFormat } from "./range-format";
import { rangeMaker } from "./range-maker";
import { RangeNavigation } from "./range-navigation";
import { select } from "./selection";
import { Worksheet } from "./worksheet";

export const CLEAR_APPLY_TO = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"] as const;

/** `Excel.Range`. */
export class Range extends RangeNavigation implements CellGroup {
  override readonly typeName = "Range";

  static of(model: Model, sheetId: string, area: Area): Range {
    return new Range(model, model.book.live.track(sheetId, area));
  }

  override at(area: Area): Range {
    return Range.of(this.model, this.sheetId, area);
  }

  get areas(): readonly Area[] {
    return [this.area];
  }

  get Address(): string {
    return `${formatSheetName(this.model.book.worksheet(this.sheetId).getName())}!${formatArea(this.area)}`;
  }

  get AddressLocal(): string {
    return this.Address;
  }

  get RowIndex(): number {
    return this.area.row;
  }

  get ColumnIndex(): number {
    return this.area.column;
  }

  get RowCount(): number {
    return this.area.rows;
  }

  get ColumnCount(): number {
    return this.area.columns;
  }

  /** -1 beyond 2³¹-1 cells, as in Excel. */
  get CellCount(): number {
    const count = this.area.rows * this.area.columns;
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  get IsEntireColumn(): boolean {
    return isWholeColumns(this.area);
  }

  get IsEntireRow(): boolean {
    return isWholeRows(this.area);
  }

  get Values(): ExcelValue[][] {
    return readValues(this.model.book, this.sheetId, this.area);
  }

  set Values(value: unknown) {
    this.#write(value);
  }

  get Formulas(): ExcelValue[][] {
    return readFormulas(this.model.book, this.sheetId, this.area);
  }

  set Formulas(value: unknown) {
    this.#write(value);
  }

  get FormulasLocal(): ExcelValue[][] {
    return this.Formulas;
  }

  set FormulasLocal(value: unknown) {
    this.#write(value);
  }

  get Text(): string[][] {
    return readTexts(this.model.book, this.sheetId, this.area);
  }

  get ValueTypes(): ValueType[][] {
    return readValueTypes(this.model.book, this.sheetId, this.area);
  }

  get NumberFormat(): string[][] {
    return readNumberFormats(this.model.book, this.sheetId, this.area);
  }

  set NumberFormat(value: unknown) {
    const { model, sheetId, area } = this;
    model.protection.require(sheetId, "allowFormatCells");
    writeNumberFormats(model.book, sheetId, area, matrix(value, area.rows, area.columns), text);
  }

  get NumberFormatLocal(): string[][] {
    return this.NumberFormat;
  }

  set NumberFormatLocal(value: unknown) {
    this.NumberFormat = value;
  }

  /** Null where some cells are hidden and some are not. */
  get Hidden(): boolean | null {
    if (this.RowHidden === true || this.ColumnHidden === true) return true;
    return this.RowHidden === false && this.ColumnHidden === false ? false : null;
  }

  get RowHidden(): boolean | null {
    const sheet = this.model.book.worksheet(this.sheetId);
    return uniform(
      { ...this.#group, areas: [{ ...this.area, column: 0, columns: 1 }] },
      (row) => !sheet.getRowVisible(row),
    );
  }

  set RowHidden(value: unknown) {
    const { model, sheetId, area } = this;
    model.protection.require(sheetId, "allowFormatRows");
    const ranges = [toGridRange(model.book.writable(sheetId, { ...area, column: 0, columns: 1 }))];
    const command = boolean(value) ? SetRowHiddenCommand : SetSpecificRowsVisibleCommand;
    if (this.RowHidden !== value) model.book.execute(command, { ...model.book.target(sheetId), ranges });
  }

  get ColumnHidden(): boolean | null {
    const sheet = this.model.book.worksheet(this.sheetId);
    const columns = { ...this.#group, areas: [{ ...this.area, row: 0, rows: 1 }] };
    return uniform(columns, (_, column) => !sheet.getColVisible(column));
  }

  set ColumnHidden(value: unknown) {
    const { model, sheetId, area } = this;
    model.protection.require(sheetId, "allowFormatColumns");
    const ranges = [toGridRange(model.book.writable(sheetId, { ...area, row: 0, rows: 1 }))];
    const command = boolean(value) ? SetColHiddenCommand : SetSpecificColsVisibleCommand;
    if (this.ColumnHidden !== value) model.book.execute(command, { ...model.book.target(sheetId), ranges });
  }

  /** Distances and sizes in points, from the sheet's first cell. */
  get Top(): number {
    return heightOf(this.model.book, this.sheetId, 0, this.area.row);
  }

  get Left(): number {
    return widthOf(this.model.book, this.sheetId, 0, this.area.column);
  }

  get Height(): number {
    return heightOf(this.model.book, this.sheetId, this.area.row, this.area.rows);
  }

  get Width(): number {
    return widthOf(this.model.book, this.sheetId, this.area.column, this.area.columns);
  }

  get Hyperlink(): Record<string, string> | null {
    return hyperlinkOf(this.model.book, this.sheetId, this.area);
  }

  set Hyperlink(value: unknown) {
    this.model.protection.requireUnlocked(this.sheetId, this.area);
    setHyperlink(this.model.book, this.sheetId, this.area, value);
  }

  get Format(): RangeFormat {
    return new RangeFormat(this);
  }

  get Worksheet(): Worksheet {
    return new Worksheet(this.model, this.sheetId);
  }

  get ConditionalFormats(): ConditionalFormats {
    return new ConditionalFormats(this, rangeMaker(this.model));
  }

  get DataValidation(): DataValidation {
    return new DataValidation(this, (areas) => RangeAreas.of(this.model, this.sheetId, areas));
  }

  Select(): void {
    select(this.model, this.sheetId, [this.area]);
  }

  Merge(across: unknown): void {
    this.model.protection.requireUnprotected(this.sheetId);
    merge(this.model.book, this.sheetId, this.area, optional(across, boolean, false));
  }

  Unmerge(): void {
    this.model.protection.requireUnprotected(this.sheetId);
    unmerge(this.model.book, this.sheetId, this.area);
  }

  GetMergedAreas(): RangeAreas {
    const merged = this.GetMergedAreasOrNullObject();
    if (!merged) throw new HostError("ItemNotFound", "No cell of the range is merged.");
    return merged;
  }

  GetMergedAreasOrNullObject(): RangeAreas | null {
    const merges = mergesWithin(this.model.book, this.sheetId, this.area);
    return merges.length === 0 ? null : RangeAreas.of(this.model, this.sheetId, merges);
  }

  Clear(applyTo: unknown): void {
    const { model, sheetId, area } = this;
    model.protection.requireUnlocked(sheetId, area);
    const what = oneOf(CLEAR_APPLY_TO, applyTo, "All");
    clearCells(model.book, sheetId, area, what);
    if (what !== "All" && what !== "Formats") return;
    if (!model.protection.isProtected(sheetId)) {
      unmerge(model.book, sheetId, area);
      this.ConditionalFormats.ClearAll();
      this.DataValidation.Clear();
    }
  }

  async Insert(shift: unknown): Promise<Range> {
    const { model, sheetId, area } = this;
    const direction = oneOf(["Down", "Right"], shift);
    if (isWholeRows(area)) model.protection.require(sheetId, "allowInsertRows");
    else if (isWholeColumns(area)) model.protection.require(sheetId, "allowInsertColumns");
    else model.protection.requireUnprotected(sheetId);
    await insertCells(model.book, sheetId, area, direction);
    return this.at(area);
  }

  async Delete(shift: unknown): Promise<void> {
    const { model, sheetId, area } = this;
    const direction = oneOf(["Up", "Left"], shift, "Up");
    if (isWholeRows(area)) model.protection.require(sheetId, "allowDeleteRows");
    else if (isWholeColumns(area)) model.protection.require(sheetId, "allowDeleteColumns");
    else model.protection.requireUnprotected(sheetId);
    await deleteCells(model.book, sheetId, area, direction);
  }

  CopyFrom(source: unknown, copyType: unknown, skipBlanks: unknown, transpose: unknown): Promise<void> {
    return copyFrom(this, source, copyType, skipBlanks, transpose);
  }

  GetCellProperties(wanted: unknown): unknown {
    return getCellProperties(this, wanted);
  }

  SetCellProperties(properties: unknown): void {
    setCellProperties(this, properties);
  }

  SetRowProperties(properties: unknown): void {
    setRowProperties(this, properties);
  }

  SetColumnProperties(properties: unknown): void {
    setColumnProperties(this, properties);
  }

  GetRowProperties(wanted: unknown): unknown {
    return Array.from({ length: this.area.rows }, (_, row) => pick(this.GetRow(row), record(wanted)));
  }

  GetColumnProperties(wanted: unknown): unknown {
    return Array.from({ length: this.area.columns }, (_, column) => pick(this.GetColumn(column), record(wanted)));
  }

  async GetSpecialCells(cellType: unknown, valueType: unknown): Promise<RangeAreas> {
    const found = await this.GetSpecialCellsOrNullObject(cellType, valueType);
    if (!found) throw new HostError("ItemNotFound", "There are no such cells.");
    return found;
  }

  async GetSpecialCellsOrNullObject(cellType: unknown, valueType: unknown): Promise<RangeAreas | null> {
    const { model, sheetId } = this;
    await model.book.calculated();
    const found = specialCells(model.book, sheetId, this.area, cellType, valueType);
    return found.length === 0 ? null : RangeAreas.of(model, sheetId, found);
  }

  async Find(wanted: unknown, criteria: unknown): Promise<Range> {
    const found = await this.FindOrNullObject(wanted, criteria);
    if (!found) throw new HostError("ItemNotFound", `"${String(wanted)}" was not found.`);
    return found;
  }

  async FindOrNullObject(wanted: unknown, criteria: unknown): Promise<Range | null> {
    await this.model.book.calculated();
    const found = findText(this.model.book, this.sheetId, this.area, wanted, criteria);
    return found && this.at(found);
  }

  Calculate(): void {
    // everything is calculated before anything is read
  }

  SetDirty(): void {
    // what depends on a changed cell is always calculated anew
  }

  /** Sent before a large array is written in parts. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    if (whole(rows) !== this.area.rows || whole(columns) !== this.area.columns) {
      throw new HostError(
        "InvalidArgument",
        `The input array of ${String(rows)} × ${String(columns)} doesn't match the range of ${this.area.rows} × ${this.area.columns}.`,
      );
    }
  }

  get #group(): CellGroup {
    return { model: this.model, sheetId: this.sheetId, areas: [this.area] };
  }

  #write(value: unknown): void {
    const { model, sheetId, area } = this;
    const values = matrix(value, area.rows, area.columns);
    model.protection.requireUnlocked(sheetId, area);
    writeContent(model.book, sheetId, area, values);
  }
}
