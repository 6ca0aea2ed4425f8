import type { FromWorker } from "../../batch/pool/messages";
import type { StartWorker } from "../../batch/pool/pool";

/** Starts workers of the browser, from the pane's own origin. */
export const startWebWorker: StartWorker = ({ onMessage, onDeath }) => {
  const worker = new Worker(
    /* webpackChunkName: "batch-worker" */ new URL("../../batch/web-worker.ts", import.meta.url),
  );
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => onMessage(data);
  worker.onerror = (event) => {
    event.preventDefault();
    onDeath(event.message || "error");
  };
  return { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
};
