import type { Chosen, DeskFile } from "../../actions/desk/desk-state";
import { isDocument, isHidden } from "../../batch/document-names";

const stepsOf = (path: string): string[] => path.split("/");

/** What of the files may hold a report, and what is passed over; nothing is said of what is hidden. */
function sort(all: readonly DeskFile[]): Pick<Chosen, "files" | "passedOver"> {
  const seen = all.filter(({ path }) => !stepsOf(path).some(isHidden));
  const nameOf = ({ path }: DeskFile) => stepsOf(path).at(-1)!;
  return {
    files: seen.filter((file) => isDocument(nameOf(file))),
    passedOver: seen.map(nameOf).filter((name) => !isDocument(name)),
  };
}

/** The files of an input element: those of a folder have their paths in it. */
export function filesOfInput(list: FileList | null): Chosen {
  const all = [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  const folders = all.flatMap(({ file: { webkitRelativePath } }) => stepsOf(webkitRelativePath)[0] || []);
  return { ...sort(all), folders: [...new Set(folders)] };
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
  if (entry.isFile) return [{ path, file: await fileOf(entry as FileSystemFileEntry) }];
  if (isHidden(entry.name)) return [];
  const files: DeskFile[] = [];
  for (const inner of await entriesIn(entry as FileSystemDirectoryEntry)) {
    files.push(...(await filesUnder(inner, `${path}/${inner.name}`)));
  }
  return files;
}

/** The files that were dropped, and those in the folders that were. */
export async function filesOfDrop(transfer: DataTransfer): Promise<Chosen> {
  // what was dropped can be asked for only now, before anything is awaited
  const dropped = [...transfer.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(
    dropped.map(async ({ entry, file }) => {
      if (entry) return filesUnder(entry, entry.name);
      return Promise.resolve(file ? [{ path: file.name, file }] : []);
    }),
  );
  const folders = dropped.flatMap(({ entry }) => (entry?.isDirectory ? [entry.name] : []));
  return { ...sort(found.flat()), folders };
}
