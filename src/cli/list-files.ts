import path from "node:path";
import { compareNames, isDocument, isHidden } from "../batch/document-names";
import type { BatchFile } from "../batch/run-batch";
import { codeOf } from "./error-code";

/** What stands in a folder. */
export interface Entry {
  name: string;
  kind: "file" | "folder" | "other";
}

/** Gives what stands in a folder; fails with Node's codes, `ENOTDIR` for a file. */
export type ListFolder = (folder: string) => Promise<readonly Entry[]>;

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

async function* walk(place: string, list: ListFolder): AsyncGenerator<BatchFile> {
  const entries = await entriesOf(place, list);
  if (entries === null) {
    yield { file: place, source: place };
    return;
  }
  const listed = entries.filter(isListed).sort((a, b) => compareNames(a.name, b.name));
  for (const { name, kind } of listed) {
    const inner = path.join(place, name);
    if (kind === "folder") yield* walk(inner, list);
    else yield { file: inner, source: inner };
  }
}

/** The files that are named, and those in the folders that are named, folder by folder. Links to folders are not followed. */
export async function* listFiles(places: readonly string[], list: ListFolder): AsyncGenerator<BatchFile> {
  for (const place of places) yield* walk(place, list);
}
