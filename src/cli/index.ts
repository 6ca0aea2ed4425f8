import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { startInline } from "../batch/pool/inline";
import { faultText } from "./fault";
import { identify, listFolder, tryWriting, writeFileWhole } from "./file-system";
import { printTo, tellTo, UnreadOutputError } from "./output";
import { run } from "./run";
import { startThread } from "./threads";

/** Built beside this program; without it, where the program was copied alone, files are checked one after the other. */
const WORKER = path.join(__dirname, "gouji-worker.cjs");
/** More threads would only wait for the disk. */
const MOST_WORKERS = 8;

const hasWorker = existsSync(WORKER);
const words = process.argv.slice(2);
const err = tellTo(process.stderr);

/** Ends at once: threads may still be at work for nobody. */
function endWith(error: unknown): never {
  // Not everything was told: that is no verdict.
  if (error instanceof UnreadOutputError) process.exit(2);
  err(faultText(error, words));
  process.exit(3);
}

process.on("uncaughtException", endWith);

run(words, {
  readFile,
  writeFile: writeFileWhole,
  tryWriting,
  identify,
  listFolder,
  startWorker: hasWorker ? startThread(WORKER) : startInline((source) => readFile(source as string)),
  workers: hasWorker ? Math.min(availableParallelism(), MOST_WORKERS) : 1,
  out: printTo(process.stdout),
  err,
}).then((status) => {
  process.exitCode = status;
}, endWith);
