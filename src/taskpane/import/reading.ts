import type { ReportFile } from "../../batch/report-file/read-report-file";
import type { ErrorDetails } from "../../excel/coded-error";

/** A report as a person gave it: a file, or what was pasted. */
export type Given = { name: string; bytes: Uint8Array } | { text: string };

/** What came of it. */
export type Reading = { file: ReportFile } | { problem: { code: string; details: ErrorDetails } };
