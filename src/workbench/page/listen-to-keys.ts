/**
 * Hears keys before everything else, on the page and in the pane's frame, which is of the page's own origin: Excel's keys work
 * wherever the focus is. Returns what ends that.
 */
export function listenToKeys(frame: HTMLIFrameElement | null, press: (event: KeyboardEvent) => void): () => void {
  // what is loaded into a frame has no listeners yet
  const onLoad = (): void => frame?.contentWindow?.addEventListener("keydown", press, true);
  window.addEventListener("keydown", press, true);
  frame?.addEventListener("load", onLoad);
  onLoad();
  return () => {
    window.removeEventListener("keydown", press, true);
    frame?.removeEventListener("load", onLoad);
    frame?.contentWindow?.removeEventListener("keydown", press, true);
  };
}
