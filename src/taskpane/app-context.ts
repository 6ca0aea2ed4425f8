import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { App, ActionId } from "../actions/action";
import type { AppState } from "../actions/state";

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("useApp outside of AppContext");
  return app;
}

/** A part of the state; the component renders again only when that part changes its identity. */
export function useAppState<Part>(select: (state: AppState) => Part): Part {
  const app = useApp();
  const subscribe = useCallback((listener: () => void) => app.subscribe(listener), [app]);
  return useSyncExternalStore(subscribe, () => select(app.getState()));
}

/** Actions that take a moment and change nothing: they do not block the buttons. */
const QUICK: ReadonlySet<ActionId> = new Set<ActionId>(["goTo", "goToCell", "show", "trust", "distrust"]);

/** The action that keeps the buttons waiting, if any. */
export function useRunning(): ActionId | null {
  return useAppState(({ running }) => (running && !QUICK.has(running) ? running : null));
}

/** What each app said last when no quick action ran: a button that turns grey for a few milliseconds only flickers. */
const settled = new WeakMap<App, Map<ActionId, boolean>>();

function isEnabledSteadily(app: App, id: ActionId): boolean {
  const known = settled.get(app) ?? new Map<ActionId, boolean>();
  settled.set(app, known);
  const { running } = app.getState();
  const last = known.get(id);
  if (running && QUICK.has(running) && last !== undefined) return last;
  const isEnabled = app.isEnabled(id);
  known.set(id, isEnabled);
  return isEnabled;
}

/** Whether an action may be started now. */
export function useIsEnabled(id: ActionId): boolean {
  const app = useApp();
  return useAppState(() => isEnabledSteadily(app, id));
}
