import { readPrinted, type PrintedExplanation } from "../record/printed";
import { isReportSheet } from "../record/report-sheet";
import { RECORD_NAMESPACE } from "../record/record";
import { recogniseSheet } from "../recognise/sheet";
import { readName } from "../recognise/year";
import { checkTable, type CheckOptions, type Verdict } from "../rules/check";
import { checkReports, type ReportCheck } from "../rules/report/check-reports";
import { summarise, type CheckedTable, type Summary } from "../rules/workbook";
import type { CellConcern } from "../tables/concern";
import type { Grid } from "../tables/grid";
import type { CellKey } from "../tables/table";
import { readWorkbook } from "../xlsx";
import { ownSheetsIn } from "../record/own-sheets";
import type { Repair } from "../repair/suspects";
import { fileErrorOf, type FileError } from "./file-error";
import { ownFileIn, type OwnFile } from "./own-file";
import { readFileRecord, type FileRecord } from "./record-part/file-record";
import { repairTable } from "./repair-file";
import { countsBlanksAsZero, type BlankCount } from "./blank-count";
import { cutOf, gridOfSheet, type CutSheet } from "./sheet-grid";

/** A table of a file, its check, and what is wrong in it. */
export interface FileTable extends CheckedTable {
  /** Null when nothing is wrong, or only cells are still to be filled. */
  repair: Repair | null;
  /** Cells of a published report that nothing was read of, because it was not certain; absent for a workbook. */
  unread?: readonly UnreadCell[];
}

/** A cell that was not read, and why. */
export interface UnreadCell {
  key: CellKey;
  concern: CellConcern;
}

/** What became of one file. A file that cannot be read is incomplete: it was not checked. */
export interface FileCheck {
  file: string;
  /** What a published report was read from; null for a workbook, and for what could not be read. */
  published: "docx" | "html" | "text" | null;
  unit: string | null;
  year: number | null;
  verdict: Verdict;
  summary: Summary;
  tables: readonly FileTable[];
  /** What the tables are together; they name tables by their place in `tables`. */
  reports: readonly ReportCheck[];
  /** Sheets of a workbook of which only a part was read. */
  cutSheets: readonly CutSheet[];
  /** How blank cells were counted. */
  blanks: BlankCount;
  /** What the file remembers; absent when it is not of a kind that remembers anything, or could not be read. */
  record?: FileRecord;
  /** What of ours it is; absent when it is not. */
  own?: OwnFile;
  /** Explanations that the report sheet shows while the file remembers nothing: another program lost them. Absent when there are none. */
  lost?: readonly PrintedExplanation[];
  /** Why the file could not be read; other errors are ours and are thrown. */
  error: FileError | null;
}

function toldBy<Key extends "unit" | "year">(tables: readonly CheckedTable[], key: Key) {
  return tables.map(({ filled }) => filled.placement[key]).find((told) => told !== undefined) ?? null;
}

function checkSheet(grid: Grid, { confirmed, ...options }: CheckOptions & Pick<FileRecord, "confirmed">): FileTable[] {
  return recogniseSheet(grid).map((filled) => {
    const table = { filled, check: checkTable(filled, options) };
    return { ...table, repair: repairTable(table, confirmed) };
  });
}

/** Reads one .xlsx, finds its tables on whatever sheets they stand, and checks them. */
export function checkFile(file: string, bytes: Uint8Array, options: CheckOptions): FileCheck {
  let tables: FileTable[] = [];
  const cutSheets: CutSheet[] = [];
  let record: FileRecord | undefined;
  let own: OwnFile | null = null;
  let areZeroInFile = false;
  let lost: PrintedExplanation[] = [];
  let error: FileError | null = null;
  try {
    const workbook = readWorkbook(bytes);
    record = readFileRecord(workbook);
    own = ownFileIn(workbook);
    areZeroInFile = countsBlanksAsZero(workbook, record.seal);
    const { explanations, confirmed } = record;
    const ownSheets = ownSheetsIn(workbook.properties.custom);
    const remembersNothing = workbook.customXml.every(({ namespace }) => namespace !== RECORD_NAMESPACE);
    tables = workbook.sheets.flatMap((sheet) => {
      const grid = gridOfSheet(sheet);
      // what is ours holds no table, however long it is
      const cut = ownSheets.has(sheet.name) ? null : cutOf(sheet, grid);
      if (cut) cutSheets.push(cut);
      if (remembersNothing && isReportSheet(sheet.name)) lost = readPrinted(grid);
      return checkSheet(grid, { ...options, explanations, confirmed });
    });
  } catch (thrown) {
    error = fileErrorOf(thrown);
    if (!error) throw thrown;
  }
  const name = readName(file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1));
  const filled = tables.map((table) => table.filled);
  const reports = checkReports(filled, { stage: "submitted", name }, options);
  const summary = summarise(tables, reports, cutSheets.length);
  return {
    file,
    published: null,
    unit: toldBy(tables, "unit") ?? name.unit ?? null,
    year: toldBy(tables, "year") ?? name.year ?? null,
    verdict: summary.verdict,
    summary,
    tables,
    blanks: { areZero: options.blankIsZero, areZeroInFile },
    ...(record && { record }),
    ...(own && { own }),
    ...(lost.length > 0 && { lost }),
    reports,
    cutSheets,
    error,
  };
}
