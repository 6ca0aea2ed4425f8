/** Keeps what was worked out for the last keys: texts and layouts of one batch come again and again. */
export class Memory<Key, Value> {
  readonly #known = new Map<Key, Value>();

  constructor(private readonly most: number) {}

  get(key: Key): Value | undefined {
    return this.#known.get(key);
  }

  keep(key: Key, value: Value): void {
    if (this.#known.size >= this.most) this.#known.clear();
    this.#known.set(key, value);
  }

  recall(key: Key, make: () => Value): Value {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.keep(key, made);
    return made;
  }
}
