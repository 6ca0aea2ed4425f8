import { ConfirmedCells } from "../record/confirmed-cells";
import { ExplanationBook } from "../record/explanation-book";
import type { CheckOptions } from "../rules/check";
import { summarise } from "../rules/workbook";
import type { AppState } from "./state";

export const DEFAULT_OPTIONS: CheckOptions = { blankIsZero: false };

const START: AppState = {
  phase: "starting",
  options: DEFAULT_OPTIONS,
  name: "",
  tables: [],
  reports: [],
  comparison: null,
  summary: summarise([]),
  repairs: new Map(),
  isReviewing: false,
  isStale: false,
  isManual: false,
  cutSheets: [],
  record: { explanations: ExplanationBook.EMPTY, confirmed: ConfirmedCells.EMPTY, problem: null, seal: null, lost: [] },
  running: null,
  progress: null,
  done: null,
  stopped: null,
  failure: null,
  limits: [],
};

/** Holds the state and tells when it changes. */
export class Store {
  #state = START;
  readonly #listeners = new Set<() => void>();

  get state(): AppState {
    return this.#state;
  }

  set(change: Partial<AppState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
