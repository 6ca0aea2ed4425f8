import { findLimits } from "../excel/capabilities";
import { Monitor } from "../excel/monitor/monitor";
import { whenReady } from "../excel/ready";
import type { ActionId, ActionTypes, App } from "./action";
import { makeActions, type Actions } from "./actions";
import { failureOf } from "./errors";
import { DEFAULT_OPTIONS, Store } from "./store";
import type { AppState } from "./state";
import type { AppTexts } from "./texts";

class RunningApp implements App {
  readonly #store = new Store();
  readonly #monitor: Monitor;
  readonly #actions: Actions;
  #last: Promise<unknown> = Promise.resolve();

  constructor(texts: AppTexts) {
    const store = this.#store;
    store.set({ limits: findLimits() });
    this.#monitor = new Monitor(DEFAULT_OPTIONS, {
      onTables: (view) => store.set({ ...view, phase: "ready" }),
      onStale: (isStale) => store.set({ isStale }),
      onError: (error) => store.set({ failure: failureOf(error, null) }),
    });
    this.#actions = makeActions({ monitor: this.#monitor, store, texts });
    // what goes wrong is in the state, and is tried again
    void this.#monitor.readAll().catch(() => undefined);
  }

  getState(): AppState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  isEnabled(id: ActionId): boolean {
    return this.#actions[id].isEnabled(this.#store.state);
  }

  run<Id extends ActionId>(id: Id, input: ActionTypes[Id]["input"]): Promise<ActionTypes[Id]["output"]> {
    const result = this.#last.then(() => this.#perform(id, input));
    this.#last = result.catch(() => undefined);
    return result;
  }

  dismissFailure(): void {
    this.#store.set({ failure: null });
  }

  async dispose(): Promise<void> {
    await this.#last;
    await this.#monitor.dispose();
  }

  async #perform<Id extends ActionId>(id: Id, input: ActionTypes[Id]["input"]): Promise<ActionTypes[Id]["output"]> {
    this.#store.set({ running: id });
    try {
      const output = await this.#actions[id].run(input);
      if (this.#store.state.failure?.action === id) this.dismissFailure();
      return output;
    } catch (error) {
      this.#store.set({ failure: failureOf(error, id) });
      throw error;
    } finally {
      this.#store.set({ running: null });
    }
  }
}

/**
 * Starts the add-in: waits for Office, then reads the workbook and watches it.
 * @param texts the words that are written into the workbook
 * @throws NotInExcelError
 */
export async function createApp(texts: AppTexts): Promise<App> {
  await whenReady();
  return new RunningApp(texts);
}
