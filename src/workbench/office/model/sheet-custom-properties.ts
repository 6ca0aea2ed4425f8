import { text } from "../arguments";
import { KeyValue, KeyValues, recordStore } from "./key-values";
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

export class SheetCustomProperty extends KeyValue {
  override readonly typeName = "WorksheetCustomProperty";

  override identity(): Record<string, string> {
    return { _Id: this.key };
  }

  get _Id(): string {
    return this.key;
  }

  get Value(): unknown {
    return this.read();
  }

  set Value(value: unknown) {
    this.store.write(this.key, value);
  }
}
