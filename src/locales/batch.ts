import type { StandingCounts } from "../record/standing-counts";
import type { Verdict } from "../rules/check";
import type { Summary } from "../rules/workbook";
import type { Severity } from "../rules/rule";
import type { CellConcern } from "../tables/concern";
import type { CellKey, SectionId, Table } from "../tables/table";
import type { UncountedCell } from "./uncounted";

/** Why units are not added up: the codes of `batch/rollup`. */
export type Refusal =
  | "nothing"
  | "notPassed"
  | "mixedFormats"
  | "mixedYears"
  | "doubledUnit"
  | "doubledTable"
  | "sumOfOthers"
  | "ownReport"
  | "inexact";

/** A unit, a format, a year or a cell that stands in the way, and the files that it is found in. */
export interface Offender {
  name: string;
  files: readonly string[];
}

/** What is known of a sum of units. */
export interface RolledFacts {
  units: readonly {
    unit: string;
    verdict: Verdict;
    gaps: number;
    missing: readonly SectionId[];
    uncounted: readonly UncountedCell[];
  }[];
  leftOut: readonly { file: string }[];
  /** Blank cells that counted as 0. */
  zeros: number;
  summary: Summary;
}

/** The words about many files: in their workbooks, on the command line, in the pane. */
export interface BatchTexts {
  /** What became of a file. */
  outcomes: Readonly<Record<Verdict | "unreadable", string>>;
  units: {
    sheet: string;
    columns: Readonly<
      Record<"number" | "unit" | "year" | "verdict" | Severity | "blanks" | "first" | "previous" | "file", string>
    >;
    /** In the place of the column of blanks, when they count as 0. */
    zeroBlanks: string;
  };
  findings: {
    sheet: string;
    columns: Readonly<
      Record<"number" | "unit" | "severity" | "rule" | "name" | "place" | "message" | "explanation" | "file", string>
    >;
  };
  rules: { sheet: string; columns: Readonly<Record<"rule" | "name" | "severity" | "findings" | "units", string>> };
  /** The sheet of what is probably wrong. */
  suspects: {
    sheet: string;
    columns: Readonly<Record<"number" | "unit" | "sheet" | "sure" | "change" | "reasons" | "file", string>>;
    certain: string;
    likely: string;
    /** Of several answers one is right. */
    oneOf: (ties: number) => string;
  };
  noTables: string;
  /** The workbook itself counts its blank cells as 0, and this check did not. */
  zeroInFile: string;
  /** Why nothing was read of a cell of a published report: what is printed, and the readings. */
  describeConcern: (concern: CellConcern) => string;
  /** The same of cells of which the same is to be said, or that stand in a row that runs together, and where they are. */
  unread: (sheet: string, cells: readonly { key: CellKey; concern: CellConcern }[], table: Table) => string;
  /** Stands above each printed page of the results. */
  resultsHeader: (files: number, time: string, blankIsZero: boolean) => string;
  /** The file's name of the results, without its ending. */
  resultsFile: string;
  rollUp: {
    parts: { sheet: string; columns: Readonly<Record<"cell" | "place" | "total" | "unit" | "value" | "file", string>> };
    units: {
      sheet: string;
      columns: Readonly<Record<"number" | "unit" | "verdict" | "gaps" | "remark" | "file", string>>;
      /** Stands for the verdict of a file that is not in the sum. */
      leftOut: string;
    };
    /** Tables that a unit does not have. */
    missing: (sections: readonly SectionId[]) => string;
    /** How many units there are, whether all passed, and who they are, as far as there is room: among the document properties. */
    contains: (rolled: RolledFacts, longest: number) => string;
    /** Stands above the list of units: how many there are, whether all passed, what the rules say of the sum; names so many of each. */
    notes: (rolled: RolledFacts, most?: number) => readonly string[];
    /** Cells of a unit that count for nothing, with their sheets. */
    uncounted: (cells: readonly UncountedCell[]) => string;
    /** What is found in the sum, in the tables of which units the same is found, and which of its parts could not be added. */
    finding: (
      place: string,
      sentence: string,
      units: readonly string[],
      uncounted: readonly { unit: string; cells: readonly UncountedCell[] }[],
    ) => string;
    /** Stands below each table of a sum that is not all that it should be. */
    notice: (rolled: RolledFacts) => string;
    /** The file's name of the sum, without its ending; the unit may be empty. */
    file: (unit: string, year: number, rolled: RolledFacts) => string;
    /** Whose report the sum is, where nobody says it. */
    unit: string;
    refused: Readonly<Record<Refusal, (offending: readonly Offender[], most?: number) => string>>;
  };
  desk: DeskTexts;
}

/** The pane's view of many files. */
export interface DeskTexts {
  intro: string;
  chooseFiles: string;
  chooseFolder: string;
  drop: string;
  checking: (done: number, total: number) => string;
  readingPrevious: (done: number, total: number) => string;
  cancel: string;
  /** How many files were not checked. */
  cancelled: (left: number) => string;
  /** The reading of last year's reports was ended. */
  cancelledPrevious: string;
  /** Nothing was chosen that may hold a report. */
  nothing: string;
  unchanged: (count: number) => string;
  /** Files that are not in the folder any more. */
  gone: (count: number) => string;
  /** Files in the place of which others of their names were taken. */
  replaced: (names: readonly string[]) => string;
  /** Names of files that another unit's file of their name is beside. */
  renamed: (names: readonly string[]) => string;
  /** Files that were not looked into, by their names. */
  passedOver: (names: readonly string[]) => string;
  summary: (units: number) => string;
  filter: string;
  all: string;
  search: string;
  sort: string;
  sorts: Readonly<Record<"file" | "unit" | "verdict" | "findings", string>>;
  none: string;
  /** What only the files together tell. */
  remarks: string;
  page: (page: number, pages: number) => string;
  previousPage: string;
  nextPage: string;
  previousUnit: string;
  nextUnit: string;
  /** Of a unit in the list, from 1. */
  place: (place: number, units: number) => string;
  noFindings: string;
  /** Of a warning it matters whether it was explained, refused, or explained anew. */
  counts: (count: Readonly<Record<Severity, number>>, standings: StandingCounts, blanks: number) => string;
  lastYear: string;
  lastYearFiles: string;
  lastYearFolder: string;
  lastYearHint: string;
  lastYearCount: (reports: number) => string;
  /** Stands over reports of last year that are no unit's. */
  unclaimed: string;
  unclaimedSearch: string;
  unclaimedMore: (reports: number) => string;
  /** None has the name that was looked for. */
  unclaimedNone: string;
  /** Beside the open workbook: its last year's report is among those chosen for many. */
  lastYearShared: string;
  /** How many files of last year could not be read, and how many of them are named below. */
  notPrevious: (count: number, shown: number) => string;
  /** A unit seems to have had no report last year, while files of last year could not be read. */
  perhapsUnread: (names: readonly string[]) => string;
  choose: string;
  /** The unit had no report last year. */
  deny: string;
  unchoose: string;
  recheck: string;
  recheckHint: string;
  clear: string;
  export: string;
  print: string;
  back: string;
  /** Takes a file off the list. */
  remove: string;
  file: string;
  findings: string;
  suspects: string;
  years: string;
  figure: string;
  thisYear: string;
  previousYear: string;
  difference: string;
  chart: (unit: string) => string;
  rollUp: string;
  rollUpUnit: string;
  /** The sum was to be exported without a name. */
  rollUpUnnamed: string;
  rollUpEven: string;
  rollUpRun: string;
  rollUpExport: string;
  rollUpHint: string;
  /** Units have changed since they were added up. */
  rollUpOld: string;
  parts: (place: string, total: string) => string;
  noParts: string;
}

/** The first few of many names. */
export const MOST_NAMES = 5;
/** More of them, where each that is not named would be missed. */
export const MOST_FILES = 20;
