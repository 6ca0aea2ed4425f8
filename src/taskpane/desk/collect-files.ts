import type { DeskFile } from "../../actions/desk/desk-state";
import { isDocument, isHidden } from "../../batch/document-names";

/** Whether a path leads through nothing hidden to a file that may hold a report. */
function isListed(path: string): boolean {
  const steps = path.split("/");
  return steps.slice(0, -1).every((step) => !isHidden(step)) && isDocument(steps.at(-1)!);
}

/** The files of an input element: those of a folder have their paths in it. */
export function filesOfInput(list: FileList | null): DeskFile[] {
  return [...(list ?? [])]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => isListed(path));
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

const readSome = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

/** A reader gives a part at a time, and nothing when there is no more. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (let some = await readSome(reader); some.length > 0; some = await readSome(reader)) all.push(...some);
  return all;
}

async function filesUnder(entry: FileSystemEntry, path: string): Promise<DeskFile[]> {
  if (entry.isFile) return isListed(path) ? [{ path, file: await fileOf(entry as FileSystemFileEntry) }] : [];
  if (isHidden(entry.name)) return [];
  const files: DeskFile[] = [];
  for (const inner of await entriesIn(entry as FileSystemDirectoryEntry)) {
    files.push(...(await filesUnder(inner, `${path}/${inner.name}`)));
  }
  return files;
}

/** The files that were dropped, and those in the folders that were. */
export async function filesOfDrop(transfer: DataTransfer): Promise<DeskFile[]> {
  // what was dropped can be asked for only now, before anything is awaited
  const dropped = [...transfer.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(
    dropped.map(async ({ entry, file }) => {
      if (entry) return filesUnder(entry, entry.name);
      return Promise.resolve(file && isListed(file.name) ? [{ path: file.name, file }] : []);
    }),
  );
  return found.flat();
}
