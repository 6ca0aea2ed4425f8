import { placementOf, type FileResult, type TableResult } from "../batch/file-result";
import type { BatchRemark } from "../batch/remarks";
import { unreadGroups } from "../batch/unread-cells";
import type { Comparison, UnitCheck } from "../batch/units/compare-units";
import { reportName } from "../batch/units/match-words";
import type { CrossFinding } from "../rules/cross/cross-finding";
import { tableOfFinding } from "../rules/cross/table-of-finding";
import type { Locale } from "../locales";
import type { PrintedExplanation } from "../record/printed";
import type { BatchLocale } from "../locales/batch-locale";
import { COMMAND_TEXTS } from "../locales/command";
import { DESCRIBE_REMARK } from "../locales/remarks";
import { RULE_SET_VERSION } from "../rules/catalogue";
import type { Finding } from "../rules/finding";
import { areaAddress } from "../tables/address";
import { explanationJson } from "./explanation-lines";
import { addressIn, tableAddress, type Locate } from "./addresses";
import { errorMessage } from "./lines";
import { reportFindingJson } from "./report-json";
import { suspectsJson, unlocatedJson } from "./suspect-json";
import type { Counts } from "./counts";

/*
 * What `--json` prints; others rely on it, so fields are added and never changed. It is written file by file, so that a run over
 * thousands of files holds only the one that it writes.
 */

const INDENT = 2;

/** A value as it stands within the list of files. */
const inList = (value: unknown): string =>
  JSON.stringify(value, null, INDENT)
    .split("\n")
    .map((line) => " ".repeat(2 * INDENT) + line)
    .join("\n");

/** Everything before the first file. */
export const jsonHead = (version: string, blankIsZero: boolean): string =>
  `{\n  "version": ${JSON.stringify(version)},\n  "rules": ${JSON.stringify(RULE_SET_VERSION)},\n  "blankIsZero": ${blankIsZero},\n  "files": [`;

/** One file; every file but the first is parted from the one before. */
export const jsonFile = (unit: UnitCheck, isFirst: boolean, locale: BatchLocale): string =>
  `${isFirst ? "" : ","}\n${inList(fileJson(unit, locale))}`;

/** A value as it stands below the braces of the whole. */
const inWhole = (value: unknown): string => JSON.stringify(value, null, INDENT).replaceAll("\n", "\n  ");

/** Everything after the last file. */
export function jsonTail(
  { files, pass, fail, incomplete }: Counts,
  remarks: readonly BatchRemark[],
  locale: Locale,
): string {
  const told = remarks.map((remark) => ({ ...remark, message: DESCRIBE_REMARK[locale.id](remark) }));
  const summary = { files, pass, fail, incomplete };
  return `\n  ],\n  "remarks": ${inWhole(told)},\n  "summary": ${inWhole(summary)}\n}`;
}

const wordsIn =
  ({ describePlace }: Locale): Locate =>
  (table, key) => [`${table.sheet}${describePlace(key, placementOf(table)).words}`];

const lostJson = ({ rule, place, explanation, objection }: PrintedExplanation) => ({
  rule,
  place,
  ...explanation,
  ...(objection && { objection }),
});

function fileJson(checked: UnitCheck, locale: BatchLocale) {
  const { result, tables: repaired, comparison, verdict } = checked;
  const { file, published, unit, year, tables, cutSheets, blanks, recordProblem, lost, error } = result;
  const locate = published ? wordsIn(locale) : addressIn;
  return {
    file,
    ...(published && { published }),
    unit,
    year,
    verdict,
    ...(recordProblem && { recordProblem }),
    ...(blanks.areZeroInFile && { blankIsZeroInFile: true }),
    ...(lost.length > 0 && { lostExplanations: lost.map(lostJson), hint: locale.record.lost(lost) }),
    ...(cutSheets.length > 0 && {
      cutSheets: cutSheets.map((cut) => ({
        sheet: cut.sheet,
        range: areaAddress(cut.area),
        message: locale.sheet.report.describeCut(cut),
      })),
    }),
    ...(!error &&
      tables.length === 0 && { note: { code: "noTables", message: COMMAND_TEXTS[locale.id].noTables.trim() } }),
    ...(error && { error: { code: error.code, message: errorMessage(file, error, locale) } }),
    tables: tables.map((table) => ({
      table: table.section,
      format: table.format,
      sheet: table.sheet,
      range: published ? null : tableAddress(table),
      verdict: table.verdict,
    })),
    findings: findingsJson(checked, locale, locate),
    ...(comparison && { previous: previousJson(comparison, locale) }),
    unread: tables.flatMap((table) => unreadJson(table, locale, locate)),
    suspects: suspectsJson(repaired, locale, locate),
    unlocated: unlocatedJson(repaired, locale, locate),
    confirmed: tables.flatMap((table) =>
      table.confirmed.map((key) => ({ table: table.section, cell: locate(table, key)[0] ?? null, key })),
    ),
  };
}

/** Of the report as a whole, then of each table, then between the years. */
function findingsJson({ result, comparison }: UnitCheck, locale: Locale, locate: Locate) {
  const { reports, tables } = result;
  return [
    ...reports.flatMap((report) =>
      report.findings.map((finding, index) => ({
        ...reportFindingJson(finding, report, tables, locale, locate),
        ...explanationJson(report.standings[index] ?? null),
      })),
    ),
    ...tables.flatMap((table) =>
      table.findings.map((finding, index) => ({
        ...findingJson(finding, table, locale, locate),
        ...explanationJson(table.standings[index] ?? null),
      })),
    ),
    ...(comparison?.check?.findings.map((finding, index) => ({
      ...crossJson(finding, result, locale, locate),
      ...explanationJson(comparison.standings[index]!),
    })) ?? []),
  ];
}

/** Cells that nothing was read of, with what is printed and how it may be read. */
function unreadJson(table: TableResult, locale: BatchLocale, locate: Locate) {
  return unreadGroups(table, locale).map(({ keys, concern, sentence }) => ({
    table: table.section,
    cells: keys.flatMap((key) => locate(table, key)),
    keys,
    code: concern.code,
    ...("written" in concern && { written: concern.written }),
    ...(concern.code === "asked" && { readings: concern.options }),
    message: sentence,
  }));
}

function crossJson(finding: CrossFinding, { tables }: FileResult, locale: Locale, locate: Locate) {
  const table = tableOfFinding(finding, tables, ({ section }) => section);
  return {
    rule: finding.rule,
    severity: finding.severity,
    table: table.section,
    cells: finding.flags.flatMap((key) => locate(table, key)),
    keys: finding.flags,
    expected: finding.expected,
    actual: finding.figure.value,
    message: locale.describeFinding(finding, placementOf(table)).sentence,
  };
}

const reportJson = ({ file, unit, year }: FileResult) => ({ file, unit, year });

/** Which report of the year before it was compared with, or why with none. */
function previousJson({ match, check }: Comparison, { years }: Locale) {
  switch (match.kind) {
    case "none":
      return { match: "none", message: years.none };
    case "absent":
      return { match: "absent", message: years.absent };
    case "doubtful": {
      const message = years.doubtful(match.doubt, match.candidates.map(reportName));
      return { match: "doubtful", doubt: match.doubt, candidates: match.candidates.map(reportJson), message };
    }
    case "found":
      return {
        match: match.way,
        ...reportJson(match.report),
        held: check?.held ?? 0,
        undecided: check?.undecided ?? 0,
        open: check?.open ?? [],
        skipped: check?.skipped ?? [],
      };
  }
}

/** Both sides of a sum, or what stands in a cell; null where a finding has no such thing. */
function sides(finding: Finding): { expected: string | null; actual: string | null } {
  switch (finding.kind) {
    case "sum":
      return { expected: finding.rightSum, actual: finding.leftSum };
    case "kind":
      return { expected: finding.meant?.number ?? null, actual: finding.written };
    case "label":
      return { expected: finding.doubt.expected.at(-1) ?? null, actual: finding.doubt.found ?? null };
    case "blank":
      return { expected: null, actual: null };
    case "atLeast":
      return { expected: finding.less.value, actual: finding.greater.value };
    case "items":
      return { expected: null, actual: finding.whole.value };
    case "authority":
      return { expected: "0", actual: finding.values.map(({ value }) => value).join(" ") };
    case "amount":
      return { expected: finding.readings.at(-1)!.number, actual: finding.written };
  }
}

function findingJson(finding: Finding, table: TableResult, locale: Locale, locate: Locate) {
  const keys = finding.flags.length > 0 ? finding.flags : finding.cells;
  const cells = keys.flatMap((key) => locate(table, key));
  return {
    rule: finding.rule,
    severity: finding.severity,
    table: table.section,
    cells,
    keys,
    ...sides(finding),
    message: locale.describeFinding(finding, placementOf(table)).sentence,
  };
}
