import { checkFile, type FileCheck } from "../batch/check-file";
import type { Locale } from "../locales";
import { COMMAND_TEXTS } from "../locales/command";
import type { CheckOptions } from "../rules/check";
import { summarise } from "../rules/workbook";
import { codeOf } from "./error-code";

/** A file with what became of it, and why it could not be read in words. */
export interface ReadOutcome {
  check: FileCheck;
  error: { code: string; message: string } | null;
}

export type ReadFile = (path: string) => Promise<Uint8Array>;

/** Reads and checks one file. A file that is not there or that is no workbook becomes an outcome; the rest goes on. */
export async function checkPath(
  path: string,
  readFile: ReadFile,
  options: CheckOptions,
  locale: Locale,
): Promise<ReadOutcome> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    const summary = summarise([]);
    const check: FileCheck = {
      file: path,
      unit: null,
      year: null,
      verdict: summary.verdict,
      summary,
      tables: [],
      error: null,
    };
    return { check, error: { code: code, message: COMMAND_TEXTS[locale.id].fileError(code, path).trim() } };
  }
  const check = checkFile(path, bytes, options);
  if (!check.error) return { check, error: null };
  const { code, ...details } = check.error.problem;
  const { what, next } = locale.describeError(code, details);
  return { check, error: { code, message: COMMAND_TEXTS[locale.id].unreadable(what, next).trim() } };
}
