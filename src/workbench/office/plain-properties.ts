import type { HostObject } from "./host-object";

/** How a property that is a value is read and, where it can be, set. */
export interface PlainProperty<Owner> {
  get: (this: void, owner: Owner) => unknown;
  set?: (this: void, owner: Owner, value: unknown) => void;
}

/** Gives a class of the object model properties from a table of wire names. */
export function definePlainProperties<Owner extends HostObject>(
  owner: { prototype: Owner },
  table: Record<string, PlainProperty<NoInfer<Owner>>>,
): void {
  for (const [name, property] of Object.entries(table)) {
    const { get, set } = property;
    Object.defineProperty(owner.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: Owner) {
        return get(this);
      },
      set: set
        ? function (this: Owner, value: unknown) {
            set(this, value);
          }
        : undefined,
    });
  }
}
