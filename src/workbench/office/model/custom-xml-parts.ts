import { SaxesParser } from "saxes";
import { text } from "../arguments";
import { HostError } from "../host-error";
import { HostCollection, HostObject } from "../host-object";
import type { Model } from "./model";

/** The namespace of an XML document's root element; an error if it is no XML. */
function namespaceOf(xml: string): string {
  let namespace: string | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ uri }) => (namespace ??= uri));
  parser.on("error", (error) => {
    throw new HostError("InvalidArgument", `The part is no well-formed XML: ${error.message}.`);
  });
  parser.write(xml).close();
  return namespace ?? "";
}

abstract class XmlParts extends HostCollection<CustomXmlPart> {
  constructor(readonly model: Model) {
    super();
  }

  override find(key: unknown): CustomXmlPart | null {
    return this.items().find(({ id }) => id.toLowerCase() === text(key).toLowerCase()) ?? null;
  }
}

/** `Excel.CustomXmlPartCollection`. */
export class CustomXmlParts extends XmlParts {
  override readonly typeName = "CustomXmlPartCollection";

  override items(): CustomXmlPart[] {
    return Object.keys(this.model.book.extras.customXmlParts).map((id) => new CustomXmlPart(this.model, id));
  }

  Add(xml: unknown): CustomXmlPart {
    const content = text(xml);
    namespaceOf(content);
    const id = `{${crypto.randomUUID().toUpperCase()}}`;
    this.model.book.extras.customXmlParts[id] = content;
    this.model.book.touch();
    return new CustomXmlPart(this.model, id);
  }

  GetByNamespace(namespace: unknown): XmlParts {
    return new ScopedXmlParts(this.model, text(namespace));
  }
}

/** `Excel.CustomXmlPartScopedCollection`: the parts of one namespace. */
export class ScopedXmlParts extends XmlParts {
  override readonly typeName = "CustomXmlPartScopedCollection";

  constructor(
    model: Model,
    private readonly namespace: string,
  ) {
    super(model);
  }

  override items(): CustomXmlPart[] {
    return new CustomXmlParts(this.model).items().filter((part) => part.NamespaceUri === this.namespace);
  }

  GetOnlyItem(): CustomXmlPart {
    const only = this.GetOnlyItemOrNullObject();
    if (!only) throw new HostError("ItemNotFound", `There is not exactly one part of ${this.namespace}.`);
    return only;
  }

  GetOnlyItemOrNullObject(): CustomXmlPart | null {
    const [first, ...others] = this.items();
    return first && others.length === 0 ? first : null;
  }
}

/** `Excel.CustomXmlPart`. */
export class CustomXmlPart extends HostObject {
  override readonly typeName = "CustomXmlPart";

  constructor(
    readonly model: Model,
    readonly id: string,
  ) {
    super();
  }

  override identity(): Record<string, string> {
    return { Id: this.id };
  }

  get Id(): string {
    return this.id;
  }

  get NamespaceUri(): string {
    return namespaceOf(this.#xml);
  }

  GetXml(): string {
    return this.#xml;
  }

  SetXml(xml: unknown): void {
    const content = text(xml);
    namespaceOf(content);
    this.#require();
    this.model.book.extras.customXmlParts[this.id] = content;
    this.model.book.touch();
  }

  Delete(): void {
    this.#require();
    delete this.model.book.extras.customXmlParts[this.id];
    this.model.book.touch();
  }

  get #xml(): string {
    return this.#require();
  }

  #require(): string {
    const xml = this.model.book.extras.customXmlParts[this.id];
    if (xml === undefined) throw new HostError("ItemNotFound", `The XML part ${this.id} was deleted.`);
    return xml;
  }
}
