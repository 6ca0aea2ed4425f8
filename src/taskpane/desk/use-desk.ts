import { useSyncExternalStore } from "react";
import { Desk } from "../../actions/desk/desk";
import type { DeskState } from "../../actions/desk/desk-state";
import type { LastYear } from "../../batch/units/last-year";
import { startWebWorker } from "../../actions/desk/web-workers";
import type { App } from "../../actions/action";

/** More workers than this only take memory from Excel. */
const MOST_WORKERS = 4;

/** The two places where last year's reports are chosen. */
interface Desks {
  /** Many files, this year's and last year's. */
  batch: Desk;
  /** Last year's of the workbook that is open. */
  workbook: Desk;
}

/** For each running add-in: they outlive their views, so that a person may look at something else meanwhile. */
const desks = new WeakMap<App, Desks>();

/** The open workbook is held against what was chosen for it, else against what was chosen for many files. */
export function desksOf(app: App): Desks {
  const known = desks.get(app);
  if (known) return known;
  const workers = Math.max(1, Math.min(MOST_WORKERS, (navigator.hardwareConcurrency || 2) - 1));
  const chosen: Record<keyof Desks, LastYear | null> = { batch: null, workbook: null };
  const deskFor = (whose: keyof Desks) =>
    new Desk({
      start: startWebWorker,
      workers,
      options: () => app.getState().options,
      onLastYear: (lastYear) => {
        chosen[whose] = lastYear;
        app.setLastYear(chosen.workbook ?? chosen.batch);
      },
    });
  const both = { batch: deskFor("batch"), workbook: deskFor("workbook") };
  desks.set(app, both);
  return both;
}

export function useDeskState(desk: Desk): DeskState {
  return useSyncExternalStore(
    (listener) => desk.subscribe(listener),
    () => desk.state,
  );
}
