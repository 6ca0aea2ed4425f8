import type { Comparison } from "../batch/units/compare-units";
import type { CheckOptions } from "../rules/check";
import type { ReportCheck } from "../rules/report/check-reports";
import type { Summary } from "../rules/workbook";
import type { Limit } from "../excel/capabilities";
import type { ErrorDetails } from "../excel/coded-error";
import type { CutSheet, PlacedTable } from "../excel/placed-table";
import type { ConfirmedCells } from "../record/confirmed-cells";
import type { ExplanationBook } from "../record/explanation-book";
import type { PrintedExplanation } from "../record/printed";
import type { RecordProblem } from "../record/record";
import type { SealStatus } from "../record/seal/seal-status";
import type { Progress } from "../excel/job";
import type { ActionId, Done, Stopped } from "./action";
import type { TableRepair } from "./table-repair";

export type { CutSheet, Limit, PlacedTable, Progress, TableRepair };

/** Everything the pane shows. Immutable: a change makes a new state, unchanged parts keep their identity. */
export interface AppState {
  /** `starting` until the first reading of the workbook has ended. */
  phase: "starting" | "ready";
  options: CheckOptions;
  /** What the workbook is called. */
  name: string;
  /** In the order of sheets and of places on them. A table whose check did not change keeps its identity. */
  tables: readonly PlacedTable[];
  /** What the tables are together; they name tables by their place in `tables`. */
  reports: readonly ReportCheck[];
  /** The workbook beside last year's report; null when none was given, and when there are no tables. */
  comparison: Comparison | null;
  /** Of all of them. */
  summary: Summary;
  /**
   * Which cells are wrong, by table id; worked out after the findings are shown. A table of which nothing can be said has no
   * entry.
   */
  repairs: ReadonlyMap<string, TableRepair>;
  /** Whether the person reviews what others report: then nothing writes figures. */
  isReviewing: boolean;
  /** Excel does not answer now (a cell is being edited, a dialog is open): what is shown may be older than the sheet. It is tried again. */
  isStale: boolean;
  /** Excel calculates only when it is told to: results of formulas may be those of earlier numbers. */
  isManual: boolean;
  /** Sheets that are too large to be read whole. */
  cutSheets: readonly CutSheet[];
  record: RecordState;
  /** The action that runs now, if any. */
  running: ActionId | null;
  /** How far it is, when it counts its steps. */
  progress: Progress | null;
  /** The action that ended well last, wherever it was started; null before the first. */
  done: Done | null;
  /** The action that a person stopped last; null as soon as another begins. */
  stopped: Stopped | null;
  /** The last thing that went wrong and was not yet dismissed. */
  failure: Failure | null;
  /** What this Excel cannot do, by the name of what is missing: `locales` says it in words. */
  limits: readonly Limit[];
}

/** What the workbook remembers besides its cells. */
export interface RecordState {
  explanations: ExplanationBook;
  /** What a person took for right, as the workbook remembers it. */
  confirmed: ConfirmedCells;
  /** Why it cannot be read; then nothing is written, either. */
  problem: RecordProblem | null;
  /** How the workbook stands to its seal; null when it has none, and while that is not known yet. */
  seal: SealStatus | null;
  /** Explanations that only the report sheet shows: another program lost what the workbook remembered. */
  lost: readonly PrintedExplanation[];
}

/** An error as coded data; `locales` makes the sentence. */
export interface Failure {
  code: string;
  details: ErrorDetails;
  action: ActionId | null;
}
