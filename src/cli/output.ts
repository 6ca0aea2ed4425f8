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

/**
 * Prints to a stream, and waits where its reader is slower than we are: what is not taken stays in memory.
 * @throws UnreadOutputError when the reader has ended
 */
export function printTo(stream: Writable): Terminal["out"] {
  let failure: Error | null = null;
  const waiting = new Set<(error: Error) => void>();
  stream.on("error", (error) => {
    failure ??= codeOf(error) === "EPIPE" ? new UnreadOutputError() : error;
    for (const reject of waiting) reject(failure);
  });
  return (text) => {
    if (failure) return Promise.reject(failure);
    if (stream.write(text)) return;
    return new Promise((resolve, reject) => {
      waiting.add(reject);
      stream.once("drain", () => {
        waiting.delete(reject);
        resolve();
      });
    });
  };
}
