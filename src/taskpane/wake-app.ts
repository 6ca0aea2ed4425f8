import type { App } from "../actions/action";

/** Lets the add-in look again when a person turns to the pane, or the machine wakes up. */
export function wakeApp(app: App): void {
  window.addEventListener("focus", () => app.wake());
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) app.wake();
  });
}
