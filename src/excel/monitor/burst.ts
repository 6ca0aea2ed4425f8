/** Milliseconds. */
export interface BurstTiming {
  /** Work begins when nothing was touched for so long … */
  quiet: number;
  /** … or at the latest so long after the first touch. */
  longest: number;
  /** Wait after the first failure; each further one doubles it. */
  firstRetry: number;
  longestRetry: number;
}

/**
 * The quiet time is short enough that a finding shows within 300 ms after the last key, and longer than the time between the
 * events of one act; a person who types needs more than that for the next cell.
 */
export const TIMING: BurstTiming = { quiet: 40, longest: 1000, firstRetry: 250, longestRetry: 5000 };

/**
 * Runs work once for many touches in quick succession, never twice at a time. What is touched while it runs makes it run again;
 * work that fails is tried again, later each time, until it succeeds.
 */
export class Burst {
  readonly #work: () => Promise<void>;
  readonly #timing: BurstTiming;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running: Promise<void> | null = null;
  /** When the first of the present touches came. */
  #since: number | null = null;
  #failures = 0;
  #isDisposed = false;

  /** `work` tells of its failures itself; here they only make it run again. */
  constructor(work: () => Promise<void>, timing: BurstTiming = TIMING) {
    this.#work = work;
    this.#timing = timing;
  }

  touch(): void {
    const now = Date.now();
    this.#since ??= now;
    if (this.#running) return;
    this.#schedule(Math.min(this.#timing.quiet, Math.max(0, this.#since + this.#timing.longest - now)));
  }

  /** Runs the work now. @throws what the work throws */
  async flush(): Promise<void> {
    while (this.#running) await this.#running.catch(() => undefined);
    if (!this.#isDisposed) await this.#run();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#clear();
  }

  #schedule(delay: number): void {
    this.#clear();
    if (this.#isDisposed) return;
    this.#timer = setTimeout(() => void this.#run().catch(() => undefined), delay);
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #run(): Promise<void> {
    this.#clear();
    this.#since = null;
    const run = this.#work().then(
      () => {
        this.#failures = 0;
        this.#running = null;
        if (this.#since !== null) this.touch();
      },
      (error: unknown) => {
        this.#running = null;
        const { firstRetry, longestRetry } = this.#timing;
        this.#schedule(Math.min(longestRetry, firstRetry * 2 ** this.#failures));
        this.#failures += 1;
        throw error;
      },
    );
    this.#running = run;
    return run;
  }
}
