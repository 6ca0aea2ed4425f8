/** In milliseconds: work waits for an idle moment no longer than this … */
const LONGEST_WAIT = 500;
/** … and this long where the browser, Safari among them, does not tell when it is idle. */
const PAUSE = 30;

/** Runs work when the page has nothing better to do. Returns what calls it off. */
export function whenIdle(work: () => void): () => void {
  if ("requestIdleCallback" in globalThis) {
    const id = requestIdleCallback(work, { timeout: LONGEST_WAIT });
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(work, PAUSE);
  return () => clearTimeout(timer);
}
