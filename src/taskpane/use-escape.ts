import { useEffect } from "react";

/** Fields that text is written into. Of a search box, Escape takes the text away, and no more. */
const WRITTEN: ReadonlySet<string> = new Set(["text", "search"]);

/** Whether Escape ends what is being typed: it must not take a written text away. */
const isTyping = ({ target, isComposing }: KeyboardEvent): boolean =>
  isComposing ||
  (target instanceof HTMLTextAreaElement && target.value !== "") ||
  (target instanceof HTMLInputElement && WRITTEN.has(target.type) && target.value !== "");

/**
 * Escape leads back, when there is somewhere to go back to. Office.js in Excel on the web listens too, at the window: it takes
 * the focus to the first button of the pane, so what means something here does not get there.
 * @param onEscape null where Escape means nothing but to dialogs, menus and fields of text
 */
export function useEscape(onEscape: (() => void) | null): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      const isTaken = event.defaultPrevented || isTyping(event);
      if (isTaken || onEscape) event.stopPropagation();
      if (!isTaken) onEscape?.();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [onEscape]);
}
