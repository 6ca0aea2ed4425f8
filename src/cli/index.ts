import { existsSync } from "node:fs";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import type { Dirent } from "node:fs";
import { startInline } from "../batch/pool/inline";
import { codeOf } from "./error-code";
import { printTo, UnreadOutputError } from "./output";
import { run } from "./run";
import type { Entry } from "./list-files";
import { startThread } from "./threads";

/** Built beside this program; without it, where the program was copied alone, files are checked one after the other. */
const WORKER = path.join(__dirname, "gouji-worker.cjs");
/** More threads would only wait for the disk. */
const MOST_WORKERS = 8;

const kindOf = (entry: Dirent): Entry["kind"] =>
  entry.isDirectory() ? "folder" : entry.isFile() || entry.isSymbolicLink() ? "file" : "other";

async function listFolder(folder: string): Promise<Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
}

/** By what the file system knows it: links and other spellings of its name lead to the same file. */
async function identify(file: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return null;
  }
}

const hasWorker = existsSync(WORKER);

run(process.argv.slice(2), {
  readFile,
  writeFile: (file, bytes, isNew = false) => writeFile(file, bytes, { flag: isNew ? "wx" : "w" }),
  identify,
  listFolder,
  startWorker: hasWorker ? startThread(WORKER) : startInline((source) => readFile(source as string)),
  workers: hasWorker ? Math.min(availableParallelism(), MOST_WORKERS) : 1,
  out: printTo(process.stdout),
  err: (text) => void process.stderr.write(text),
}).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    // Threads may still be at work for nobody. Not everything was told: that is no verdict either.
    if (error instanceof UnreadOutputError) process.exit(2);
    // A fault of ours: nothing was checked, so it must not look like a verdict.
    console.error(error);
    process.exitCode = 2;
  },
);
