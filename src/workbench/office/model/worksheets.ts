import { BooleanNumber, type IWorksheetData } from "@univerjs/core";
import { InsertSheetCommand } from "@univerjs/sheets";
import { NEW_SHEET_SIZE, STANDARD_SIZE } from "../../univer/blank-workbook";
import { boolean, optional, text } from "../arguments";
import { type EventDesk, WORKBOOK_TARGET } from "../event-desk";
import { HostError } from "../host-error";
import { HostCollection } from "../host-object";
import { fromWireId } from "../sheet-ids";
import { COLLECTION_EVENTS, defineEventMethods, WORKSHEET_EVENTS } from "./event-methods";
import type { Model } from "./model";
import { activate } from "./selection";
import { checkSheetName } from "./sheet-name";
import { requireStructureUnprotected } from "./workbook-protection";
import { Worksheet } from "./worksheet";

/** `Excel.WorksheetCollection`. */
export class Worksheets extends HostCollection<Worksheet> {
  override readonly typeName = "WorksheetCollection";
  readonly eventTarget = WORKBOOK_TARGET;

  constructor(readonly model: Model) {
    super();
  }

  get desk(): EventDesk {
    return this.model.desk;
  }

  override items(): Worksheet[] {
    return this.model.book.workbook.getSheetOrders().map((sheetId) => new Worksheet(this.model, sheetId));
  }

  /** By name, whatever its case, or by id. */
  override find(key: unknown): Worksheet | null {
    const wanted = text(key);
    const { workbook } = this.model.book;
    const id = fromWireId(wanted);
    const byId = id === null ? null : workbook.getSheetBySheetId(id);
    const byName = workbook.getSheets().find((sheet) => sheet.getName().toLowerCase() === wanted.toLowerCase());
    const found = byId ?? byName;
    return found ? new Worksheet(this.model, found.getSheetId()) : null;
  }

  /** Adds a sheet behind the last one; the active sheet stays active. */
  Add(name: unknown): Worksheet {
    const { book } = this.model;
    requireStructureUnprotected(book);
    const { workbook } = book;
    const given = optional(name, text, this.#freeName());
    const sheetId = crypto.randomUUID();
    const sheet: Partial<IWorksheetData> = {
      id: sheetId,
      name: checkSheetName(book, given, null),
      ...NEW_SHEET_SIZE,
      ...STANDARD_SIZE,
    };
    const active = workbook.getActiveSheet();
    const params = { unitId: book.unitId, index: workbook.getSheetSize(), sheet: sheet as IWorksheetData };
    book.execute(InsertSheetCommand, params);
    if (active) activate(this.model, active.getSheetId());
    return new Worksheet(this.model, sheetId);
  }

  GetActiveWorksheet(): Worksheet {
    const active = this.model.book.workbook.getActiveSheet();
    if (!active) throw new HostError("InvalidOperation", "No worksheet is active.");
    return new Worksheet(this.model, active.getSheetId());
  }

  GetFirst(visibleOnly: unknown): Worksheet {
    return this.#end(this.items(), optional(visibleOnly, boolean, false));
  }

  GetLast(visibleOnly: unknown): Worksheet {
    return this.#end(this.items().reverse(), optional(visibleOnly, boolean, false));
  }

  override GetCount(visibleOnly?: unknown): number {
    return this.#visible(this.items(), optional(visibleOnly, boolean, false)).length;
  }

  #visible(sheets: Worksheet[], visibleOnly: boolean): Worksheet[] {
    const { book } = this.model;
    return visibleOnly
      ? sheets.filter(({ sheetId }) => book.worksheet(sheetId).isSheetHidden() !== BooleanNumber.TRUE)
      : sheets;
  }

  #end(sheets: Worksheet[], visibleOnly: boolean): Worksheet {
    const [first] = this.#visible(sheets, visibleOnly);
    if (!first) throw new HostError("ItemNotFound", "There is no such worksheet.");
    return first;
  }

  #freeName(): string {
    const { workbook } = this.model.book;
    let number = workbook.getSheetSize() + 1;
    while (workbook.getSheetBySheetName(`Sheet${number}`)) number++;
    return `Sheet${number}`;
  }
}

defineEventMethods(Worksheets, { ...WORKSHEET_EVENTS, ...COLLECTION_EVENTS });
