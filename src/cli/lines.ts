import { placementOf, type FileResult, type ReportResult, type TableResult } from "../batch/file-result";
import { contradictsFile } from "../batch/blank-count";
import type { FileError } from "../batch/file-error";
import type { Comparison, UnitCheck } from "../batch/units/compare-units";
import { unreadLines } from "../batch/unread-cells";
import { outcomeOf } from "../batch/unit-remarks";
import { matchSentence } from "../batch/units/match-words";
import { tableOfFinding } from "../rules/cross/table-of-finding";
import type { Locale } from "../locales";
import type { BatchLocale } from "../locales/batch-locale";
import { COMMAND_TEXTS } from "../locales/command";
import type { Placement } from "../tables/filled";
import { tableAddress } from "./addresses";
import { explanationLines } from "./explanation-lines";
import { suspectLines } from "./suspect-lines";

/** How a table is called: by its address, or by its name where it was published without one. */
const tableName = (table: TableResult, { published }: FileResult): string =>
  published ? table.sheet : tableAddress(table);

/** Why a file could not be checked, and what to do. */
export function errorMessage(file: string, { code, details }: FileError, locale: Locale): string {
  const { what, next } = locale.describeError(code, { file, ...details });
  return COMMAND_TEXTS[locale.id].unreadable(what, next);
}

/** Blank cells that are named; who needs all of them takes the JSON. */
const MOST_BLANKS = 12;
/** Of those that have no address, and are named in words. */
const MOST_NAMED = 5;

function blankLines({ findings }: TableResult, placement: Placement, locale: Locale): string[] {
  const blank = findings.flatMap(({ kind, cells }) => (kind === "blank" ? cells : []));
  if (blank.length === 0) return [];
  const places = blank.map((key) => locale.describePlace(key, placement));
  const addressed = places.slice(0, MOST_BLANKS).flatMap(({ address }) => address || []);
  const addresses = addressed.length > 0 ? addressed : places.slice(0, MOST_NAMED).map(({ words }) => words);
  return [COMMAND_TEXTS[locale.id].blanks(addresses, blank.length)];
}

function tableLines(table: TableResult, file: FileResult, locale: BatchLocale): string[] {
  const placement = placementOf(table);
  const findings = [...table.findings.entries()].filter(([, { kind }]) => kind !== "blank");
  return [
    COMMAND_TEXTS[locale.id].table(tableName(table, file), locale.verdicts[table.verdict], table.blanks),
    ...blankLines(table, placement, locale),
    ...unreadLines(table, locale).map((sentence) => `    ${sentence}`),
    ...findings.flatMap(([index, finding]) => {
      const { address, sentence } = locale.describeFinding(finding, placement);
      return [
        `    [${locale.severities[finding.severity]}] ${address && `${address}  `}${sentence}`,
        ...explanationLines(table.standings[index] ?? null, locale),
      ];
    }),
    ...(table.repair ? suspectLines(table.repair, table.confirmed, placement, locale, COMMAND_TEXTS[locale.id]) : []),
  ];
}

function findingLines({ check, standings }: Comparison, { tables }: FileResult, locale: Locale): string[] {
  return (check?.findings ?? []).flatMap((finding, index) => {
    const { address, sentence } = locale.describeFinding(
      finding,
      placementOf(tableOfFinding(finding, tables, ({ section }) => section)),
    );
    return [
      `    [${locale.severities[finding.severity]}] ${address && `${address}  `}${sentence}`,
      ...explanationLines(standings[index]!, locale),
    ];
  });
}

function comparisonLines(comparison: Comparison, result: FileResult, locale: Locale): string[] {
  const { check } = comparison;
  const { years } = locale;
  return [
    `  ${matchSentence(comparison, years)}`,
    ...findingLines(comparison, result, locale),
    ...(check?.skipped.map((skipped) => `    ${years.skipped(skipped)}`) ?? []),
    ...(check && check.undecided > 0 ? [`    ${years.undecided(check)}`] : []),
  ];
}

/** What is said of a report as a whole; nothing where nothing was found. */
function reportLines(report: ReportResult, locale: Locale): string[] {
  if (report.findings.length === 0) return [];
  const { describeReportFinding, describeSubject, severities, verdicts } = locale;
  return [
    COMMAND_TEXTS[locale.id].report(describeSubject(report), verdicts[report.verdict]),
    ...report.findings.flatMap((finding, index) => [
      `    [${severities[finding.severity]}] ${describeReportFinding(finding).sentence}`,
      ...explanationLines(report.standings[index] ?? null, locale),
    ]),
  ];
}

/** What is printed of one file. */
export function fileLines(unit: UnitCheck, locale: BatchLocale): string[] {
  const { result, tables, comparison } = unit;
  const { file, reports, cutSheets, blanks, summary, recordProblem, lost, error } = result;
  const texts = COMMAND_TEXTS[locale.id];
  const first = texts.file(file, locale.batch.outcomes[outcomeOf(unit)]);
  if (error) return [first, `  ${errorMessage(file, error, locale)}`];
  const problem = [
    ...(recordProblem ? [`  ${locale.record.problems[recordProblem]}`] : []),
    ...(lost.length > 0 ? [`  [${locale.severities.hint}] ${locale.record.lost(lost)}`] : []),
  ];
  const otherwise = contradictsFile(blanks, summary.blanks) ? [`  ${locale.batch.zeroInFile}`] : [];
  const cut = cutSheets.map((one) => `  ${locale.sheet.report.describeCut(one)}`);
  const whole = reports.flatMap((report) => reportLines(report, locale));
  if (tables.length === 0) return [first, ...problem, texts.noTables, ...cut, ...whole];
  return [
    first,
    ...problem,
    ...otherwise,
    ...cut,
    ...whole,
    ...tables.flatMap((table) => tableLines(table, result, locale)),
    ...(comparison ? comparisonLines(comparison, result, locale) : []),
  ];
}
