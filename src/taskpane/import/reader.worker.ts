import { readGiven } from "./read-given";
import type { Given } from "./reading";

/** Reads one report beside the pane, which goes on answering meanwhile. */
self.onmessage = ({ data }: MessageEvent<Given>) => {
  readGiven(data).then(
    (reading) => self.postMessage(reading),
    // thrown again outside of the promise, it reaches the pane as the worker's error
    (error: unknown) =>
      setTimeout(() => {
        throw error;
      }),
  );
};
