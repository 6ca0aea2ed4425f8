import { ReportError } from "./error";
import { LIMITS } from "./limits";

/** One cell, or what may be several cells run together. */
export interface Slot {
  /** As written; empty for a cell known to be blank. */
  text: string;
  /** Where its middle stands in the line, when cells are told by their position. */
  at?: number;
}

/** Texts, and the figures that follow them. All ways of writing a table as text come down to a sequence of these. */
export interface Stretch {
  /** In reading order: the last stands directly before the figures. Empty for a line of nothing but figures. */
  labels: readonly string[];
  slots: readonly Slot[];
  /** Number of the line in which it begins. */
  line: number;
}

/**
 * What the slots of a strip are.
 * `cells`: one cell each, blank ones included, perhaps with blank cells before and after.
 * `gaps`: one cell each, blank ones as far as empty lines tell.
 * `positions`: one cell each, blank ones left out, told by where the others stand.
 * `glued`: one or more cells each.
 */
export type Manner = "cells" | "gaps" | "positions" | "glued";

/** A sequence of stretches that belong to one column of text: a page, or one half of it. */
export interface Strip {
  manner: Manner;
  stretches: readonly Stretch[];
  /** The lines that the stretches were read from, for captions between tables. */
  lines: readonly string[];
  /** 0 for the whole width; 1, 2 … for parts that stand side by side. */
  pane: number;
}

/** Texts before figures that are kept: a table's header has fewer. */
const MOST_LABELS = 60;

/** Gathers texts and figures into stretches. */
export class StretchWriter {
  readonly stretches: Stretch[] = [];
  #labels: string[] = [];
  #slots: Slot[] = [];
  #line = 0;

  label(text: string, line: number): void {
    if (this.#slots.length > 0) this.flush();
    if (this.#labels.length === 0) this.#line = line;
    if (this.#labels.length === 2 * MOST_LABELS) this.#labels = this.#labels.slice(-MOST_LABELS);
    this.#labels.push(text);
  }

  slot(slot: Slot, line: number): void {
    if (this.#labels.length === 0 && this.#slots.length === 0) this.#line = line;
    this.#slots.push(slot);
  }

  /** @throws ReportError when there are more than any report has */
  flush(): void {
    if (this.#labels.length === 0 && this.#slots.every(({ text }) => text === "")) {
      this.#slots = [];
      return;
    }
    const { length } = this.stretches;
    if (length >= LIMITS.stretches) throw new ReportError("tooManyCells", { figures: length, limit: LIMITS.stretches });
    this.stretches.push({ labels: this.#labels, slots: this.#slots, line: this.#line });
    this.#labels = [];
    this.#slots = [];
  }
}
