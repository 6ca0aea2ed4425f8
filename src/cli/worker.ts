import { readFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { ToWorker } from "../batch/pool/messages";
import { serve } from "../batch/pool/serve";

/** A thread of `gouji` that checks files. It reads them itself: their bytes never cross to the main thread. */
const port = parentPort;
if (!port) throw new Error("this file is the program of a worker thread");
const take = serve({
  // Not by promises: a thread that has nothing else to do waits in vain for each of their four steps, a third of its time.
  read: (source) => readFileSync(source as string),
  post: (message) => port.postMessage(message),
});
port.on("message", (message: ToWorker) => take(message));
