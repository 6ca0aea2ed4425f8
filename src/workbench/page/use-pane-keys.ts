import { useEffect, type RefObject } from "react";
import { listenToKeys } from "./listen-to-keys";

/** F6, alone or with Ctrl, goes from the grid to the pane and back, as in Excel. */
export function usePaneKeys(frame: RefObject<HTMLIFrameElement>, toPane: () => void, toGrid: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "F6" || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      const isInPane = event.view === frame.current?.contentWindow;
      (isInPane ? toGrid : toPane)();
    };
    return listenToKeys(frame.current, press);
  }, [frame, toPane, toGrid]);
}
