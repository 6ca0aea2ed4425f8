import { IDefinedNamesService } from "@univerjs/engine-formula";
import type { IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import {
  InsertDefinedNameCommand,
  RemoveDefinedNameCommand,
  SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  SetDefinedNameCommand,
} from "@univerjs/sheets";
import { formatAbsolute, formatSheetName, parseArea, parseReference } from "../addresses";
import { boolean, optional, text } from "../arguments";
import { HostError } from "../host-error";
import { HostCollection, HostObject } from "../host-object";
import type { Model } from "./model";
import { Range } from "./range";
import { RangeNavigation } from "./range-navigation";
import { Worksheet } from "./worksheet";

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u;

/** `Excel.NamedItemCollection`: the names of the workbook (`sheetId` null) or those of one sheet. */
export class NamedItems extends HostCollection<NamedItem> {
  override readonly typeName = "NamedItemCollection";

  constructor(
    readonly model: Model,
    readonly sheetId: string | null,
  ) {
    super();
  }

  override items(): NamedItem[] {
    const { book } = this.model;
    const all = book.grid.injector.get(IDefinedNamesService).getDefinedNameMap(book.unitId) ?? {};
    const scope = this.sheetId ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME;
    return Object.values(all)
      .filter(({ localSheetId = SCOPE_WORKBOOK_VALUE_DEFINED_NAME }) => localSheetId === scope)
      .map(({ id }) => new NamedItem(this.model, id));
  }

  override find(key: unknown): NamedItem | null {
    return this.items().find(({ Name }) => Name.toLowerCase() === text(key).toLowerCase()) ?? null;
  }

  /** Names a range or a formula. */
  Add(name: unknown, reference: unknown, comment: unknown): NamedItem {
    const { book } = this.model;
    const given = text(name);
    if (!NAME.test(given) || parseArea(given)) throw new HostError("InvalidArgument", `"${given}" cannot be a name.`);
    if (this.find(given)) throw new HostError("ItemAlreadyExists", `There is a name "${given}" already.`);
    const id = crypto.randomUUID();
    book.execute(InsertDefinedNameCommand, {
      id,
      unitId: book.unitId,
      name: given,
      formulaOrRefString: this.#formula(reference),
      comment: optional(comment, text, ""),
      localSheetId: this.sheetId ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
    });
    return new NamedItem(this.model, id);
  }

  #formula(reference: unknown): string {
    if (reference instanceof RangeNavigation) {
      const sheet = formatSheetName(this.model.book.worksheet(reference.sheetId).getName());
      return `${sheet}!${formatAbsolute(reference.area)}`;
    }
    const given = text(reference);
    const { sheet, address } = parseReference(given);
    const area = parseArea(address);
    // a reference stands without "=", any other formula with it
    return sheet !== null && area ? `${formatSheetName(sheet)}!${formatAbsolute(area)}` : given;
  }
}

/** `Excel.NamedItem`. */
export class NamedItem extends HostObject {
  override readonly typeName = "NamedItem";

  constructor(
    readonly model: Model,
    readonly id: string,
  ) {
    super();
  }

  override identity(): Record<string, string> {
    return { _Id: this.Name };
  }

  override get optionalObjects(): readonly string[] {
    return ["Worksheet", "WorksheetOrNullObject"];
  }

  get _Id(): string {
    return this.Name;
  }

  get Name(): string {
    return this.#entry.name;
  }

  get Formula(): string {
    const { formulaOrRefString } = this.#entry;
    return formulaOrRefString.startsWith("=") ? formulaOrRefString : `=${formulaOrRefString}`;
  }

  set Formula(value: unknown) {
    this.#change({ formulaOrRefString: text(value).replace(/^=(?=[^=]*!)/, "") });
  }

  get Value(): string {
    return this.Formula.slice(1);
  }

  get Type(): "Range" | "String" {
    return this.GetRangeOrNullObject() ? "Range" : "String";
  }

  get Comment(): string {
    return this.#entry.comment ?? "";
  }

  set Comment(value: unknown) {
    this.#change({ comment: text(value) });
  }

  get Visible(): boolean {
    return this.#entry.hidden !== true;
  }

  set Visible(value: unknown) {
    this.#change({ hidden: !boolean(value) });
  }

  get Scope(): "Workbook" | "Worksheet" {
    return this.#scope === null ? "Workbook" : "Worksheet";
  }

  get Worksheet(): Worksheet {
    const sheet = this.WorksheetOrNullObject;
    if (!sheet) throw new HostError("InvalidOperation", `${this.Name} is a name of the workbook.`);
    return sheet;
  }

  get WorksheetOrNullObject(): Worksheet | null {
    return this.#scope === null ? null : new Worksheet(this.model, this.#scope);
  }

  GetRange(): Range {
    const range = this.GetRangeOrNullObject();
    if (!range) throw new HostError("InvalidOperation", `${this.Name} does not stand for a range.`);
    return range;
  }

  GetRangeOrNullObject(): Range | null {
    const { sheet, address } = parseReference(this.#entry.formulaOrRefString);
    const area = parseArea(address);
    const named = sheet === null ? null : this.model.book.workbook.getSheetBySheetName(sheet);
    return named && area ? Range.of(this.model, named.getSheetId(), area) : null;
  }

  Delete(): void {
    const { book } = this.model;
    book.execute(RemoveDefinedNameCommand, { ...this.#entry, unitId: book.unitId });
  }

  get #scope(): string | null {
    const { localSheetId = SCOPE_WORKBOOK_VALUE_DEFINED_NAME } = this.#entry;
    return localSheetId === SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? null : localSheetId;
  }

  get #entry(): IDefinedNamesServiceParam {
    const { book } = this.model;
    const entry = book.grid.injector.get(IDefinedNamesService).getValueById(book.unitId, this.id);
    if (!entry) throw new HostError("ItemNotFound", "The name was deleted.");
    return entry;
  }

  #change(change: Partial<IDefinedNamesServiceParam>): void {
    const { book } = this.model;
    book.execute(SetDefinedNameCommand, { ...this.#entry, ...change, unitId: book.unitId });
  }
}
