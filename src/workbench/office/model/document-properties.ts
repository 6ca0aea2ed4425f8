import { number, text } from "../arguments";
import { HostError } from "../host-error";
import { HostObject } from "../host-object";
import { definePlainProperties, type PlainProperty } from "../plain-properties";
import { KeyValue, KeyValues, recordStore } from "./key-values";
import type { Model } from "./model";

/** `Excel.DocumentProperties`. */
export class DocumentProperties extends HostObject {
  override readonly typeName = "DocumentProperties";

  constructor(readonly model: Model) {
    super();
  }

  get Custom(): CustomProperties {
    return new CustomProperties(this.model);
  }

  get CreationDate(): string | null {
    return this.model.book.extras.properties["creationDate"] ?? null;
  }

  get LastAuthor(): string {
    return this.model.book.extras.properties["lastAuthor"] ?? "";
  }

  get RevisionNumber(): number {
    return Number(this.model.book.extras.properties["revisionNumber"] ?? 0);
  }

  set RevisionNumber(value: unknown) {
    this.write("revisionNumber", String(number(value)));
  }

  write(name: string, value: string): void {
    this.model.book.extras.properties[name] = value;
    this.model.book.touch();
  }
}

const property = (name: string): PlainProperty<DocumentProperties> => ({
  get: ({ model }) => model.book.extras.properties[name] ?? "",
  set: (owner, value) => owner.write(name, text(value)),
});

definePlainProperties(DocumentProperties, {
  Title: property("title"),
  Subject: property("subject"),
  Author: property("author"),
  Keywords: property("keywords"),
  Comments: property("comments"),
  Category: property("category"),
  Manager: property("manager"),
  Company: property("company"),
});

type Stored = string | number | boolean | { date: string };

/** Office.js sends a date as ISO 8601 text of this form. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

function stored(value: unknown): Stored {
  if (typeof value === "string") return ISO_DATE.test(value) ? { date: value } : value;
  if (typeof value === "number" || typeof value === "boolean") return value;
  throw new HostError("InvalidArgument", `${JSON.stringify(value) ?? "nothing"} cannot be a custom property.`);
}

/** `Excel.CustomPropertyCollection`. */
export class CustomProperties extends KeyValues<CustomProperty> {
  override readonly typeName = "CustomPropertyCollection";

  constructor(model: Model) {
    super(
      recordStore<Stored>(
        () => model.book.extras.customProperties,
        () => model.book.touch(),
        stored,
      ),
    );
  }

  protected override entry(key: string): CustomProperty {
    return new CustomProperty(this.store, key);
  }

  DeleteAll(): void {
    for (const key of this.store.keys()) this.store.remove(key);
  }
}

export class CustomProperty extends KeyValue {
  override readonly typeName = "CustomProperty";

  override identity(): Record<string, string> {
    return { Id: this.key };
  }

  get Value(): unknown {
    const value = this.read() as Stored;
    return typeof value === "object" ? value.date : value;
  }

  set Value(value: unknown) {
    this.store.write(this.key, value);
  }

  get Type(): "Number" | "Boolean" | "Date" | "String" {
    const value = this.read() as Stored;
    if (typeof value === "object") return "Date";
    return typeof value === "number" ? "Number" : typeof value === "boolean" ? "Boolean" : "String";
  }
}
