import { KeptValue, KeyValues, recordStore } from "./key-values";
import type { Model } from "./model";

/** `Excel.SettingCollection`: settings of add-ins that are saved with the workbook. */
export class Settings extends KeyValues<Setting> {
  override readonly typeName = "SettingCollection";

  constructor(model: Model) {
    super(
      recordStore<unknown>(
        () => model.book.extras.settings,
        () => model.book.touch(),
        (value) => value,
      ),
    );
  }

  protected override entry(key: string): Setting {
    return new Setting(this.store, key);
  }
}

export class Setting extends KeptValue {
  override readonly typeName = "Setting";
}
