import { useSyncExternalStore } from "react";
import { Desk } from "../../actions/desk/desk";
import type { DeskState } from "../../actions/desk/desk-state";
import { startWebWorker } from "../../actions/desk/web-workers";
import type { App } from "../../actions/action";

/** More workers than this only take memory from Excel. */
const MOST_WORKERS = 4;

/** One desk for each running add-in: it outlives the view, so that a person may look at something else meanwhile. */
const desks = new WeakMap<App, Desk>();

export function deskOf(app: App): Desk {
  const known = desks.get(app);
  if (known) return known;
  const workers = Math.max(1, Math.min(MOST_WORKERS, (navigator.hardwareConcurrency || 2) - 1));
  const desk = new Desk({
    start: startWebWorker,
    workers,
    options: () => app.getState().options,
    onLastYear: (lastYear) => app.setLastYear(lastYear),
  });
  desks.set(app, desk);
  return desk;
}

export function useDeskState(desk: Desk): DeskState {
  return useSyncExternalStore(
    (listener) => desk.subscribe(listener),
    () => desk.state,
  );
}
