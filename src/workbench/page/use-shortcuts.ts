import { useEffect, type RefObject } from "react";
import { listenToKeys } from "./listen-to-keys";
import type { Ribbon } from "./ribbon";

/** The keys that are pressed, as Office writes combinations: "Ctrl+Shift+Alt+V". On a Mac, Ctrl is ⌘. */
function keysOf(event: KeyboardEvent): string {
  const modifiers = [
    event.ctrlKey || event.metaKey ? "Ctrl" : [],
    event.shiftKey ? "Shift" : [],
    event.altKey ? "Alt" : [],
  ].flat();
  // The key's place, because Alt makes another character of it on a Mac.
  return [...modifiers, event.code.replace(/^(Key|Digit)/, "")].join("+");
}

/** Runs the add-in's commands by their keys, wherever the focus is. */
export function useShortcuts(
  frame: RefObject<HTMLIFrameElement>,
  shortcuts: Ribbon["shortcuts"],
  run: (command: string) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const pressed = keysOf(event);
      const shortcut = shortcuts.find(({ keys }) => keys === pressed);
      if (!shortcut) return;
      event.preventDefault();
      event.stopPropagation();
      run(shortcut.command);
    };
    // Before the grid, which knows some of these keys too.
    return listenToKeys(frame.current, press);
  }, [frame, shortcuts, run]);
}
