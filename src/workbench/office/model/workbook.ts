import { boolean, text } from "../arguments";
import { HostError } from "../host-error";
import { HostObject } from "../host-object";
import { Application } from "./application";
import { CustomXmlParts } from "./custom-xml-parts";
import { DocumentProperties } from "./document-properties";
import type { Model } from "./model";
import { NamedItems } from "./named-items";
import { Range } from "./range";
import { RangeAreas } from "./range-areas";
import { activeCell, selectedAreas } from "./selection";
import { Settings } from "./settings";
import { WorkbookProtection } from "./workbook-protection";
import { Worksheets } from "./worksheets";

/** `Excel.Workbook`, where all paths begin. */
export class Workbook extends HostObject {
  override readonly typeName = "Workbook";

  constructor(readonly model: Model) {
    super();
  }

  get Name(): string {
    return this.model.book.surroundings.documentName();
  }

  get ReadOnly(): boolean {
    return false;
  }

  get Application(): Application {
    return new Application(this.model);
  }

  get Worksheets(): Worksheets {
    return new Worksheets(this.model);
  }

  get Names(): NamedItems {
    return new NamedItems(this.model, null);
  }

  get Properties(): DocumentProperties {
    return new DocumentProperties(this.model);
  }

  get CustomXmlParts(): CustomXmlParts {
    return new CustomXmlParts(this.model);
  }

  get Protection(): WorkbookProtection {
    return new WorkbookProtection(this.model);
  }

  get Settings(): Settings {
    return new Settings(this.model);
  }

  get _Runtime(): Runtime {
    return new Runtime(this.model);
  }

  /** The last of the selected areas; all cells of it. */
  GetSelectedRange(): Range {
    const areas = selectedAreas(this.model, this.#activeId);
    const [area] = areas;
    if (!area || areas.length > 1) throw new HostError("InvalidOperation", "Several areas are selected.");
    return Range.of(this.model, this.#activeId, area);
  }

  GetSelectedRanges(): RangeAreas {
    return RangeAreas.of(this.model, this.#activeId, selectedAreas(this.model, this.#activeId));
  }

  GetActiveCell(): Range {
    return Range.of(this.model, this.#activeId, activeCell(this.model, this.#activeId));
  }

  _GetRangeForEventByReferenceId(id: unknown): Range {
    const range = this._GetRangeOrNullObjectForEventByReferenceId(id);
    if (!range) throw new HostError("ItemNotFound", "The cells of the event do not exist any more.");
    return range;
  }

  _GetRangeOrNullObjectForEventByReferenceId(id: unknown): Range | null {
    const live = this.model.desk.recall(text(id));
    return live?.exists ? new Range(this.model, live) : null;
  }

  get #activeId(): string {
    return new Worksheets(this.model).GetActiveWorksheet().sheetId;
  }
}

/** `Excel.Runtime`. */
export class Runtime extends HostObject {
  override readonly typeName = "Runtime";

  constructor(readonly model: Model) {
    super();
  }

  get EnableEvents(): boolean {
    return this.model.desk.enabled;
  }

  set EnableEvents(value: unknown) {
    this.model.desk.enabled = boolean(value);
  }
}
