import type { LastYear } from "../batch/units/last-year";
import type { AnyFinding } from "../rules/cross/any-finding";
import type { CheckOptions, Verdict } from "../rules/check";
import type { InsertRequest, InsertResult } from "../excel/insert/request";
import type { FigureChange, WrittenFigure } from "../excel/write-figures";
import type { Remark } from "../record/explanation";
import type { Subject } from "../record/subject";
import type { CellContent } from "../tables/filled";
import type { CellKey } from "../tables/table";
import type { Job } from "../excel/job";
import type { AppState } from "./state";

export type { FigureChange, InsertRequest, InsertResult, WrittenFigure };

/** What each action takes and gives. Buttons, ribbon commands and keys all call the same action. */
export interface ActionTypes {
  insert: { input: InsertRequest; output: InsertResult };
  /** Inserts the sample report (辛店镇 2020) with its figures. */
  insertSample: { input: void; output: InsertResult };
  /** Inserts the sample report with two errors in it, to learn on. */
  insertExercise: { input: void; output: InsertResult };
  /** Fills tables that are there already. */
  fill: { input: FillRequest; output: Pick<InsertResult, "addresses"> };
  validate: { input: void; output: ValidateResult };
  export: { input: ExportRequest; output: ExportResult };
  /** Puts our flags on one table, or on all that were found. */
  mark: { input: { tableId?: string }; output: { formats: number } };
  /** Takes exactly our flags away. */
  unmark: { input: { tableId?: string }; output: { formats: number } };
  /** Selects the cells that a finding is about. */
  goTo: { input: { tableId: string; finding: AnyFinding }; output: void };
  /** Selects one cell of a table. */
  goToCell: { input: { tableId: string; key: CellKey }; output: void };
  /** Puts suggested figures into their cells, all in one write. */
  accept: { input: AcceptRequest; output: AcceptResult };
  /** Takes a cell for right as it stands, so that it is not suspected, until it changes. */
  trust: { input: { tableId: string; key: CellKey }; output: void };
  /** Lets a cell be suspected again. */
  distrust: { input: { tableId: string; key: CellKey }; output: void };
  /** In review mode nothing writes figures into the workbook. */
  setReviewing: { input: boolean; output: void };
  /** Writes a person's reason for a warning into the workbook, in place of the one that is in force. */
  explain: { input: ExplainRequest; output: void };
  /** Takes the reason back that is shown for a warning, unless a supervisor spoke of it. */
  withdrawExplanation: { input: { subject: Subject }; output: void };
  /** Does not accept a reason, and says why. */
  objectToExplanation: { input: ExplainRequest; output: void };
  /** Takes an objection back; that there was one stays to be read. */
  acceptExplanation: { input: { subject: Subject } & Pick<Remark, "by">; output: void };
  /** Selects a whole table. */
  show: { input: { tableId: string }; output: void };
  setOptions: { input: Partial<CheckOptions>; output: void };
  /** Lets Excel calculate, where it does so only when it is told to, and reads the whole workbook again. */
  recalculate: { input: void; output: void };
  /** Reads the whole workbook again. */
  refresh: { input: void; output: void };
}

export type ActionId = keyof ActionTypes;

/** An action that came to its end, with what it gave. */
export interface Done<Id extends ActionId = ActionId> {
  action: Id;
  output: ActionTypes[Id]["output"];
}

/** The subject is the warning as the person saw it: when numbers change meanwhile, the text is not taken for theirs. */
export interface ExplainRequest extends Pick<Remark, "text" | "by"> {
  subject: Subject;
  /** When it was written, if not now. */
  at?: string;
}

export interface FillRequest {
  tables: readonly {
    tableId: string;
    /** A cell that is absent becomes blank: an older figure must not pass for one of these. */
    contents: Readonly<Partial<Record<CellKey, CellContent>>>;
  }[];
  /** Set after the person confirmed that non-empty cells may be overwritten (OccupiedError named them). */
  overwrite?: boolean;
}

export interface ValidateResult {
  verdict: Verdict;
  /** Name of the report sheet. */
  sheet: string;
}

export interface AcceptRequest {
  tableId: string;
  changes: readonly FigureChange[];
  /** Set after the person confirmed that formulas are replaced by figures. */
  overFormulas?: boolean;
}

export interface AcceptResult {
  /** The sheet of the table. */
  sheet: string;
  /** What was written; what held the right figure already is not among it. */
  written: readonly WrittenFigure[];
}

export interface ExportRequest {
  /** Set after the person confirmed that a workbook which did not pass is exported all the same. */
  evenIfNotPassed?: boolean;
}

export interface ExportResult {
  fileName: string;
  verdict: Verdict;
  /** `download`: the browser saves it; `opened`: a copy was opened in Excel because this Excel cannot download. */
  way: "download" | "opened";
  /** Name of the report sheet in the file; null when the workbook takes no new sheet, because its structure is protected. */
  sheet: string | null;
}

/** One thing that a person can do. Its words and its icon are elsewhere, under the same id. */
export interface Action<Id extends ActionId> {
  id: Id;
  /** Whether it makes sense now; a button is disabled when not. */
  isEnabled(state: AppState): boolean;
  /** @throws StoppedError when the job was stopped, with what was done until then */
  run(input: ActionTypes[Id]["input"], job: Job): Promise<ActionTypes[Id]["output"]>;
}

/** What may take long, and can be stopped. */
export const STOPPABLE = ["validate", "export", "mark", "unmark", "recalculate", "refresh"] as const;

export type StoppableId = (typeof STOPPABLE)[number];

/** An action that a person stopped, with what was done until then. */
export interface Stopped extends StoppedDetails {
  action: StoppableId;
}

export interface StoppedDetails {
  /** The report sheet, when it was written. */
  sheet?: string;
  /** How many places on it are without their link. */
  unlinked?: number;
  /** How many tables, or sheets, of how many. */
  done?: number;
  total?: number;
}

/** The running add-in, as the pane and the ribbon commands know it. */
export interface App {
  getState(): AppState;
  /** Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  isEnabled(id: ActionId): boolean;
  /**
   * Runs an action. One at a time; a failure is also put into the state.
   * @throws the action's typed error, for callers that ask the person and try again
   */
  run<Id extends ActionId>(id: Id, input: ActionTypes[Id]["input"]): Promise<ActionTypes[Id]["output"]>;
  dismissFailure(): void;
  /** Stops the action that runs, where it can be stopped, as soon as what it has begun is whole. */
  stop(): void;
  /**
   * Last year's reports, once a person has given them: the workbook is compared with its own, and what is wrong is worked out
   * with it. They are kept nowhere: null puts them away, and so does the end of the pane.
   */
  setLastYear(lastYear: LastYear | null): void;
  /** The person came back: what Excel did not tell of is looked for. */
  wake(): void;
  /** Ends watching the workbook. */
  dispose(): Promise<void>;
}
