import { HostError } from "./host-error";

/**
 * One object of Excel's object model. What travels on the wire carries its wire name: properties are accessors, methods are
 * methods, both named in PascalCase (`RowIndex`, `GetRange`, `_RegisterDataChangedEvent`). Everything else starts with a
 * lower-case letter or is private. A wire member that a class does not have answers `ApiNotFound`.
 */
export abstract class HostObject {
  /** The class's name in Office.js, for error locations. */
  abstract readonly typeName: string;

  /** Properties that are objects which this object may not have: they are not looked at when everything is loaded. */
  get optionalObjects(): readonly string[] {
    return [];
  }

  /** What an Instantiate of this object answers: `Id` or `_Id` turn the client's proxy into an indexer of its parent. */
  identity(): Record<string, string> {
    return {};
  }
}

/** An object that a client may keep over several batches, e.g. a range. */
export abstract class KeptObject extends HostObject {
  /** Set while the client keeps this object. */
  reference: string | null = null;

  override identity(): Record<string, string> {
    return this.reference === null ? {} : { _ReferenceId: this.reference };
  }

  /** Called once when the client starts to keep this object. */
  abstract hold(): void;
  /** Called once when the client lets go of it. */
  abstract release(): void;
}

export abstract class HostCollection<Item extends HostObject> extends HostObject {
  abstract items(): Item[];

  /** The item of a key, or null. */
  abstract find(key: unknown): Item | null;

  /** `getItem(key)` of the client. */
  item(key: unknown): Item {
    const item = this.find(key);
    if (!item) throw new HostError("ItemNotFound", `No item "${String(key)}".`, `${this.typeName}.getItem`);
    return item;
  }

  GetItemAt(index: unknown): Item {
    const item = typeof index === "number" ? this.items()[index] : undefined;
    if (!item) throw new HostError("InvalidArgument", `No item at ${String(index)}.`, `${this.typeName}.getItemAt`);
    return item;
  }

  GetItemOrNullObject(key: unknown): Item | null {
    return this.find(key);
  }

  GetCount(): number {
    return this.items().length;
  }
}

const WIRE_NAME = /^_?[A-Z]/;

/** The property descriptor of a wire member, or undefined if the object's class does not have it. */
function descriptorOf(object: HostObject, name: string): PropertyDescriptor | undefined {
  if (!WIRE_NAME.test(name)) return undefined;
  for (let level = object as object; level !== Object.prototype; level = Object.getPrototypeOf(level) as object) {
    const descriptor = Object.getOwnPropertyDescriptor(level, name);
    if (descriptor) return descriptor;
  }
  return undefined;
}

function missing(object: HostObject, name: string): HostError {
  const location = locationOf(object, name);
  return new HostError("ApiNotFound", `${location} is not implemented here.`, location);
}

function locationOf(object: HostObject, name: string): string {
  return `${object.typeName}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** Runs `act`; an error that does not say where it happened is said to have happened at this member. */
function located(object: HostObject, name: string, act: () => unknown): unknown {
  const locate = (error: unknown): never => {
    if (error instanceof HostError) error.location ??= locationOf(object, name);
    throw error;
  };
  try {
    const result = act();
    return result instanceof Promise ? result.catch(locate) : result;
  } catch (error) {
    return locate(error);
  }
}

export function readMember(object: HostObject, name: string): unknown {
  const descriptor = descriptorOf(object, name);
  if (!descriptor || typeof descriptor.value === "function") throw missing(object, name);
  return located(object, name, () => (object as unknown as Record<string, unknown>)[name]);
}

export function writeMember(object: HostObject, name: string, value: unknown): void {
  const descriptor = descriptorOf(object, name);
  if (!descriptor?.set && !descriptor?.writable) throw missing(object, name);
  located(object, name, () => {
    (object as unknown as Record<string, unknown>)[name] = value;
  });
}

/** The result of a method; a method whose work is asynchronous gives a promise. */
export function callMember(object: HostObject, name: string, args: readonly unknown[]): unknown {
  const descriptor = descriptorOf(object, name);
  if (typeof descriptor?.value !== "function") throw missing(object, name);
  const method = descriptor.value as (...args: unknown[]) => unknown;
  return located(object, name, () => method.apply(object, [...args]));
}

/** Names of the properties that a load without a selection answers: all that are not objects of their own. */
export function* propertyNames(object: HostObject): Generator<string> {
  const seen = new Set<string>(object.optionalObjects);
  for (let level = object as object; level !== Object.prototype; level = Object.getPrototypeOf(level) as object) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (!WIRE_NAME.test(name) || seen.has(name) || typeof descriptor.value === "function") continue;
      if (descriptor.set && !descriptor.get) continue;
      seen.add(name);
      yield name;
    }
  }
}
