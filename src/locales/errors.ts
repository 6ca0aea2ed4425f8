/** Names, addresses and numbers of an error. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** What a person reads when something went wrong; each a whole sentence. */
export interface ErrorText {
  /** What happened. */
  what: string;
  /** What was not lost. */
  kept: string;
  /** What to do now. */
  next: string;
}

/** The codes of all errors that have words: of Excel, of the actions, of .xlsx files, of published reports, of files that could not be checked. */
export const ERROR_CODES = [
  "AccessDenied",
  "CellChanged",
  "CellEditMode",
  "CellsHidden",
  "HoldsFormula",
  "Host",
  "HostBusy",
  "NoRoom",
  "NotInExcel",
  "Occupied",
  "SessionLost",
  "SheetHidden",
  "SheetMissing",
  "SheetProtected",
  "TableMoved",
  "TooLarge",
  "WorkbookProtected",
  "BadWorkbook",
  "Insubstantial",
  "NoTables",
  "NotLoaded",
  "NotPassed",
  "RecordUnreadable",
  "TableMissing",
  "Reviewing",
  "Unexpected",
  "Year",
  "notAnXlsx",
  "passwordProtected",
  "damaged",
  "zipBomb",
  "missingPart",
  "forbiddenXml",
  "tooManyCells",
  "unsupportedZip",
  "badChange",
  "notAReport",
  "reportTooLarge",
  "ENOENT",
  "NotFoundError",
  "EACCES",
  "EPERM",
  "NotReadableError",
  "TooSlow",
  "WorkerDied",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export type DescribeError = (details: ErrorDetails) => ErrorText;

/** Whether a code has words of its own. */
export function isKnownError(code: string): code is ErrorCode {
  return (ERROR_CODES as readonly string[]).includes(code);
}

/** A detail as text; empty when it is not given. */
export const detail = (details: ErrorDetails, name: string): string => String(details[name] ?? "");
