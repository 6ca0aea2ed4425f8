import { serve, type Thread } from "./serve";
import type { StartWorker } from "./pool";

/** A worker in the same thread: for a few files, which are checked sooner than a thread starts. */
export function startInline(read: Thread["read"]): StartWorker {
  return ({ onMessage }) => {
    let isOver = false;
    const take = serve({ read, post: (message) => queueMicrotask(() => !isOver && onMessage(message)) });
    return {
      post: take,
      end: () => {
        isOver = true;
      },
    };
  };
}
