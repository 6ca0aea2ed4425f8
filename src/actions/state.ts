import type { CheckOptions } from "../rules/check";
import type { CheckedTable, Summary } from "../rules/workbook";
import type { ActionId } from "./action";

/** Everything the pane shows. Immutable: a change makes a new state, unchanged parts keep their identity. */
export interface AppState {
  /** `starting` until the first reading of the workbook has ended. */
  phase: "starting" | "ready";
  options: CheckOptions;
  /** In the order of sheets and of places on them. A table whose check did not change keeps its identity. */
  tables: readonly PlacedTable[];
  summary: Summary;
  /** The action that runs now, if any. */
  running: ActionId | null;
  /** The last thing that went wrong and was not yet dismissed. */
  failure: Failure | null;
  /** What this Excel cannot do, by the name of what is missing: `locales` says it in words. */
  limits: readonly Limit[];
}

export interface PlacedTable extends CheckedTable {
  /** Stable while the table stays where it is: worksheet id and the address of its first cell. */
  id: string;
  worksheetId: string;
  /** Whether our conditional formats are on it; null when not known yet. */
  isMarked: boolean | null;
}

export type Limit = "noDownload" | "noCollectionEvents" | "noPageLayout";

/** An error as coded data; `locales` makes the sentence. */
export interface Failure {
  code: string;
  details: Readonly<Record<string, string | number>>;
  action: ActionId | null;
}
