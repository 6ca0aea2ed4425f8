import { HostError } from "./host-error";
import { callMember, HostCollection, HostObject, readMember } from "./host-object";
import { type ArgumentInfo, type ObjectPath, PathType, type ReferencedPaths } from "./wire";

/** Stands for an object that does not exist (`isNullObject` of the client); whatever is asked of it does not exist either. */
export const NULL_OBJECT = Symbol("null object");
export type Resolved = HostObject | typeof NULL_OBJECT;

/** Where the paths of a batch begin. */
export interface PathRoots {
  root(): HostObject;
  /** A new object of one of the server's own types. */
  create(typeName: string): HostObject;
  kept(reference: string): HostObject;
}

/** The objects of one batch. A path is followed when it is first needed and never twice: `worksheets.add()` adds one sheet. */
export class ObjectPaths {
  readonly #paths: Record<string, ObjectPath>;
  readonly #roots: PathRoots;
  readonly #resolved = new Map<number, Resolved>();

  constructor(paths: Record<string, ObjectPath>, roots: PathRoots) {
    this.#paths = paths;
    this.#roots = roots;
  }

  async resolve(id: number): Promise<Resolved> {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const path = this.#paths[id];
    if (!path) throw new HostError("InvalidReference", `Unknown object path ${id}.`);
    const object = await this.#follow(path);
    this.#resolved.set(id, object);
    return object;
  }

  /** Forgets an object that the batch does not use any more. */
  forget(id: number): void {
    this.#resolved.delete(id);
  }

  /** The arguments of an action or path, each id of an object replaced by the object; a null object becomes null. */
  async arguments(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const references = info?.ReferencedObjectPathIds ?? [];
    const values: unknown[] = [];
    for (const [i, value] of (info?.Arguments ?? []).entries()) values.push(await this.#argument(value, references[i]));
    return values;
  }

  async #argument(value: unknown, reference: number | ReferencedPaths | undefined): Promise<unknown> {
    if (typeof reference === "number" && reference > 0) return this.#object(reference);
    if (Array.isArray(reference) && Array.isArray(value)) {
      return Promise.all(value.map((entry, i) => this.#argument(entry, (reference as ReferencedPaths)[i])));
    }
    // a proxy inside a plain object travels as its path id alone (the range that a validation list takes its items from)
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const { _ObjectPathId: id } = value as { _ObjectPathId?: unknown };
    if (typeof id === "number") return this.#object(id);
    const entries: [string, unknown][] = [];
    for (const [key, entry] of Object.entries(value)) entries.push([key, await this.#argument(entry, undefined)]);
    return Object.fromEntries(entries);
  }

  async #object(id: number): Promise<HostObject | null> {
    const object = await this.resolve(id);
    return object === NULL_OBJECT ? null : object;
  }

  async #follow(path: ObjectPath): Promise<Resolved> {
    switch (path.ObjectPathType) {
      case PathType.GlobalObject:
        return this.#roots.root();
      case PathType.NewObject:
        return this.#roots.create(path.Name);
      case PathType.ReferenceId:
        return this.#roots.kept(path.Name);
      case PathType.NullObject:
        return NULL_OBJECT;
      case PathType.Property:
      case PathType.Method:
      case PathType.Indexer:
        return this.#step(path, await this.resolve(path.ParentObjectPathId ?? 0));
      default:
        throw new HostError("ApiNotFound", `Object path type ${String(path.ObjectPathType)}.`);
    }
  }

  async #step(path: ObjectPath, parent: Resolved): Promise<Resolved> {
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    const next = await this.#member(path, parent);
    if (next === null) return NULL_OBJECT;
    if (next instanceof HostObject) return next;
    throw new HostError("ApiNotFound", `${parent.typeName}.${path.Name} is not an object.`);
  }

  async #member(path: ObjectPath, parent: HostObject): Promise<unknown> {
    if (path.ObjectPathType === PathType.Property) return readMember(parent, path.Name);
    const args = await this.arguments(path.ArgumentInfo);
    if (path.ObjectPathType === PathType.Method) return callMember(parent, path.Name, args);
    if (parent instanceof HostCollection) return parent.item(args[0]);
    throw new HostError("ApiNotFound", `${parent.typeName} has no items.`, `${parent.typeName}.getItem`);
  }
}
