import type { FileError } from "../file-error";
import { unreadable, type FileResult } from "../file-result";
import type { FromWorker, Job, ToWorker } from "./messages";

/** A line to a running worker. */
export interface WorkerLine {
  post(message: ToWorker): void;
  /** Ends the worker at once, whatever it does. */
  end(): void;
}

export interface WorkerEvents {
  onMessage: (message: FromWorker) => void;
  /** The worker ended by itself: out of memory, or a fault that it could not report. */
  onDeath: (reason: string) => void;
}

/** Starts a worker; each platform has its own. Events come later, never while it starts. */
export type StartWorker = (events: WorkerEvents) => WorkerLine;

/** Timers, so that tests need not wait. */
export interface Clock {
  /** Returns the function that cancels. */
  after(milliseconds: number, run: () => void): () => void;
}

const CLOCK: Clock = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** What became of a job. `unchanged`: its content is the known one. */
export type JobResult = FileResult | "unchanged";

export interface PoolSettings {
  workers: number;
  start: StartWorker;
  /** Milliseconds after which a file is given up: no workbook of tables takes a hundredth of it. */
  patience?: number;
  clock?: Clock;
}

export const PATIENCE = 60_000;
/** Files that a worker has at a time: the next one waits in it, so that it is never idle. */
const IN_HAND = 2;
/** Workers that may end one after the other without having started. */
const MOST_STILLBORN = 3;

/** Workers do not start, or one has met a fault of ours. */
export class PoolError extends Error {
  override readonly name = "PoolError";
}

interface Hand {
  job: Job;
  settle: (result: JobResult) => void;
  fail: (error: Error) => void;
}

/** One worker with the files that it has, the first of which it is at. */
interface Place {
  readonly line: WorkerLine;
  isReady: boolean;
  hands: Hand[];
  stopTimer: () => void;
}

/** A number of workers that check files. A worker that dies is replaced; the file that it was at is told as unreadable. */
export class Pool {
  readonly #places = new Set<Place>();
  readonly #settings: Required<PoolSettings>;
  /** Of the last workers, how many ended before they were ready. */
  #stillborn = 0;

  constructor(settings: PoolSettings) {
    this.#settings = { patience: PATIENCE, clock: CLOCK, ...settings };
  }

  /** How many files may be under way. */
  get room(): number {
    return this.#settings.workers * IN_HAND;
  }

  /** Checks one file. At most `room` at a time. @throws PoolError, and what a worker could not do by a fault of ours */
  check(job: Job): Promise<JobResult> {
    return new Promise((settle, fail) => this.#give({ job, settle, fail }));
  }

  /** Ends all workers. What is under way never settles. */
  end(): void {
    for (const place of this.#places) this.#dismiss(place);
  }

  #give(hand: Hand): void {
    const place = this.#idlest();
    place.hands.push(hand);
    place.line.post({ type: "check", job: hand.job });
    if (place.hands.length === 1) this.#watch(place);
  }

  #idlest(): Place {
    const [idlest] = [...this.#places].sort((a, b) => a.hands.length - b.hands.length);
    const isFull = this.#places.size >= this.#settings.workers;
    return idlest && (isFull || idlest.hands.length === 0) ? idlest : this.#hire();
  }

  #hire(): Place {
    const line = this.#settings.start({
      onMessage: (message) => this.#take(place, message),
      onDeath: (reason) => this.#bury(place, "WorkerDied", { reason }),
    });
    const place: Place = { line, isReady: false, hands: [], stopTimer: () => undefined };
    this.#places.add(place);
    return place;
  }

  #watch(place: Place): void {
    place.stopTimer();
    const { clock, patience } = this.#settings;
    if (place.hands.length === 0) return;
    place.stopTimer = clock.after(patience, () => this.#bury(place, "TooSlow", { seconds: patience / 1000 }));
  }

  #take(place: Place, message: FromWorker): void {
    if (!this.#places.has(place)) return;
    place.isReady = true;
    this.#stillborn = 0;
    if (message.type === "ready") return;
    const hand = place.hands.shift();
    if (hand?.job.id !== message.id) throw new PoolError(`an answer to ${message.id} where ${hand?.job.id} was asked`);
    this.#watch(place);
    if (message.type === "failed") hand.fail(new PoolError(`${hand.job.file}: ${message.message}`));
    else hand.settle(message.type === "checked" ? message.result : "unchanged");
  }

  /** Tells what the worker was at as unreadable, and gives to others what it had not begun. */
  #bury(place: Place, code: string, details: FileError["details"]): void {
    if (!this.#places.has(place)) return;
    this.#dismiss(place);
    const { hands, isReady } = place;
    if (!isReady && ++this.#stillborn > MOST_STILLBORN) {
      for (const { fail } of hands) fail(new PoolError(`workers do not start: ${JSON.stringify(details)}`));
      return;
    }
    if (isReady) {
      const at = hands.shift();
      at?.settle(unreadable(at.job.file, { code, details }));
    }
    for (const hand of hands) this.#give(hand);
  }

  #dismiss(place: Place): void {
    this.#places.delete(place);
    place.stopTimer();
    place.line.end();
  }
}
