import { text } from "../arguments";
import { HostError } from "../host-error";
import { HostCollection, HostObject } from "../host-object";

/** Where named values are kept: document properties, settings, properties of a sheet. */
export interface ValueStore {
  keys(): string[];
  read(key: string): unknown;
  write(key: string, value: unknown): void;
  remove(key: string): void;
}

/** A collection of named values; adding a key that is there already replaces its value, as in Excel. */
export abstract class KeyValues<Item extends HostObject> extends HostCollection<Item> {
  constructor(readonly store: ValueStore) {
    super();
  }

  protected abstract entry(key: string): Item;

  override items(): Item[] {
    return this.store.keys().map((key) => this.entry(key));
  }

  override find(key: unknown): Item | null {
    const wanted = text(key).toLowerCase();
    const found = this.store.keys().find((candidate) => candidate.toLowerCase() === wanted);
    return found === undefined ? null : this.entry(found);
  }

  Add(key: unknown, value: unknown): Item {
    const name = text(key);
    if (name === "") throw new HostError("InvalidArgument", "The key is empty.");
    const known = this.store.keys().find((candidate) => candidate.toLowerCase() === name.toLowerCase()) ?? name;
    this.store.write(known, value);
    return this.entry(known);
  }
}

export abstract class KeyValue extends HostObject {
  constructor(
    readonly store: ValueStore,
    readonly key: string,
  ) {
    super();
  }

  get Key(): string {
    return this.key;
  }

  Delete(): void {
    this.read();
    this.store.remove(this.key);
  }

  protected read(): unknown {
    if (!this.store.keys().includes(this.key)) throw new HostError("ItemNotFound", `No "${this.key}".`);
    return this.store.read(this.key);
  }
}

/** One whose value is kept as it was given, and that goes by its key. */
export abstract class KeptValue extends KeyValue {
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

/** A store over a plain object of the extras. */
export function recordStore<Value>(
  record: () => Record<string, Value>,
  touch: () => void,
  check: (value: unknown) => Value,
): ValueStore {
  return {
    keys: () => Object.keys(record()),
    read: (key) => record()[key],
    write: (key, value) => {
      record()[key] = check(value);
      touch();
    },
    remove: (key) => {
      delete record()[key];
      touch();
    },
  };
}
