import { Zip } from "../xlsx/zip";
import { XlsxError } from "../xlsx";
import type { FileError } from "./file-error";
import { isZip, kindOfZip, refusedKindOf } from "./report-file/identify";
import { DOCX_LIMITS } from "./report-file/read-docx";
import type { ReportFile } from "./report-file/read-report-file";

/** Endings that promise something else than text, or than the file of another program. */
const PROMISING = /\.(?:xls[xmb]?|xlt[xm]?|ett?|ods|docx?|wps|rtf|pdf|zip|rar|7z)$/i;

/** What Word opens whichever of these its name ends in. */
const WORD = /\.(?:docx?|wps|rtf)$/i;

/** Kinds that say less than the reader of .xlsx may know of the same file. */
const VAGUE: ReadonlySet<string> = new Set(["compound", "xlsx", "empty"]);

function kindOf(file: string, bytes: Uint8Array): string | null {
  if (!isZip(bytes)) return refusedKindOf(file, bytes);
  try {
    return kindOfZip(new Zip(bytes, DOCX_LIMITS));
  } catch (error) {
    if (!(error instanceof XlsxError)) throw error;
    return null;
  }
}

/** Says of a file that is no workbook what it is: of other kinds of file the reader of .xlsx knows few. */
export function withFoundKind(error: FileError, file: string, bytes: Uint8Array): FileError {
  if (error.code !== "notAnXlsx") return error;
  const found = kindOf(file, bytes);
  return found === null || VAGUE.has(found) ? error : { ...error, details: { found } };
}

/** What a file without tables is, where its name promises something else; null where it is what it is called. */
export function misnamed(file: string, found: ReportFile["kind"]): FileError | null {
  const named = PROMISING.exec(file)?.[0];
  if (named === undefined || (found === "docx" && WORD.test(file))) return null;
  return { code: "notAReport", details: { found, named } };
}
