import { ConfirmedCells } from "./confirmed-cells";
import { ExplanationBook } from "./explanation-book";
import type { Seal } from "./seal/seal";

/** What is remembered in a workbook besides its cells. It stands in one custom XML part. */
export interface WorkbookRecord {
  explanations: ExplanationBook;
  confirmed: ConfirmedCells;
  seal: Seal | null;
}

export const EMPTY_RECORD: WorkbookRecord = {
  explanations: ExplanationBook.EMPTY,
  confirmed: ConfirmedCells.EMPTY,
  seal: null,
};

/** Namespace of the root element of the part. */
export const RECORD_NAMESPACE = "urn:gouji:record";
/** Raised when a part is written that earlier versions would read wrongly; they refuse it, and leave it alone. */
export const RECORD_VERSION = 1;

/** Why a part is not read: made by a later version, not what it should be, or larger than any that we write. */
export type RecordProblem = "newer" | "damaged" | "tooLarge";

/** A part that cannot be read. It is never overwritten. */
export class RecordError extends Error {
  override readonly name = "RecordError";

  constructor(
    readonly problem: RecordProblem,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${problem}: ${detail}`, options);
  }
}
