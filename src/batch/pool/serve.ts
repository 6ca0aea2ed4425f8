import { checkReportFile } from "../check-report-file";
import { fileErrorOf } from "../file-error";
import { makeResult, unreadable, type FileResult } from "../file-result";
import type { FileSource, FromWorker, Job, ToWorker } from "./messages";

/** What a worker needs of the thread that it runs in. */
export interface Thread {
  read: (source: FileSource) => Promise<Uint8Array> | Uint8Array;
  post: (message: FromWorker) => void;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Null when the content is the known one. */
async function check({ file, source, options, known }: Job, { read }: Thread): Promise<FileResult | null> {
  let bytes: Uint8Array;
  try {
    bytes = await read(source);
  } catch (error) {
    const reason = fileErrorOf(error);
    if (!reason) throw error;
    return unreadable(file, reason);
  }
  const hash = options.withHash ? await sha256(bytes) : null;
  if (hash !== null && hash === known) return null;
  return makeResult(await checkReportFile(file, bytes, options), { withFigures: options.withFigures, hash });
}

async function answer(job: Job, thread: Thread): Promise<FromWorker> {
  try {
    const result = await check(job, thread);
    return result ? { type: "checked", id: job.id, result } : { type: "unchanged", id: job.id };
  } catch (error) {
    return {
      type: "failed",
      id: job.id,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** The worker's side: takes one file after the other. Give every message that comes to the function that it returns. */
export function serve(thread: Thread): (message: ToWorker) => void {
  let last = Promise.resolve();
  thread.post({ type: "ready" });
  return ({ job }) => {
    last = last.then(async () => thread.post(await answer(job, thread)));
  };
}
