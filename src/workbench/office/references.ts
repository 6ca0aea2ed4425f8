import { HostError } from "./host-error";
import type { KeptObject } from "./host-object";

/** The objects that clients keep from batch to batch, by the ids that clients know them by. */
export class References {
  readonly #objects = new Map<string, KeptObject>();
  #last = 0;

  keep(object: KeptObject): void {
    if (object.reference !== null) return;
    object.reference = `${object.typeName}#${++this.#last}`;
    object.hold();
    this.#objects.set(object.reference, object);
  }

  get(reference: string): KeptObject {
    const object = this.#objects.get(reference);
    if (!object) throw new HostError("InvalidReference", `Nothing is kept as "${reference}".`);
    return object;
  }

  remove(reference: string): void {
    const object = this.#objects.get(reference);
    if (!object) return;
    this.#objects.delete(reference);
    object.reference = null;
    object.release();
  }

  /** Number of objects kept. */
  get size(): number {
    return this.#objects.size;
  }
}
