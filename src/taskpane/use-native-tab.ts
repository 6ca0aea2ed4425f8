import { useEffect } from "react";

/** What the focus is on when it is on no control: a heading that it was led to, a text that was clicked, the page. */
const isNoStop = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.tabIndex < 0;

/**
 * From what is no stop of the Tab key, the browser finds the next stop. Office.js in Excel on the web would look for it among
 * the stops, not find it, and lead out of the pane: it listens at the window, and from there on nothing reaches it.
 */
export function useNativeTab(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "Tab" && isNoStop(event.target)) event.stopPropagation();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
