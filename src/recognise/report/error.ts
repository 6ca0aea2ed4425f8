/** Why a source cannot be read as a report at all. */
export type ReportErrorCode = "tooLarge" | "tooDeep" | "tooManyCells" | "binary" | "empty";

/** A source that is no report, or one that would take more time or memory than any report needs. */
export class ReportError extends Error {
  constructor(
    readonly code: ReportErrorCode,
    /** What was measured, and the limit that it broke, when there is one. */
    readonly details: Readonly<Record<string, number | string>>,
  ) {
    super(
      `not readable as a report (${code}): ${Object.entries(details)
        .map(([name, value]) => `${name} ${value}`)
        .join(", ")}`,
    );
    this.name = "ReportError";
  }
}
