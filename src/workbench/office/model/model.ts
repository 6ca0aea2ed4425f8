import type { Book } from "../book";
import type { EventDesk } from "../event-desk";
import type { Protection } from "../protection";

/** `Excel.CalculationMode`. */
export type CalculationMode = "Automatic" | "AutomaticExceptTables" | "Manual";

/** What every object of the object model stands on. */
export interface Model {
  readonly book: Book;
  readonly desk: EventDesk;
  readonly protection: Protection;
  /** Options of the session that are not saved with the workbook. */
  readonly session: {
    calculationMode: CalculationMode;
    /** Until the end of the running batch nothing is calculated. */
    calculationSuspended: boolean;
    /** Whether the add-in is to start with the workbook. */
    startState: "Inactive" | "Background";
  };
}
