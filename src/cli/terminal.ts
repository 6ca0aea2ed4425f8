import type { StartWorker } from "../batch/pool/pool";
import type { ListFolder } from "./list-files";

/** What the command needs of the machine. */
export interface Terminal {
  /** Fails with Node's codes. */
  readFile: (path: string) => Promise<Uint8Array>;
  /** Fails with `EEXIST` for a file that is there where it must be new; else writes over it. */
  writeFile: (path: string, bytes: Uint8Array, isNew?: boolean) => Promise<void>;
  /** Fails as writing the file would, as far as that can be told before there is anything to write. */
  tryWriting: (path: string) => Promise<void>;
  /** The same for every path to one file; null where none can be found. */
  identify: (path: string) => Promise<string | null>;
  listFolder: ListFolder;
  /** Threads to check many files with, and how many of them the machine has room for. */
  startWorker: StartWorker;
  workers: number;
  /** Both print a text as it is; `out` resolves when there is room for more. */
  out: (text: string) => Promise<void> | void;
  err: (text: string) => void;
}

/** 0 all pass, 1 something fails, 2 something is incomplete or unreadable, or the arguments are wrong, 3 a fault of ours: no verdict. */
export type ExitStatus = 0 | 1 | 2 | 3;
