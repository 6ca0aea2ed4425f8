import { serve } from "./pool/serve";
import type { FromWorker, ToWorker } from "./pool/messages";

/** The program of a browser's worker. It reads the files itself: their bytes never cross to the pane's thread. */
interface Scope {
  postMessage: (message: FromWorker) => void;
  onmessage: ((event: { data: ToWorker }) => void) | null;
}

const scope = globalThis as unknown as Scope;
const take = serve({
  read: async (source) => new Uint8Array(await (source as Blob).arrayBuffer()),
  post: (message) => scope.postMessage(message),
});
scope.onmessage = ({ data }) => take(data);
