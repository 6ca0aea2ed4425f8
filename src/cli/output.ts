import type { Writable } from "node:stream";
import { codeOf } from "./error-code";
import type { Terminal } from "./terminal";

/** What reads our output has ended, as `head` does when it has enough: nobody is left to tell anything. */
export class UnreadOutputError extends Error {
  override readonly name = "UnreadOutputError";

  constructor() {
    super("nobody reads the output any more");
  }
}

/** What is printed does not arrive: the disk is full that it goes to. */
export class PrintError extends Error {
  override readonly name = "PrintError";

  constructor(
    readonly code: string,
    options: ErrorOptions,
  ) {
    super(`the output cannot be written: ${code}`, options);
  }
}

/** How the end of a reader is told; the second is Windows'. */
const ENDED: ReadonlySet<string | undefined> = new Set(["EPIPE", "EOF"]);

function failureOf(error: unknown): Error {
  const code = codeOf(error);
  if (ENDED.has(code)) return new UnreadOutputError();
  if (code !== undefined) return new PrintError(code, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}

/**
 * Prints to a stream, and waits where its reader is slower than we are: what is not taken stays in memory.
 * @throws UnreadOutputError when the reader has ended; PrintError
 */
export function printTo(stream: Writable): (text: string) => Promise<void> {
  let failure: Error | null = null;
  const waiting = new Set<(reason: unknown) => void>();
  stream.on("error", (error) => {
    failure ??= failureOf(error);
    for (const reject of waiting) reject(failure);
  });
  return async (text) => {
    if (failure) throw failure;
    if (writeTo(stream, text)) return;
    await new Promise<void>((resolve, reject) => {
      waiting.add(reject);
      stream.once("drain", () => {
        waiting.delete(reject);
        resolve();
      });
    });
  };
}

/** Files are written at once, and fail so, too. */
function writeTo(stream: Writable, text: string): boolean {
  try {
    return stream.write(text);
  } catch (error) {
    throw failureOf(error);
  }
}

/** Tells what went wrong; where that cannot be told, nobody is left to tell it to. */
export function tellTo(stream: Writable): Terminal["err"] {
  stream.on("error", () => undefined);
  return (text) => {
    try {
      stream.write(text);
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
    }
  };
}
