import type { Explanation } from "../record/explanation";
import type { Standing } from "../record/explanation-book";
import { EMPTY_RECORD, type RecordProblem, type WorkbookRecord } from "../record/record";
import type { PrintedExplanation } from "../record/printed";
import { identityOf, reportSubjectOf, subjectOf } from "../record/subject";
import type { Verdict } from "../rules/check";
import { CROSS_RULES } from "../rules/cross/cross-catalogue";
import { isToExplain } from "../rules/explained";
import type { Finding } from "../rules/finding";
import { isReportToExplain, placesOf, type ReportCheck } from "../rules/report/check-reports";
import type { ReportFinding } from "../rules/report/report-finding";
import { summarise, type Summary } from "../rules/workbook";
import type { CellPosition, FilledTable, Placement } from "../tables/filled";
import { tableOf } from "../tables/formats";
import { splitKey, type Area, type CellKey, type FormatId, type SectionId } from "../tables/table";
import type { Repair } from "../repair/suspects";
import { NOTHING_COUNTED } from "./blank-count";
import type { FileCheck, FileTable, UnreadCell } from "./check-file";
import { printOf, type FigurePrint } from "./figure-print";
import { filledOf } from "./figures";
import { keysIn } from "./repair-file";
import type { FileError } from "./file-error";
import type { OwnFile } from "./own-file";
import { keepTable, type WholeTable } from "./whole-table";

/** What is kept of a checked file: what a person is shown of it. Plain data that crosses between threads. */
export interface FileResult {
  file: string;
  /** What a published report was read from: its tables have no addresses. Null for a workbook. */
  published: FileCheck["published"];
  unit: string | null;
  year: number | null;
  verdict: Verdict;
  summary: Summary;
  tables: readonly TableResult[];
  /** What the tables are together; they name tables by their place in `tables`. */
  reports: readonly ReportResult[];
  /** What was written about warnings between years: they are only found once last year's report is there. */
  betweenYears: readonly Explanation[];
  cutSheets: FileCheck["cutSheets"];
  /** By what its figures are compared with those of other files; null when it is not one report. */
  print: FigurePrint | null;
  /** How blank cells were counted. */
  blanks: FileCheck["blanks"];
  /** Why what the file remembers cannot be read: then no warning in it is explained. */
  recordProblem: RecordProblem | null;
  /** Explanations that stand on the report sheet only: another program lost what the file remembered. */
  lost: readonly PrintedExplanation[];
  /** What it is when this program wrote it about many files; null for everything else. */
  own: OwnFile | null;
  /** Why it could not be checked. */
  error: FileError | null;
  /** SHA-256 of the content, where it was asked for. */
  hash: string | null;
}

export interface ReportResult extends ReportCheck {
  /** What was written about each finding; null for what passes by no explanation. */
  standings: readonly (Standing | null)[];
}

export interface TableResult {
  section: SectionId;
  format: FormatId;
  /** What its title tells of whose it is, and of which year. */
  unit: string | null;
  year: number | null;
  sheet: string;
  area: Area;
  verdict: Verdict;
  /** Cells still to be filled. */
  blanks: number;
  /** Cells that nothing was read of, because it was not certain: they were not checked. */
  unread: readonly UnreadCell[];
  findings: readonly Finding[];
  /** How the findings stand, in their order; null for one that passes by no explanation. */
  standings: readonly (Standing | null)[];
  /** What is probably wrong; null when nothing is, or only cells are still to be filled. */
  repair: Repair | null;
  /** Cells that a person took for right: they are not suspected. */
  confirmed: readonly CellKey[];
  /** The places of the cells that are named in any of this. */
  cells: Partial<Record<CellKey, CellPosition>>;
  /** Everything that stands in it, where figures were asked for. */
  whole: WholeTable | null;
}

interface Wanted {
  withFigures: boolean;
  hash: string | null;
}

/** Lines of this year's tables that findings between years name. */
const BETWEEN_YEARS = new Set(
  Object.values(CROSS_RULES).flatMap(({ figure, addends }) => [
    figure,
    ...addends.filter(({ year }) => year === "current").map(({ line }) => line),
  ]),
);

function isBetweenYears(key: CellKey): boolean {
  const { row, column } = splitKey(key);
  return BETWEEN_YEARS.has(row) || BETWEEN_YEARS.has(column);
}

function cellsOf({ check, repair, filled }: FileTable, more: readonly CellKey[]): TableResult["cells"] {
  const found = check.findings.flatMap(({ cells, flags }) => [...cells, ...flags]);
  const { cells, table } = filled.placement;
  const compared = table.numbers.map(({ key }) => key).filter(isBetweenYears);
  const named = new Set([...found, ...(repair ? keysIn(repair) : []), ...compared, ...more]);
  return Object.fromEntries([...named].flatMap((key) => (cells[key] ? [[key, cells[key]]] : [])));
}

function resultOf(
  table: FileTable,
  more: readonly CellKey[],
  { explanations: book, confirmed }: Pick<WorkbookRecord, "explanations" | "confirmed">,
  { withFigures }: Wanted,
): TableResult {
  const { filled, check, repair } = table;
  const { placement } = filled;
  const trusted = confirmed.of(filled);
  return {
    ...identityOf(filled),
    sheet: placement.sheet,
    area: placement.area,
    verdict: check.verdict,
    blanks: check.blanks.length,
    unread: table.unread ?? [],
    findings: check.findings,
    standings: check.findings.map((one) => (isToExplain(one) ? book.standing(subjectOf(one, filled)) : null)),
    repair,
    confirmed: trusted,
    cells: cellsOf(table, [...more, ...trusted]),
    whole: withFigures ? keepTable(filled) : null,
  };
}

export function makeResult(check: FileCheck, wanted: Wanted): FileResult {
  const {
    file,
    published,
    unit,
    year,
    verdict,
    summary,
    cutSheets,
    blanks,
    record,
    own = null,
    lost = [],
    error,
  } = check;
  const known = record ?? EMPTY_RECORD;
  const book = known.explanations;
  const sections = check.tables.map(({ filled }) => filled.placement.table.section);
  const standingOf = (finding: ReportFinding, report: ReportCheck) =>
    isReportToExplain(finding) ? book.standing(reportSubjectOf(finding, report)) : null;
  const places = check.reports.flatMap((report) =>
    report.findings.flatMap((finding) => placesOf(finding, report, sections)),
  );
  const tables = check.tables.map((table, index) => {
    const more = places.flatMap((place) => (place.table === index ? place.cells : []));
    return resultOf(table, more, known, wanted);
  });
  const reports = check.reports.map((report): ReportResult => ({
    ...report,
    standings: report.findings.map((finding) => standingOf(finding, report)),
  }));
  const betweenYears = book.entries.filter(({ subject }) => subject.rule in CROSS_RULES);
  const recordProblem = record?.problem ?? null;
  return {
    file,
    published,
    unit,
    year,
    verdict,
    summary,
    tables,
    reports,
    betweenYears,
    cutSheets,
    print: printOf(check.tables.map(({ filled }) => filled)),
    blanks,
    recordProblem,
    lost,
    own,
    error,
    hash: wanted.hash,
  };
}

/** A file that was not checked, and so did not pass. */
export function unreadable(file: string, error: FileError): FileResult {
  const summary = summarise([]);
  return {
    file,
    published: null,
    unit: null,
    year: null,
    verdict: summary.verdict,
    summary,
    tables: [],
    reports: [],
    betweenYears: [],
    cutSheets: [],
    print: null,
    blanks: NOTHING_COUNTED,
    recordProblem: null,
    lost: [],
    own: null,
    error,
    hash: null,
  };
}

/** Where a table stands, as far as its findings need it. */
export function placementOf({ section, format, unit, year, sheet, area, cells }: TableResult): Placement {
  const title = { ...(unit !== null && { unit }), ...(year !== null && { year }) };
  return { table: tableOf(format, section), ...title, sheet, area, cells };
}

/** The tables with their numbers; only those whose figures were asked for. */
export function filledTables({ tables }: FileResult): FilledTable[] {
  return tables.flatMap((table) => (table.whole ? [filledOf(placementOf(table), table.whole.figures)] : []));
}

/** A report of last year as far as comparing needs it: its figures, without what was found in them. */
export function figuresOnly(result: FileResult): FileResult {
  const tables = result.tables.map((table): TableResult => ({
    ...table,
    unread: [],
    findings: [],
    standings: [],
    repair: null,
    cells: {},
    whole: table.whole && { figures: table.whole.figures, others: {}, computed: [], places: [], headers: null },
  }));
  return { ...result, tables, reports: [], betweenYears: [] };
}
