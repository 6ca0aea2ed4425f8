import type { RollUp } from "../../batch/rollup/roll-up";
import type { BatchRemark } from "../../batch/remarks";
import type { FileError } from "../../batch/file-error";
import type { UnitCheck } from "../../batch/units/compare-units";
import type { NamedReport } from "../../batch/units/match-units";
import type { ErrorDetails } from "../../excel/coded-error";
import type { Obstacle } from "../../batch/rollup/roll-up-error";

/** A file that a person chose or dropped. */
export interface DeskFile {
  /** Its path in the folder that was chosen, or its name. */
  path: string;
  file: File;
}

/** What a person chose or dropped. */
export interface Chosen {
  /** Those that may hold a report. */
  files: readonly DeskFile[];
  /** Folders of which everything is there: what was in them before and is not any more is gone. */
  folders: readonly string[];
  /** Names of files that hold no report whatever is in them: pictures, shortcuts. */
  passedOver: readonly string[];
}

/** What the supervisor's desk shows. Immutable: a change makes a new state. */
export interface DeskState {
  /** What runs now: the check of this year's files, or of last year's. */
  running: "current" | "previous" | null;
  /** Files done and to be done by what runs, or ran last. */
  done: number;
  total: number;
  /** What of the last run was ended before all files were done. */
  cancelled: "current" | "previous" | null;
  /** Files of the last run whose content had not changed, and so were not checked again. */
  unchanged: number;
  /** Files that were in a folder when it was chosen before, and are not there now. */
  gone: number;
  /** Names of files in the place of which others of their names were taken. */
  replaced: readonly string[];
  /** Names under which files are listed because another unit's file has theirs. */
  renamed: readonly string[];
  /** Files of the last choice that were not looked into. */
  passedOver: readonly string[];
  units: readonly UnitCheck[];
  /** What only the files together tell: which are not counted, too. */
  remarks: readonly BatchRemark[];
  /** Last year's reports that were read; null when none were chosen. */
  previous: number | null;
  /** Those of them that are no listed unit's: of a unit that has not reported, or whose name has changed. */
  unclaimed: readonly NamedReport[];
  /** What was chosen as last year's and holds no report: why it could not be read; null when it was read and has no tables. */
  notPrevious: readonly { file: string; error: FileError | null }[];
  rolled: RollUp | null;
  /** Whether units changed since they were added up, so that the sum was put away. */
  isSumOld: boolean;
  /** Why the units were not added up; empty when they were, or nobody asked. */
  obstacles: readonly Obstacle[];
  /** What went wrong otherwise, as coded data. */
  failure: { code: string; details: ErrorDetails } | null;
}

export const EMPTY_DESK: DeskState = {
  running: null,
  done: 0,
  total: 0,
  cancelled: null,
  unchanged: 0,
  gone: 0,
  replaced: [],
  renamed: [],
  passedOver: [],
  units: [],
  remarks: [],
  previous: null,
  unclaimed: [],
  notPrevious: [],
  rolled: null,
  isSumOld: false,
  obstacles: [],
  failure: null,
};
