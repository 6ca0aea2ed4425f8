/** What a long job goes through, one after the other: sheets, tables, lines of the report, parts of the file. */
export type JobStep = "sheets" | "suspects" | "report" | "file" | "mark" | "unmark";

/** How far a job is in its step. */
export interface Progress {
  step: JobStep;
  done: number;
  total: number;
}

/**
 * What somebody who starts a long job hands to it. Once the signal is given, what was begun is brought to a whole and nothing
 * more is begun.
 */
export interface Job {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** A job that nobody watches or stops. */
export const UNWATCHED: Job = { signal: new AbortController().signal, onProgress: () => undefined };

/** Parts of a list, each of so many items. */
export function partsOf<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** Does something, and waits no longer than the job is wanted: what was begun goes on by itself. @throws the signal's reason */
export async function unlessStopped<Result>({ signal }: Job, work: () => Promise<Result>): Promise<Result> {
  signal.throwIfAborted();
  let onAbort = () => {};
  const stopped = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener("abort", onAbort);
  });
  try {
    return await Promise.race([stopped, work()]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
