import type { Dirent } from "node:fs";
import { access, chmod, constants, open, readdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "./error-code";
import type { Entry } from "./list-files";

/*
 * Files of the machine as a `Terminal` gives them. What fails, fails with Node's codes.
 */

const kindOf = (entry: Dirent): Entry["kind"] =>
  entry.isDirectory() ? "folder" : entry.isFile() || entry.isSymbolicLink() ? "file" : "other";

export async function listFolder(folder: string): Promise<Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
}

/** What a promise gives, or null where it fails with a code of Node's. */
async function orNull<Value>(promise: Promise<Value>): Promise<Value | null> {
  try {
    return await promise;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return null;
  }
}

/** By what the file system knows it: links and other spellings of its name lead to the same file. */
export async function identify(file: string): Promise<string | null> {
  const known = await orNull(stat(file, { bigint: true }));
  if (!known) return null;
  // some network file systems number no files
  return known.ino === 0n ? await realpath(file) : `${known.dev}:${known.ino}`;
}

/** Fails as writing would, as far as that can be told before there is anything to write. */
export async function tryWriting(file: string): Promise<void> {
  if ((await orNull(stat(file))) === null) {
    await access(path.dirname(file), constants.W_OK);
    return;
  }
  const there = await open(file, "r+");
  await there.close();
}

/** Leaves nothing behind where not all of it can be written. */
async function writeWhole(file: string, bytes: Uint8Array, flag: "w" | "wx"): Promise<void> {
  try {
    await writeFile(file, bytes, { flag });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") await orNull(rm(file, { force: true }));
    throw error;
  }
}

/**
 * Writes a file whole, or not at all: what was there stays until all of the new one is on the disk.
 * @param isNew whether it must not be there yet
 */
export async function writeFileWhole(file: string, bytes: Uint8Array, isNew = false): Promise<void> {
  const there = isNew ? null : await orNull(realpath(file));
  if (there === null) return writeWhole(file, bytes, "wx");
  const beside = path.join(path.dirname(there), `.gouji-${process.pid}.tmp`);
  await writeWhole(beside, bytes, "w");
  try {
    await chmod(beside, (await stat(there)).mode);
    await rename(beside, there);
  } catch (error) {
    await orNull(rm(beside, { force: true }));
    throw error;
  }
}
