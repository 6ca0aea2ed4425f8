import { tableOf } from "../../tables/formats";
import type { Given, Reading } from "./reading";

/** The worker could not be started, or ended with a fault of ours; read here, that fault is told. */
class ReaderError extends Error {
  override readonly name = "ReaderError";
}

function readInWorker(given: Given): Promise<Reading> {
  const worker = new Worker(new URL("./reader.worker.ts", import.meta.url));
  return new Promise<Reading>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Reading>) => resolve(data);
    worker.onerror = ({ message }) => reject(new ReaderError(message));
    worker.postMessage(given);
  }).finally(() => worker.terminate());
}

/** Tables that crossed from the worker are copies; their own rules belong to the tables themselves. */
function withOwnTables(reading: Reading): Reading {
  if (!("file" in reading)) return reading;
  const { kind, report } = reading.file;
  const tables = report.tables.map((filled) => {
    const { format, section } = filled.placement.table;
    return { ...filled, placement: { ...filled.placement, table: tableOf(format, section) } };
  });
  return { file: { kind, report: { ...report, tables } } };
}

async function readHere(given: Given): Promise<Reading> {
  const { readGiven } = await import("./read-given");
  return readGiven(given);
}

/**
 * Reads a report without keeping the pane from answering: a worker reads it. Where none can be started, the pane does: some
 * servers forbid workers by a policy of their own.
 */
export async function readAside(given: Given): Promise<Reading> {
  if (typeof Worker === "undefined") return readHere(given);
  try {
    return withOwnTables(await readInWorker(given));
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    return readHere(given);
  }
}
