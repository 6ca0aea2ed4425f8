import { Worker } from "node:worker_threads";
import type { FromWorker } from "../batch/pool/messages";
import type { StartWorker } from "../batch/pool/pool";

/** Megabytes of objects that one thread may hold: far more than any workbook of tables needs, so that a hostile one ends its thread and not the run. */
const MOST_MEGABYTES = 512;
/** Megabytes for objects that have just been made. A file needs few of them: left alone, each thread takes 48, and is no faster. */
const YOUNG_MEGABYTES = 16;

/** Starts threads of Node; `program` is the built `worker.ts`. */
export function startThread(program: string, maxOldGenerationSizeMb = MOST_MEGABYTES): StartWorker {
  return ({ onMessage, onDeath }) => {
    const worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    worker.on("message", (message: FromWorker) => onMessage(message));
    worker.on("error", (error) => onDeath("code" in error ? String(error.code) : error.message));
    worker.on("exit", (code) => onDeath(`exit ${code}`));
    return {
      post: (message) => worker.postMessage(message),
      end: () => void worker.terminate(),
    };
  };
}
