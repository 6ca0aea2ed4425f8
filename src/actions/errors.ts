import type { Verdict } from "../rules/check";
import type { Summary } from "../rules/workbook";
import { CodedError } from "../excel/coded-error";
import { EXCEL_ERROR_CODES, ExcelError } from "../excel/errors";
import { YearError } from "../tables/formats";
import type { RecordError } from "../record/record";
import type { TextFault } from "../record/judge-text";
import type { ActionId, StoppedDetails } from "./action";
import type { Failure } from "./state";

/** Codes of everything that an action can fail with. `locales` has a sentence for each. */
export const FAILURE_CODES = [
  ...EXCEL_ERROR_CODES,
  "BadWorkbook",
  "Insubstantial",
  "NotLoaded",
  "NoTables",
  "NotPassed",
  "RecordUnreadable",
  "Reviewing",
  "TableMissing",
  "Unexpected",
  "Year",
] as const;

type FailureCode = (typeof FAILURE_CODES)[number];

/** Something that an action did not do, apart from what Excel refused. */
abstract class ActionError extends CodedError<FailureCode> {}

/** The workbook has none of the official tables. */
export class NoTablesError extends ActionError {
  readonly code = "NoTables";

  constructor() {
    super("the workbook has none of the official tables");
  }
}

/** The workbook did not pass, and nobody confirmed that it is to be exported all the same. */
export class NotPassedError extends ActionError {
  readonly code = "NotPassed";

  constructor(
    readonly verdict: Verdict,
    { findings: { error: errors }, unexplained, blanks, cutSheets }: Summary,
  ) {
    const counts = `${errors} errors, ${unexplained} unexplained warnings, ${blanks} blank cells, ${cutSheets} sheets not read whole`;
    super(`verdict is ${verdict}: ${counts}`, { verdict, errors, unexplained, blanks, cutSheets });
  }
}

/** The table was there when the list was made and is gone now. */
export class TableMissingError extends ActionError {
  readonly code = "TableMissing";

  constructor(tableId: string) {
    super(`no table ${tableId}`, { tableId });
  }
}

/** In review mode nothing writes figures: they are the reporter's to change. */
export class ReviewingError extends ActionError {
  readonly code = "Reviewing";

  constructor() {
    super("figures are not changed in review mode");
  }
}

/** A text was to explain something, and says nothing or what was not accepted. `details.fault` tells in which way. */
export class InsubstantialError extends ActionError {
  readonly code = "Insubstantial";

  constructor(fault: TextFault) {
    super(`the text explains nothing: ${fault}`, { fault });
  }
}

/** What the workbook remembers cannot be read, and is not overwritten. `details.problem` tells why. */
export class RecordUnreadableError extends ActionError {
  readonly code = "RecordUnreadable";

  constructor(cause: RecordError) {
    super(`cannot read what the workbook remembers: ${cause.message}`, { problem: cause.problem }, { cause });
  }
}

/** The bytes that Excel handed over are not a workbook that can be stamped. `details.reason` is a code of `xlsx`. */
export class BadWorkbookError extends ActionError {
  readonly code = "BadWorkbook";

  constructor(reason: string, cause: unknown) {
    super(`cannot stamp the workbook: ${reason}`, { reason }, { cause });
  }
}

/** A person stopped the action. Not a failure: it tells what was done until then, and is said as such. */
export class StoppedError extends Error {
  constructor(readonly stopped: StoppedDetails = {}) {
    super("the action was stopped");
  }

  override get name(): string {
    return "StoppedError";
  }
}

/** Any error as coded data. */
export function failureOf(error: unknown, action: ActionId | null): Failure {
  if (error instanceof ExcelError || error instanceof ActionError) {
    return { code: error.code, details: error.details, action };
  }
  // as webpack names it
  if (error instanceof Error && error.name === "ChunkLoadError") return { code: "NotLoaded", details: {}, action };
  if (error instanceof YearError) return { code: "Year", details: { year: error.year }, action };
  return { code: "Unexpected", details: { message: String(error) }, action };
}
