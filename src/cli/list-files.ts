import path from "node:path";
import { compareNames, isDocument, isHidden } from "../batch/document-names";
import type { BatchRemark } from "../batch/remarks";
import type { BatchFile } from "../batch/run-batch";
import { codeOf } from "./error-code";
import type { Terminal } from "./terminal";

/** What stands in a folder. */
export interface Entry {
  name: string;
  kind: "file" | "folder" | "other";
}

/** Gives what stands in a folder; fails with Node's codes, `ENOTDIR` for a file. */
export type ListFolder = (folder: string) => Promise<readonly Entry[]>;

/** A path that leads to a file that was listed under another one. */
export interface Repeat {
  file: string;
  listed: string;
}

const isListed = ({ name, kind }: Entry): boolean =>
  kind === "folder" ? !isHidden(name) : kind === "file" && isDocument(name);

/** Null for what is no folder, or none that can be opened: reading it as a file tells why. */
async function entriesOf(folder: string, list: ListFolder): Promise<readonly Entry[] | null> {
  try {
    return await list(folder);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return null;
  }
}

async function* walk(place: string, list: ListFolder): AsyncGenerator<string> {
  const entries = await entriesOf(place, list);
  if (entries === null) {
    yield place;
    return;
  }
  const listed = entries.filter(isListed).sort((a, b) => compareNames(a.name, b.name));
  for (const { name, kind } of listed) {
    const inner = path.join(place, name);
    if (kind === "folder") yield* walk(inner, list);
    else yield inner;
  }
}

/**
 * The files that are named, and those in the folders that are named, folder by folder. Links to folders are not followed. A file
 * that several paths lead to is listed once: counted twice, it would be in a sum twice.
 * @param onRepeat told of every further path to a file
 */
export async function* listFiles(
  places: readonly string[],
  { listFolder, identify }: Pick<Terminal, "listFolder" | "identify">,
  onRepeat: (repeat: Repeat) => void = () => undefined,
): AsyncGenerator<BatchFile> {
  const listed = new Map<string, string>();
  for (const place of places) {
    for await (const file of walk(place, listFolder)) {
      // what is not there is told once, too
      const identity = (await identify(file)) ?? path.resolve(file);
      const known = listed.get(identity);
      if (known === undefined) {
        listed.set(identity, file);
        yield { file, source: file };
      } else onRepeat({ file, listed: known });
    }
  }
}

/** What is to be said of paths that led to files which had been listed. */
export function remarkOnRepeats(repeats: readonly Repeat[]): BatchRemark[] {
  if (repeats.length === 0) return [];
  return [{ code: "sameFile", files: repeats.map(({ file }) => file), listed: repeats.map(({ listed }) => listed) }];
}
