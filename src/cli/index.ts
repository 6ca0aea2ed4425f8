import { readFile } from "node:fs/promises";
import { run } from "./run";

const print = (stream: NodeJS.WriteStream) => (line: string) => void stream.write(`${line}\n`);

run(process.argv.slice(2), { readFile, out: print(process.stdout), err: print(process.stderr) }).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    // A fault of ours: nothing was checked, so it must not look like a verdict.
    console.error(error);
    process.exitCode = 2;
  },
);
