/** What a file is that cannot be read as a report, although a report may have been saved so. */
export type RefusedKind =
  | "empty"
  | "pdf"
  | "doc"
  | "wps"
  | "rtf"
  | "mht"
  | "xls"
  | "ofd"
  | "odt"
  | "ods"
  | "xmlSheet"
  | "image"
  | "archive"
  | "workbook"
  | "compound"
  | "encoding"
  | "unknown";

/** What went wrong, as data: the words that a person reads are made from it elsewhere. */
export type ReportFileProblem =
  | { code: "notAReport"; found: RefusedKind }
  /** More text, more tags within tags or more cells than any report has. */
  | {
      code: "reportTooLarge";
      measure: "bytes" | "characters" | "depth" | "tables" | "cells";
      found: number;
      limit: number;
    };

/** A file that cannot be read as a published report. Word files share the errors of .xlsx packages, `XlsxError`. */
export class ReportFileError extends Error {
  override readonly name = "ReportFileError";

  constructor(
    readonly problem: ReportFileProblem,
    options?: ErrorOptions,
  ) {
    super(
      Object.entries(problem)
        .map(([key, value]) => `${key}=${value}`)
        .join(", "),
      options,
    );
  }
}
