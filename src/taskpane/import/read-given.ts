import { ReportFileError } from "../../batch/report-file/error";
import { readReportFile, readReportText } from "../../batch/report-file/read-report-file";
import { XlsxError } from "../../xlsx";
import type { Given, Reading } from "./reading";

/** Reads what a person gave; what is wrong with it is an answer, too. */
export async function readGiven(given: Given): Promise<Reading> {
  try {
    const file = "text" in given ? readReportText(given.text) : await readReportFile(given.name, given.bytes);
    return { file };
  } catch (error) {
    if (!(error instanceof ReportFileError || error instanceof XlsxError)) throw error;
    const { code, ...details } = error.problem;
    return { problem: { code, details } };
  }
}
