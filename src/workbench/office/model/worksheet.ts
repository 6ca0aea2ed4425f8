import { BooleanNumber, type Worksheet as GridSheet } from "@univerjs/core";
import {
  CopySheetCommand,
  RemoveSheetCommand,
  SetTabColorCommand,
  SetWorksheetHideCommand,
  SetWorksheetNameCommand,
  SetWorksheetOrderCommand,
  SetWorksheetShowCommand,
  ToggleGridlinesCommand,
} from "@univerjs/sheets";
import { type Area, isOnSheet, parseArea, parseReference, SHEET_COLUMNS, SHEET_ROWS, splitList } from "../addresses";
import { boolean, colour, oneOf, optional, text, whole } from "../arguments";
import { usedArea } from "../cells/read";
import { findAllText } from "../cells/search";
import { toPoints } from "../cells/units";
import type { EventDesk } from "../event-desk";
import { HostError } from "../host-error";
import { HostObject } from "../host-object";
import { toWireId } from "../sheet-ids";
import { defineEventMethods, WORKSHEET_EVENTS } from "./event-methods";
import type { Model } from "./model";
import { NamedItems } from "./named-items";
import { PageLayout } from "./page-layout";
import { Range } from "./range";
import { RangeAreas } from "./range-areas";
import { activate } from "./selection";
import { SheetCustomProperties } from "./sheet-custom-properties";
import { checkSheetName } from "./sheet-name";
import { requireStructureUnprotected } from "./workbook-protection";
import { WorksheetFreezePanes } from "./worksheet-freeze-panes";
import { WorksheetProtection } from "./worksheet-protection";

const WHOLE_SHEET: Area = { row: 0, column: 0, rows: SHEET_ROWS, columns: SHEET_COLUMNS };

const VISIBILITIES = ["Visible", "Hidden", "VeryHidden"] as const;
const POSITIONS = ["None", "Before", "After", "Beginning", "End"] as const;

/** `Excel.Worksheet`. */
export class Worksheet extends HostObject {
  override readonly typeName = "Worksheet";

  constructor(
    readonly model: Model,
    readonly sheetId: string,
  ) {
    super();
  }

  override identity(): Record<string, string> {
    return { Id: this.Id };
  }

  get desk(): EventDesk {
    return this.model.desk;
  }

  get eventTarget(): string {
    return this.Id;
  }

  get Id(): string {
    return toWireId(this.sheetId);
  }

  get Name(): string {
    return this.#sheet.getName();
  }

  set Name(value: unknown) {
    const { book } = this.model;
    const name = checkSheetName(book, text(value), this.sheetId);
    if (name === this.Name) return;
    requireStructureUnprotected(book);
    book.execute(SetWorksheetNameCommand, { ...book.target(this.sheetId), name });
  }

  get Position(): number {
    return this.model.book.workbook.getSheetIndex(this.#sheet);
  }

  set Position(value: unknown) {
    const { book } = this.model;
    const order = whole(value, 0);
    if (order >= book.workbook.getSheetSize()) throw new HostError("InvalidArgument", `There is no position ${order}.`);
    if (order === this.Position) return;
    requireStructureUnprotected(book);
    book.execute(SetWorksheetOrderCommand, { ...book.target(this.sheetId), order });
  }

  get Visibility(): (typeof VISIBILITIES)[number] {
    if (this.#sheet.isSheetHidden() !== BooleanNumber.TRUE) return "Visible";
    return this.model.book.sheetExtras(this.sheetId).isVeryHidden ? "VeryHidden" : "Hidden";
  }

  set Visibility(value: unknown) {
    const { book } = this.model;
    const visibility = oneOf(VISIBILITIES, value);
    const before = this.Visibility;
    if (visibility === before) return;
    requireStructureUnprotected(book);
    const target = book.target(this.sheetId);
    if (visibility === "Visible") book.execute(SetWorksheetShowCommand, target);
    else if (before === "Visible") {
      this.#requireAnotherVisible();
      book.execute(SetWorksheetHideCommand, target);
    }
    const extras = book.sheetExtras(this.sheetId);
    if (visibility === "VeryHidden") extras.isVeryHidden = true;
    else delete extras.isVeryHidden;
    book.touch();
  }

  /** "" for none. */
  get TabColor(): string {
    return this.#sheet.getTabColor()?.toUpperCase() ?? "";
  }

  set TabColor(value: unknown) {
    const { book } = this.model;
    book.execute(SetTabColorCommand, { ...book.target(this.sheetId), value: value === "" ? "" : colour(value) });
  }

  get ShowGridlines(): boolean {
    return !this.#sheet.hasHiddenGridlines();
  }

  /** The name under which Office.js sets `showGridlines`. */
  set Gridlines(value: unknown) {
    const { book } = this.model;
    const showGridlines = boolean(value) ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    book.execute(ToggleGridlinesCommand, { ...book.target(this.sheetId), showGridlines });
  }

  /** In points, of a row that no one changed. */
  get StandardHeight(): number {
    return toPoints(this.#sheet.getConfig().defaultRowHeight);
  }

  get Protection(): WorksheetProtection {
    return new WorksheetProtection(this.model, this.sheetId);
  }

  get FreezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.model, this.sheetId);
  }

  get PageLayout(): PageLayout {
    return new PageLayout(this.model, this.sheetId);
  }

  get Names(): NamedItems {
    return new NamedItems(this.model, this.sheetId);
  }

  get CustomProperties(): SheetCustomProperties {
    return new SheetCustomProperties(this.model, this.sheetId);
  }

  Activate(): void {
    activate(this.model, this.sheetId);
  }

  Calculate(): void {
    // everything is calculated before anything is read
  }

  Delete(): void {
    const { book } = this.model;
    requireStructureUnprotected(book);
    this.#requireAnotherVisible();
    book.execute(RemoveSheetCommand, book.target(this.sheetId));
  }

  /** Copies the sheet, its protection and page set-up with it. */
  Copy(positionType: unknown, relativeTo: unknown): Worksheet {
    const { book } = this.model;
    requireStructureUnprotected(book);
    const { workbook } = book;
    const position = oneOf(POSITIONS, positionType, "None");
    const before = new Set(workbook.getSheetOrders());
    const active = workbook.getActiveSheet();
    book.execute(CopySheetCommand, book.target(this.sheetId));
    const copyId = workbook.getSheetOrders().find((id) => !before.has(id));
    if (copyId === undefined) throw new HostError("GeneralException", "The grid did not copy the sheet.");
    const copy = new Worksheet(this.model, copyId);
    copy.#rename(this.Name);
    copy.#moveTo(position, relativeTo instanceof Worksheet ? relativeTo : this);
    if (active) activate(this.model, active.getSheetId());
    return copy;
  }

  /** A range by address or name; all cells of the sheet for none. */
  GetRange(address: unknown): Range {
    if (address === null || address === undefined || address === "") return this.#range(WHOLE_SHEET);
    const given = text(address);
    const area = this.#parse(given);
    if (area) return this.#range(area);
    const named = this.Names.find(given) ?? new NamedItems(this.model, null).find(given);
    const range = named?.GetRangeOrNullObject();
    if (range?.sheetId === this.sheetId) return range;
    throw new HostError("InvalidArgument", `"${given}" is no range of the sheet ${this.Name}.`);
  }

  GetRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): Range {
    const area = { row: whole(row, 0), column: whole(column, 0), rows: whole(rows, 1), columns: whole(columns, 1) };
    if (!isOnSheet(area)) throw new HostError("InvalidArgument", `${JSON.stringify(area)} is not on the sheet.`);
    return this.#range(area);
  }

  GetCell(row: unknown, column: unknown): Range {
    return this.GetRangeByIndexes(row, column, 1, 1);
  }

  /** Several ranges, separated by commas; all cells of the sheet for none. */
  GetRanges(addresses: unknown): RangeAreas {
    if (addresses === null || addresses === undefined) return RangeAreas.of(this.model, this.sheetId, [WHOLE_SHEET]);
    const areas = splitList(text(addresses)).map((address) => this.GetRange(address).area);
    if (areas.length === 0) throw new HostError("InvalidArgument", "No address was given.");
    return RangeAreas.of(this.model, this.sheetId, areas);
  }

  /** A1 where nothing is used. */
  GetUsedRange(valuesOnly: unknown): Range {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0);
  }

  GetUsedRangeOrNullObject(valuesOnly: unknown): Range | null {
    const used = usedArea(this.model.book, this.sheetId, optional(valuesOnly, boolean, false));
    return used && this.#range(used);
  }

  async FindAll(wanted: unknown, criteria: unknown): Promise<RangeAreas> {
    const found = await this.FindAllOrNullObject(wanted, criteria);
    if (!found) throw new HostError("ItemNotFound", `"${String(wanted)}" was not found.`);
    return found;
  }

  async FindAllOrNullObject(wanted: unknown, criteria: unknown): Promise<RangeAreas | null> {
    await this.model.book.calculated();
    const found = findAllText(this.model.book, this.sheetId, WHOLE_SHEET, wanted, criteria);
    return found.length === 0 ? null : RangeAreas.of(this.model, this.sheetId, found);
  }

  GetNext(visibleOnly: unknown): Worksheet {
    return this.#required(this.GetNextOrNullObject(visibleOnly));
  }

  GetNextOrNullObject(visibleOnly: unknown): Worksheet | null {
    return this.#neighbour(1, optional(visibleOnly, boolean, false));
  }

  GetPrevious(visibleOnly: unknown): Worksheet {
    return this.#required(this.GetPreviousOrNullObject(visibleOnly));
  }

  GetPreviousOrNullObject(visibleOnly: unknown): Worksheet | null {
    return this.#neighbour(-1, optional(visibleOnly, boolean, false));
  }

  /** Used by Office.js itself to find the sheet of an event. */
  _GetSheetById(id: unknown): Worksheet {
    return new Worksheet(this.model, text(id).replace(/^\{|\}$/g, ""));
  }

  get #sheet(): GridSheet {
    return this.model.book.worksheet(this.sheetId);
  }

  #range(area: Area): Range {
    return Range.of(this.model, this.sheetId, area);
  }

  #parse(address: string): Area | null {
    const { sheet, address: local } = parseReference(address);
    if (sheet !== null && sheet.toLowerCase() !== this.Name.toLowerCase()) return null;
    return parseArea(local);
  }

  #requireAnotherVisible(): void {
    const others = this.model.book.workbook.getSheets().filter((sheet) => sheet.getSheetId() !== this.sheetId);
    if (others.some((sheet) => sheet.isSheetHidden() !== BooleanNumber.TRUE)) return;
    throw new HostError("InvalidOperation", "A workbook needs at least one visible worksheet.");
  }

  #required(sheet: Worksheet | null): Worksheet {
    if (!sheet) throw new HostError("ItemNotFound", `There is no worksheet beside ${this.Name}.`);
    return sheet;
  }

  #neighbour(step: 1 | -1, visibleOnly: boolean): Worksheet | null {
    const order = this.model.book.workbook.getSheetOrders();
    for (let i = this.Position + step; i >= 0 && i < order.length; i += step) {
      const candidate = new Worksheet(this.model, order[i] ?? "");
      if (!visibleOnly || candidate.Visibility === "Visible") return candidate;
    }
    return null;
  }

  /** A copy is called as Excel calls it: "表三 (2)". */
  #rename(original: string): void {
    const { book } = this.model;
    let number = 2;
    while (book.workbook.getSheetBySheetName(`${original} (${number})`)) number++;
    book.execute(SetWorksheetNameCommand, { ...book.target(this.sheetId), name: `${original} (${number})` });
  }

  #moveTo(position: (typeof POSITIONS)[number], relative: Worksheet): void {
    const last = this.model.book.workbook.getSheetSize() - 1;
    if (position === "Beginning") this.Position = 0;
    else if (position === "End" || position === "None") this.Position = last;
    else {
      // taking the copy out of its place moves everything behind it one to the left
      const shift = this.Position < relative.Position ? -1 : 0;
      this.Position = relative.Position + shift + (position === "After" ? 1 : 0);
    }
  }
}

defineEventMethods(Worksheet, WORKSHEET_EVENTS);
