import type { FileSource, JobOptions } from "./pool/messages";
import { Pool, type JobResult, type PoolSettings } from "./pool/pool";

/** One file of a batch. */
export interface BatchFile {
  /** As it is shown: its path, or its name. */
  file: string;
  source: FileSource;
  /** SHA-256 of the content that an earlier result is of: the same content is not checked again. */
  known?: string;
}

export interface BatchSettings extends PoolSettings {
  options: JobOptions;
  /** Ends the batch at once: what is under way is left. */
  signal?: AbortSignal;
  /**
   * Told what became of each file, by its place in the list, as soon as it is known. The next file waits for what it returns,
   * so that results never come faster than they are taken.
   */
  onResult: (result: JobResult, index: number) => Promise<void> | void;
}

type Numbered = IteratorResult<{ file: BatchFile; index: number }, unknown>;

async function* number(files: AsyncIterable<BatchFile> | Iterable<BatchFile>) {
  let index = 0;
  for await (const file of files) yield { file, index: index++ };
}

/** Never resolves; rejects with the signal's reason when it is given. */
function whenAborted(signal: AbortSignal | undefined): { promise: Promise<never>; forget: () => void } {
  let onAbort = () => {};
  const promise = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal!.reason as Error);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort);
  });
  return { promise, forget: () => signal?.removeEventListener("abort", onAbort) };
}

/**
 * Checks many files over several workers. A file that cannot be read, or that a worker dies of, is a result like any other; the
 * list is taken from only as fast as files are checked, so it may be as long as it likes.
 * @throws PoolError; the signal's reason when the batch was ended
 */
export async function runBatch(
  files: AsyncIterable<BatchFile> | Iterable<BatchFile>,
  { options, signal, onResult, ...settings }: BatchSettings,
): Promise<void> {
  const pool = new Pool(settings);
  const queue: AsyncIterator<{ file: BatchFile; index: number }> = number(files);
  const work = async (): Promise<void> => {
    for (let next: Numbered = await queue.next(); next.done !== true; next = await queue.next()) {
      const { file, index } = next.value;
      const result = await pool.check({ id: index, options, ...file });
      if (signal?.aborted) return;
      await onResult(result, index);
    }
  };
  const aborted = whenAborted(signal);
  try {
    await Promise.race([aborted.promise, Promise.all(Array.from({ length: pool.room }, work))]);
  } finally {
    aborted.forget();
    pool.end();
  }
}
