import { text } from "../arguments";
import { KeptValue, KeyValues, recordStore } from "./key-values";
import type { Model } from "./model";

/** `Excel.WorksheetCustomPropertyCollection`. */
export class SheetCustomProperties extends KeyValues<SheetCustomProperty> {
  override readonly typeName = "WorksheetCustomPropertyCollection";

  constructor(model: Model, sheetId: string) {
    super(
      recordStore(
        () => (model.book.sheetExtras(sheetId).customProperties ??= {}),
        () => model.book.touch(),
        text,
      ),
    );
  }

  protected override entry(key: string): SheetCustomProperty {
    return new SheetCustomProperty(this.store, key);
  }
}

export class SheetCustomProperty extends KeptValue {
  override readonly typeName = "WorksheetCustomProperty";
}
