import { editDistance, isSubsequence } from "./distance";
import { Memory } from "./memory";
import { AUXILIARY, IDLE_REMARKS, VARIANTS } from "./variants";
import { readWording, type Wording } from "./wording";

/** One official label and what it names. */
export interface Entry<Value> {
  /** As printed. */
  official: string;
  wording: Wording;
  value: Value;
}

export interface Match<Value> {
  entry: Entry<Value>;
  /** Whether the text says something else than the official label, beyond the way of writing. */
  isAltered: boolean;
}

/** A text that is close to several labels. */
export interface Unclear<Value> {
  near: readonly Entry<Value>[];
}

const NUMERALS = "零一二三四五六七八九";
const NUMERAL = /^[一二三四五六七八九]./;

const MOST_ASKED = 500;

/** One error for every four characters. */
const errorsAllowed = (core: string) => Math.floor(core.length / 4);

/** Official labels of one kind, found by what they say. */
export class Vocabulary<Value> {
  readonly entries: readonly Entry<Value>[];
  /** Every label, whole and without what stands in brackets. */
  readonly #spellings: readonly { entry: Entry<Value>; official: string }[];
  readonly #byCore = new Map<string, Entry<Value>>();
  readonly #byBare = new Map<string, Entry<Value> | null>();
  /** Texts of one sheet are asked for again and again; the last ones are kept. */
  readonly #asked = new Memory<string, Match<Value> | Unclear<Value> | null>(MOST_ASKED);

  /** Labels that say the same are one entry, whose value is that of the first. */
  constructor(labels: Iterable<readonly [official: string, value: Value]>) {
    for (const [official, value] of labels) {
      const wording = readWording(official);
      if (!this.#byCore.has(wording.core)) this.#byCore.set(wording.core, { official, wording, value });
    }
    this.entries = [...this.#byCore.values()];
    this.#spellings = this.entries.flatMap((entry) =>
      [...new Set([entry.wording.core, entry.wording.bare])].map((official) => ({ entry, official })),
    );
    for (const entry of this.entries) {
      const { bare } = entry.wording;
      this.#byBare.set(bare, this.#byBare.has(bare) ? null : entry);
    }
  }

  has(core: string): boolean {
    return this.#byCore.has(core);
  }

  find(wording: Wording): Match<Value> | null {
    const exact = this.#byCore.get(wording.core);
    if (exact) return { entry: exact, isAltered: !agrees(exact.wording.ordinal, wording.ordinal) };
    const variant = this.#byCore.get(VARIANTS.get(wording.core) ?? VARIANTS.get(wording.bare) ?? "");
    if (variant) return { entry: variant, isAltered: true };
    // 四结转下年度继续办理: a number in front with nothing behind it.
    const unnumbered = NUMERAL.test(wording.core) ? this.#byCore.get(wording.core.slice(1)) : undefined;
    if (unnumbered) {
      const ordinal = NUMERALS.indexOf(wording.core[0]!);
      return { entry: unnumbered, isAltered: !agrees(unnumbered.wording.ordinal, ordinal) };
    }
    const bare = wording.bare === "" ? null : (this.#byBare.get(wording.bare) ?? null);
    if (!bare) return null;
    const isIdle = wording.remarks.length > 0 && wording.remarks.every((remark) => IDLE_REMARKS.has(remark));
    return { entry: bare, isAltered: !isIdle };
  }

  /** The label that a text which `find` does not know is probably meant for; told only when no other is as likely. */
  findNear(wording: Wording): Match<Value> | Unclear<Value> | null {
    const candidates = [wording.core, wording.bare];
    for (const core of candidates) {
      if (core.length < 3 || AUXILIARY.has(core)) continue;
      const near = this.#asked.recall(core, () => this.#near(core));
      if (near) return near;
    }
    return null;
  }

  #near(core: string): Match<Value> | Unclear<Value> | null {
    const scored = this.#spellings
      .flatMap(({ entry, official }) => {
        const limit = Math.max(errorsAllowed(official), errorsAllowed(core));
        const distance = editDistance(core, official, limit + 1);
        if (distance > limit + 1) return [];
        return [{ entry, distance, limit, isWhole: isSubsequence(core, official) || isSubsequence(official, core) }];
      })
      .sort((a, b) => a.distance - b.distance);
    const [best] = scored;
    if (!best || best.distance > best.limit) return null;
    const others = scored.filter(({ entry }) => entry !== best.entry);
    const rival = others.find(({ distance, isWhole }) =>
      best.isWhole && !isWhole ? distance <= best.distance : distance <= best.distance + 1,
    );
    if (!rival) return { entry: best.entry, isAltered: true };
    return {
      near: [best.entry, ...others.filter(({ distance, limit }) => distance <= limit).map(({ entry }) => entry)],
    };
  }
}

function agrees(official: number | null, found: number | null): boolean {
  return official === null || found === null || official === found;
}
