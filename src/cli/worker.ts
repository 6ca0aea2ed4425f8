import { readFile } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import type { ToWorker } from "../batch/pool/messages";
import { serve } from "../batch/pool/serve";

/** A thread of `gouji` that checks files. It reads them itself: their bytes never cross to the main thread. */
const port = parentPort;
if (!port) throw new Error("this file is the program of a worker thread");
const take = serve({
  read: (source) => readFile(source as string),
  post: (message) => port.postMessage(message),
});
port.on("message", (message: ToWorker) => take(message));
