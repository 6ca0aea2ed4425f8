import { XlsxError, type XlsxProblem } from "../xlsx";
import { ReportFileError, type ReportFileProblem } from "./report-file/error";

/**
 * Why a file could not be checked, as plain data that crosses between threads. Codes: those of `xlsx` and of published
 * reports, those of Node and of
 * browsers for a file that cannot be opened (`ENOENT`, `NotFoundError`), and `WorkerDied` and `TooSlow` of the batch itself.
 */
export interface FileError {
  code: string;
  details: Readonly<Record<string, string | number>>;
}

/** Those of the batch itself and of file systems that have words of their own; the others are rare, and told by their code. */
export const FILE_ERROR_CODES = [
  "ENOENT",
  "NotFoundError",
  "EACCES",
  "EPERM",
  "NotReadableError",
  "TooSlow",
  "WorkerDied",
] as const;

const ofProblem = ({ code, ...details }: XlsxProblem | ReportFileProblem): FileError => ({ code, details });

/** The code of an error of Node's file system, as ENOENT, or the name of one of the browser's; undefined for any other error. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string" && /^E[A-Z0-9]+$/.test(error.code)) return error.code;
  return typeof DOMException === "function" && error instanceof DOMException ? error.name : undefined;
}

/** The error as data when it is the file's fault; null for a fault of ours, which is to be thrown on. */
export function fileErrorOf(error: unknown): FileError | null {
  if (error instanceof XlsxError || error instanceof ReportFileError) return ofProblem(error.problem);
  const code = codeOf(error);
  return code === undefined ? null : { code, details: {} };
}
