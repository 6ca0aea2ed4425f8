import { startInline } from "../../src/batch/pool/inline";
import { run } from "../../src/cli/run";
import type { Terminal } from "../../src/cli/terminal";

const failure = (code: string, path: string) => Object.assign(new Error(path), { code, syscall: "open" });

/** Files by path; what has others below it is a folder. */
export function makeTerminal(files: Readonly<Record<string, Uint8Array>>) {
  const out: string[] = [];
  const err: string[] = [];
  const written = new Map<string, Uint8Array>();
  const terminal: Terminal = {
    readFile: (path) => (files[path] ? Promise.resolve(files[path]) : Promise.reject(failure("ENOENT", path))),
    listFolder: (folder) => {
      const inside = Object.keys(files).filter((path) => path.startsWith(`${folder}/`));
      if (inside.length === 0) return Promise.reject(failure(files[folder] ? "ENOTDIR" : "ENOENT", folder));
      const names = new Map(
        inside.map((path) => {
          const [name = "", ...rest] = path.slice(folder.length + 1).split("/");
          return [name, rest.length > 0 ? "folder" : "file"] as const;
        }),
      );
      return Promise.resolve([...names].map(([name, kind]) => ({ name, kind })));
    },
    identify: (path) => Promise.resolve(files[path] ? path : null),
    writeFile: (path, bytes, isNew) => {
      if (isNew && files[path]) return Promise.reject(failure("EEXIST", path));
      written.set(path, bytes);
      return Promise.resolve();
    },
    tryWriting: () => Promise.resolve(),
    startWorker: startInline((source) => terminal.readFile(source as string)),
    workers: 2,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  };
  return { terminal, out, err, written };
}

/** Runs `gouji` on files that are only in memory. */
export async function goujiOn(files: Readonly<Record<string, Uint8Array>>, ...words: string[]) {
  const { terminal, out, err, written } = makeTerminal(files);
  const status = await run(words, terminal);
  return { status, out: out.join(""), err: err.join(""), written };
}
