import { useEffect, useRef, type RefObject } from "react";

interface WayBack {
  /** Of the list. */
  root: RefObject<HTMLDivElement>;
  /** Keeps where the list is, before it makes way for a unit. */
  leave: () => void;
}

/** Back from a unit, the list stands where it stood, with the focus on that unit's row. @param open the unit's file; null while the list is there */
export function useWayBack(open: string | null): WayBack {
  const root = useRef<HTMLDivElement>(null);
  const scrolled = useRef(0);
  const last = useRef<string | null>(null);
  useEffect(() => {
    const [list, file] = [root.current, last.current];
    last.current = open;
    if (open !== null || file === null || !list) return;
    const scroller = list.closest("main");
    if (scroller) scroller.scrollTop = scrolled.current;
    list.querySelector<HTMLElement>(`[data-file="${CSS.escape(file)}"]`)?.focus();
  }, [open]);
  const leave = () => {
    scrolled.current = root.current?.closest("main")?.scrollTop ?? 0;
  };
  return { root, leave };
}
