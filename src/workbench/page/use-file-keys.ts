import { useEffect, type RefObject } from "react";
import { listenToKeys } from "./listen-to-keys";

/** Ctrl+O and Ctrl+S (⌘ on a Mac) open and save the workbook, not the page. */
export function useFileKeys(frame: RefObject<HTMLIFrameElement>, onOpen: () => void, onSave: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      const action = { o: onOpen, s: onSave }[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    // Before the grid, which knows some of these keys too.
    return listenToKeys(frame.current, press);
  }, [frame, onOpen, onSave]);
}
