import { ConfirmedCells } from "../record/confirmed-cells";
import { draftTable, yearsIn } from "./import/draft";
import type { PublishedReport } from "../recognise/report/published";
import { checkTable, type CheckOptions } from "../rules/check";
import { checkReports, type Whole } from "../rules/report/check-reports";
import { checkNarrative, isWholeText } from "../rules/soft/narrative";
import { summarise } from "../rules/workbook";
import { SECTION_NAMES } from "../tables/sections";
import { NOTHING_COUNTED } from "./blank-count";
import { checkFile, type FileCheck, type FileTable } from "./check-file";
import { fileErrorOf, type FileError } from "./file-error";
import { misnamed, withFoundKind } from "./found-kind";
import { repairTable } from "./repair-file";
import { isWorkbook, readReportFile, type ReportFile } from "./report-file/read-report-file";

/** The part of a path behind the last slash of either kind. */
const nameOf = (file: string): string => file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);

const WORKBOOK_NAME = /\.(?:xls[xmb]?|xlt[xm]?|ett?)$/i;

/**
 * Checks a table of a report that has no sheets. It goes by the name of its section, with the year where there are several; its
 * cells have no addresses. What could not be read of it was not checked, and is no pass.
 */
function checkPublishedTable(report: PublishedReport, index: number, options: CheckOptions): FileTable {
  const published = report.tables[index]!;
  const check = checkTable(published, options);
  const { placement, contents } = published;
  const { concerns } = draftTable(report, index);
  const unread = [...concerns].flatMap(([key, concern]) => (key in contents ? [] : [{ key, concern }]));
  const verdict = check.verdict === "pass" && unread.length > 0 ? "incomplete" : check.verdict;
  const isOfSeveral = yearsIn(report).length > 0;
  const { sheet } = SECTION_NAMES[placement.table.section];
  const name = isOfSeveral && placement.year !== undefined ? `${sheet}（${placement.year}）` : sheet;
  const table = {
    filled: { ...published, placement: { ...placement, sheet: name, cells: {} } },
    check: { ...check, verdict },
  };
  return { ...table, repair: repairTable(table, ConfirmedCells.EMPTY), unread };
}

async function checkPublished(
  file: string,
  bytes: Uint8Array,
  options: CheckOptions,
): Promise<FileCheck & { published: ReportFile["kind"] }> {
  const { kind, report } = await readReportFile(nameOf(file), bytes);
  const tables = report.tables.map((_table, index) => checkPublishedTable(report, index, options));
  const { unit, year } = report;
  const whole: Whole = {
    stage: isWholeText(report) ? "published" : "excerpt",
    name: { ...(unit !== undefined && { unit }), ...(year !== undefined && { year }) },
    narrative: checkNarrative(report),
  };
  const reports = checkReports(report.tables, whole, options);
  const summary = summarise(tables, reports);
  return {
    file,
    published: kind,
    unit: unit ?? null,
    year: year ?? null,
    verdict: summary.verdict,
    summary,
    tables,
    blanks: { areZero: options.blankIsZero, areZeroInFile: false },
    reports,
    cutSheets: [],
    error: null,
  };
}

/** A file of which nothing could be checked. */
function refuse(file: string, error: FileError): FileCheck {
  const summary = summarise([]);
  const { verdict } = summary;
  const nothing = { published: null, unit: null, year: null, tables: [], reports: [], cutSheets: [] };
  return { file, ...nothing, blanks: NOTHING_COUNTED, verdict, summary, error };
}

/** The name promises a workbook: the reader of workbooks says best why there is none. */
function checkAsWorkbook(file: string, bytes: Uint8Array, options: CheckOptions): FileCheck {
  const checked = checkFile(file, bytes, options);
  return checked.error ? { ...checked, error: withFoundKind(checked.error, file, bytes) } : checked;
}

/**
 * Checks one file of any kind: a workbook, or a report as it was published in Word, HTML or text. What it is, its bytes tell and
 * not its name; only when they hold no report, the name tells what was expected.
 */
export async function checkReportFile(file: string, bytes: Uint8Array, options: CheckOptions): Promise<FileCheck> {
  try {
    if (isWorkbook(bytes)) return checkFile(file, bytes, options);
    const checked = await checkPublished(file, bytes, options);
    if (checked.tables.length > 0) return checked;
    const error = misnamed(file, checked.published);
    if (!error) return checked;
    if (!WORKBOOK_NAME.test(file)) return refuse(file, error);
  } catch (thrown) {
    const error = fileErrorOf(thrown);
    if (!error) throw thrown;
    if (!WORKBOOK_NAME.test(file)) return refuse(file, error);
  }
  return checkAsWorkbook(file, bytes, options);
}
