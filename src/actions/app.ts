import type { LastYear } from "../batch/units/last-year";
import { findLimits } from "../excel/capabilities";
import { Monitor } from "../excel/monitor/monitor";
import { whenReady } from "../excel/ready";
import { STOPPABLE, type ActionId, type ActionTypes, type App, type StoppableId } from "./action";
import { makeActions, type Actions } from "./actions";
import { failureOf, StoppedError } from "./errors";
import { RecordDesk } from "./record-desk";
import { Repairs } from "./repairs";
import { DEFAULT_OPTIONS, Store } from "./store";
import type { AppState } from "./state";
import type { AppTexts } from "./texts";
import { Years } from "./years";

class RunningApp implements App {
  readonly #store = new Store();
  readonly #monitor: Monitor;
  readonly #repairs: Repairs;
  readonly #years: Years;
  readonly #actions: Actions;
  /** Whether the choices that the workbook's own flags follow were taken over. */
  #hasAdopted = false;
  #last: Promise<unknown> = Promise.resolve();
  /** Stops the action that runs. */
  #abort: AbortController | null = null;

  constructor(texts: AppTexts, { isReviewing }: Habits) {
    const store = this.#store;
    store.set({ limits: findLimits(), isReviewing });
    const onError = (error: unknown) => store.set({ failure: failureOf(error, null) });
    const record = new RecordDesk(store, () => texts.stamp.digest);
    const repairs = new Repairs(store, onError);
    const years = new Years(store);
    this.#repairs = repairs;
    this.#years = years;
    this.#monitor = new Monitor(DEFAULT_OPTIONS, {
      onRecord: (raw) => record.take(raw),
      onTables: (view) => {
        store.set({ ...years.join(view), phase: "ready" });
        record.show(view.tables).catch(onError);
        repairs.update();
      },
      onReport: (grid) => void record.takeReport(grid).catch(onError),
      onMarks: (blankIsZero) => this.#adopt(blankIsZero),
      onWorkbook: (workbook) => store.set(workbook),
      onStale: (isStale) => store.set({ isStale }),
      onError,
    });
    this.#actions = makeActions({ monitor: this.#monitor, record, repairs, store, texts });
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

  stop(): void {
    const { running } = this.#store.state;
    if (running !== null && isStoppable(running)) this.#abort?.abort(new StoppedError());
  }

  setLastYear(lastYear: LastYear | null): void {
    this.#years.setLastYear(lastYear);
    this.#repairs.setLastYear(lastYear);
  }

  wake(): void {
    this.#monitor.wake();
  }

  async dispose(): Promise<void> {
    await this.#last;
    this.#repairs.dispose();
    await this.#monitor.dispose();
  }

  /** The workbook was left with flags that follow a choice: the pane begins with the same. */
  #adopt(blankIsZero: boolean | null): void {
    const isFirst = !this.#hasAdopted;
    this.#hasAdopted = true;
    if (!isFirst || blankIsZero === null) return;
    const options = { ...this.#store.state.options, blankIsZero };
    this.#store.set({ options });
    this.#monitor.setOptions(options);
  }

  async #perform<Id extends ActionId>(id: Id, input: ActionTypes[Id]["input"]): Promise<ActionTypes[Id]["output"]> {
    const abort = new AbortController();
    this.#abort = abort;
    this.#store.set({ running: id, stopped: null });
    try {
      const output = await this.#actions[id].run(input, {
        signal: abort.signal,
        // what was stopped may still be read to its end
        onProgress: (progress) => {
          if (this.#abort === abort) this.#store.set({ progress });
        },
      });
      if (this.#store.state.failure?.action === id) this.dismissFailure();
      this.#store.set({ done: { action: id, output } });
      return output;
    } catch (error) {
      if (error instanceof StoppedError && isStoppable(id)) {
        this.#store.set({ stopped: { action: id, ...error.stopped } });
      } else this.#store.set({ failure: failureOf(error, id) });
      throw error;
    } finally {
      this.#abort = null;
      this.#store.set({ running: null, progress: null });
    }
  }
}

const isStoppable = (id: ActionId): id is StoppableId => (STOPPABLE as readonly ActionId[]).includes(id);

/** What a person chose earlier, on this machine. */
export type Habits = Pick<AppState, "isReviewing">;

const NO_HABITS: Habits = { isReviewing: false };

/**
 * Starts the add-in: waits for Office, then reads the workbook and watches it.
 * @param texts the words that are written into the workbook
 * @throws NotInExcelError
 */
export async function createApp(texts: AppTexts, habits = NO_HABITS): Promise<App> {
  await whenReady();
  return new RunningApp(texts, habits);
}
