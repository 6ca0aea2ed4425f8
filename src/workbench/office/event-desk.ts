import type { Area } from "./addresses";
import type { LiveArea, LiveAreas } from "./live-areas";

/** Event types of Office.js' worksheet events. */
export const EventType = {
  Changed: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormatChanged: 18,
  RowHiddenChanged: 22,
  FormulaChanged: 23,
  ProtectionChanged: 24,
  NameChanged: 25,
  VisibilityChanged: 26,
  Moved: 27,
} as const;
export type EventType = (typeof EventType)[keyof typeof EventType];

/** Handlers of the worksheet collection are addressed as the workbook. */
export const WORKBOOK_TARGET = "Workbook";

/** `[category, type, target, JSON text, message number, is an override by someone else]`. */
export type EventEntry = [65536, EventType, string, string, number, false];

/** An event's cells can be asked for later (`args.getRange(context)`); so many are remembered. */
const REMEMBERED_RANGES = 1000;

/** Who listens to what, what has happened since the last delivery, and the cells that recent events spoke of. */
export class EventDesk {
  readonly #listeners = new Map<string, number>();
  readonly #ranges = new Map<string, LiveArea>();
  readonly #live: LiveAreas;
  #queue: EventEntry[] = [];
  #selectionChanged = false;
  #lastMessage = 0;
  #lastRange = 0;
  /** `context.runtime.enableEvents`. */
  enabled = true;

  constructor(live: LiveAreas) {
    this.#live = live;
  }

  /** Registrations are counted: two handlers' registrations take two removals. */
  register(target: string, type: EventType): void {
    const key = `${type}:${target}`;
    this.#listeners.set(key, (this.#listeners.get(key) ?? 0) + 1);
  }

  unregister(target: string, type: EventType): void {
    const key = `${type}:${target}`;
    const left = (this.#listeners.get(key) ?? 0) - 1;
    if (left > 0) this.#listeners.set(key, left);
    else this.#listeners.delete(key);
  }

  hasListeners(target: string, type: EventType): boolean {
    return this.#listeners.has(`${type}:${target}`);
  }

  /** Queues an event for the handlers of `sheetId` and for those of the workbook, where there are any. */
  raise(type: EventType, sheetId: string, payload: Record<string, unknown>): void {
    if (!this.enabled) return;
    for (const target of [sheetId, WORKBOOK_TARGET]) {
      if (!this.hasListeners(target, type)) continue;
      this.#queue.push([65536, type, target, JSON.stringify(payload), ++this.#lastMessage, false]);
    }
  }

  /** `workbook.onSelectionChanged` carries nothing but the fact. */
  raiseSelectionChanged(): void {
    if (this.enabled) this.#selectionChanged = true;
  }

  /** An id by which an add-in gets an event's cells; they stay the same cells when rows are inserted meanwhile. */
  remember(sheetId: string, area: Area): string {
    const live = this.#live.track(sheetId, area);
    live.holders++;
    const id = `event-range-${++this.#lastRange}`;
    this.#ranges.set(id, live);
    for (const [oldest, forgotten] of this.#ranges) {
      if (this.#ranges.size <= REMEMBERED_RANGES) break;
      forgotten.holders--;
      this.#ranges.delete(oldest);
    }
    return id;
  }

  recall(id: string): LiveArea | undefined {
    return this.#ranges.get(id);
  }

  /** What is to be delivered now, oldest first. */
  take(): { entries: EventEntry[]; selectionChanged: boolean } {
    const taken = { entries: this.#queue, selectionChanged: this.#selectionChanged };
    this.#queue = [];
    this.#selectionChanged = false;
    return taken;
  }
}
