import type { CheckOptions } from "../../rules/check";
import type { FileResult } from "../file-result";

/** Says where a worker gets a file's bytes: a path for threads of Node, a `File` for those of a browser. Bytes never cross between threads. */
export type FileSource = string | Blob;

/** One file to be checked. */
export interface Job {
  id: number;
  /** As it is shown: its path, or its name. */
  file: string;
  source: FileSource;
  options: JobOptions;
  /** SHA-256 of the content that the last result is of: the same content is not checked again. */
  known?: string;
}

export interface JobOptions extends CheckOptions {
  /** Whether the result has every figure, for comparing years and adding units up. */
  withFigures: boolean;
  /** Whether the result has the SHA-256 of the content, for checking only what changed. */
  withHash: boolean;
}

export type ToWorker = { type: "check"; job: Job };

/** `ready` comes once, when the worker has started. `failed` is a fault of ours: the batch ends with it. */
export type FromWorker =
  | { type: "ready" }
  | { type: "checked"; id: number; result: FileResult }
  | { type: "unchanged"; id: number }
  | { type: "failed"; id: number; message: string };
