import type { FromWorker, Job } from "../../../src/batch/pool/messages";
import { unreadable, type FileResult } from "../../../src/batch/file-result";
import type { Clock, StartWorker, WorkerEvents } from "../../../src/batch/pool/pool";

/** A result as a worker would give it. */
export const resultFor = (file: string): FileResult => ({
  ...unreadable(file, { code: "x", details: {} }),
  error: null,
});

/** A worker that a test plays. */
export interface PlayedWorker {
  jobs: Job[];
  isOver: boolean;
  ready(): void;
  answer(message?: FromWorker): void;
  die(reason?: string): void;
}

/** Workers that do only what the test makes them do. */
export function playWorkers(): { start: StartWorker; workers: PlayedWorker[] } {
  const workers: PlayedWorker[] = [];
  const start: StartWorker = ({ onMessage, onDeath }: WorkerEvents) => {
    const worker: PlayedWorker = {
      jobs: [],
      isOver: false,
      ready: () => onMessage({ type: "ready" }),
      answer: (message) => {
        const job = worker.jobs.shift()!;
        onMessage(message ?? { type: "checked", id: job.id, result: resultFor(job.file) });
      },
      die: (reason = "ERR_WORKER_OUT_OF_MEMORY") => onDeath(reason),
    };
    workers.push(worker);
    return {
      post: ({ job }) => void worker.jobs.push(job),
      end: () => {
        worker.isOver = true;
      },
    };
  };
  return { start, workers };
}

/** A clock that moves when it is told to. */
export function handClock(): { clock: Clock; strike: () => void } {
  const waiting = new Set<() => void>();
  return {
    clock: {
      after: (_milliseconds, run) => {
        waiting.add(run);
        return () => waiting.delete(run);
      },
    },
    strike: () => {
      for (const run of [...waiting]) run();
    },
  };
}

export const jobFor = (id: number): Job => ({
  id,
  file: `${id}.xlsx`,
  source: `${id}.xlsx`,
  options: { blankIsZero: false, withFigures: false, withHash: false },
});
