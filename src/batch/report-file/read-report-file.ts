import { ReportError, type ReportErrorCode } from "../../recognise/report/error";
import { LIMITS } from "../../recognise/report/limits";
import type { PublishedReport } from "../../recognise/report/published";
import { isMarkup, readReport, type ReportSource } from "../../recognise/report/read-report";
import { relationsOf } from "../../rules/relations";
import { Zip } from "../../xlsx/zip";
import { isCsv, tabsOf } from "./csv";
import { decodeText } from "./decode-text";
import { ReportFileError, type ReportFileProblem } from "./error";
import { isZip, kindOfZip, refusedKindOf, type ReportFileKind } from "./identify";
import { DOCX_LIMITS, readDocx } from "./read-docx";

/** A report as it was published, out of a file or off the clipboard. */
export interface ReportFile {
  kind: Exclude<ReportFileKind, "xlsx">;
  report: PublishedReport;
}

/** No character takes more bytes in any encoding that is read. */
const MOST_BYTES = LIMITS.characters * 4;

/** What of a report's text broke a limit. */
const MEASURES = ["characters", "depth", "tables", "cells"] as const;

const PROBLEMS: Readonly<Record<ReportErrorCode, (details: ReportError["details"]) => ReportFileProblem>> = {
  empty: () => ({ code: "notAReport", found: "empty" }),
  binary: () => ({ code: "notAReport", found: "unknown" }),
  tooLarge: tooLarge,
  tooDeep: tooLarge,
  tooManyCells: tooLarge,
};

function tooLarge(details: ReportError["details"]): ReportFileProblem {
  const measure = MEASURES.find((name) => name in details) ?? "cells";
  return { code: "reportTooLarge", measure, found: Number(details[measure]), limit: Number(details.limit) };
}

function readSource(source: ReportSource): PublishedReport {
  try {
    return readReport(source, relationsOf);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    throw new ReportFileError(PROBLEMS[error.code](error.details), { cause: error });
  }
}

/** A file that an .xlsx was taken for: what it is tells its content, whatever its name says. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return isZip(bytes) && kindOfZip(new Zip(bytes, DOCX_LIMITS)) === "xlsx";
}

/**
 * Reads a report out of a text: a web page's HTML, as it was saved or copied, or plain text of any layout, CSV too.
 * @throws ReportFileError
 */
export function readReportText(text: string, name?: string): ReportFile {
  const kind = isMarkup(text) ? "html" : "text";
  const plain = kind === "text" && isCsv(text) ? tabsOf(text) : text;
  return { kind, report: readSource({ kind, text: plain, ...(name === undefined ? {} : { name }) }) };
}

/**
 * Reads a report out of a file as it was published: .docx, .html, .txt, told apart by their bytes.
 * @param name of the file, without its folder; may tell unit and year
 * @throws ReportFileError for a file that is none of these, or more than any report
 * @throws XlsxError for a Word document that is damaged or must not be trusted
 */
export async function readReportFile(name: string, bytes: Uint8Array): Promise<ReportFile> {
  if (isZip(bytes)) {
    const zip = new Zip(bytes, DOCX_LIMITS);
    const found = kindOfZip(zip);
    if (found === "docx") {
      return { kind: "docx", report: readSource({ kind: "html", text: await readDocx(zip), name }) };
    }
    throw new ReportFileError({ code: "notAReport", found: found === "xlsx" ? "workbook" : found });
  }
  const refused = refusedKindOf(name, bytes);
  if (refused) throw new ReportFileError({ code: "notAReport", found: refused });
  if (bytes.length > MOST_BYTES) {
    throw new ReportFileError({ code: "reportTooLarge", measure: "bytes", found: bytes.length, limit: MOST_BYTES });
  }
  return readReportText(decodeText(bytes), name);
}
