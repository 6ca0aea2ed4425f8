import { type EventDesk, EventType } from "../event-desk";
import type { HostObject } from "../host-object";

/** Wire names of worksheet events, as `_Register…` and `_Unregister…` have them, and their types. */
export const WORKSHEET_EVENTS: Record<string, EventType> = {
  ActivatedEvent: EventType.Activated,
  CalculatedEvent: EventType.Calculated,
  DataChangedEvent: EventType.Changed,
  DeactivatedEvent: EventType.Deactivated,
  EventNameChanged: EventType.NameChanged,
  EventVisibilityChanged: EventType.VisibilityChanged,
  FormatChangedEvent: EventType.FormatChanged,
  FormulaChangedEvent: EventType.FormulaChanged,
  ProtectionChangedEvent: EventType.ProtectionChanged,
  RowHiddenChangedEvent: EventType.RowHiddenChanged,
  SelectionChangedEvent: EventType.SelectionChanged,
};

/** Events that only the collection of worksheets has. */
export const COLLECTION_EVENTS: Record<string, EventType> = {
  AddedEvent: EventType.Added,
  DeletedEvent: EventType.Deleted,
  EventMoved: EventType.Moved,
};

/** An object with handlers; its target is what the handlers are addressed as. */
interface EventSource extends HostObject {
  readonly desk: EventDesk;
  readonly eventTarget: string;
}

/** Gives a class the methods by which Office.js counts its handlers in and out. */
export function defineEventMethods<Source extends EventSource>(
  owner: { prototype: Source },
  events: Record<string, EventType>,
): void {
  const define = (name: string, method: (this: Source) => void): void => {
    Object.defineProperty(owner.prototype, name, { configurable: true, value: method });
  };
  for (const [name, type] of Object.entries(events)) {
    define(`_Register${name}`, function () {
      this.desk.register(this.eventTarget, type);
    });
    define(`_Unregister${name}`, function () {
      this.desk.unregister(this.eventTarget, type);
    });
  }
}
