import type { Frame } from "playwright-core";

/** Resolves with the verdict that is shown next, and the time at which it is, as soon as it reads otherwise than now. */
export const nextVerdict = (pane: Frame): Promise<{ verdict: string; time: number }> =>
  pane.evaluate(
    () =>
      new Promise<{ verdict: string; time: number }>((resolve) => {
        const shown = () => document.querySelector("h1")?.textContent ?? "";
        const before = shown();
        const observer = new MutationObserver(() => {
          if (shown() === before) return;
          observer.disconnect();
          resolve({ verdict: shown(), time: Date.now() });
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
