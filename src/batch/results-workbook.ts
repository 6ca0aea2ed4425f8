import { areaAddress, fullAddress, sheetReference } from "../tables/address";
import { makeWorkbook, type CellStyle, type SheetCell, type SheetContent, type SheetRow } from "../xlsx";
import type { Placement } from "../tables/filled";
import type { CrossFinding } from "../rules/cross/cross-finding";
import type { CrossRuleId } from "../rules/cross/cross-rule";
import type { Finding } from "../rules/finding";
import type { FileError } from "./file-error";
import { placementOf } from "./file-result";
import type { MatchDoubt, MatchWay, NamedReport } from "./units/match-units";
import { countSeverities, findingsOf, type AnyRuleId, type UnitFinding } from "./unit-finding";
import type { Comparison, UnitCheck } from "./units/compare-units";
import type { ReportFinding } from "../rules/report/report-finding";
import type { RuleId, Severity } from "../rules/rule";
import type { Verdict } from "../rules/check";

/** The words of a results workbook; a locale has them. */
export interface ResultsTexts {
  batch: {
    units: {
      sheet: string;
      columns: Readonly<
        Record<"number" | "unit" | "year" | "verdict" | Severity | "blanks" | "first" | "previous" | "file", string>
      >;
    };
    findings: {
      sheet: string;
      columns: Readonly<
        Record<"number" | "unit" | "severity" | "rule" | "name" | "place" | "message" | "file", string>
      >;
    };
    rules: { sheet: string; columns: Readonly<Record<"rule" | "name" | "severity" | "findings" | "units", string>> };
    noTables: string;
  };
  verdicts: Readonly<Record<Verdict, string>>;
  severities: Readonly<Record<Severity, string>>;
  rules: Readonly<Record<RuleId, { name: string }>>;
  years: {
    rules: Readonly<Record<CrossRuleId, { name: string }>>;
    describe: (finding: CrossFinding, placement: Placement) => { sentence: string };
    found: (way: MatchWay, report: string) => string;
    doubtful: (doubt: MatchDoubt, reports: readonly string[]) => string;
    none: string;
  };
  describeFinding: (finding: Finding, placement: Placement) => { sentence: string };
  describeReportFinding: (finding: ReportFinding) => { sentence: string };
  describeError: (code: string, details: FileError["details"]) => { what: string; next: string };
}

/** The sentence about a finding. */
export function sentenceOf({ finding, table }: UnitFinding, texts: ResultsTexts): string {
  if (table === null) return texts.describeReportFinding(finding).sentence;
  const placement = placementOf(table);
  return (
    finding.kind === "cross" ? texts.years.describe(finding, placement) : texts.describeFinding(finding, placement)
  ).sentence;
}

export function ruleNameOf(rule: AnyRuleId, { rules, years }: ResultsTexts): string {
  return (rule in years.rules ? years.rules[rule as CrossRuleId] : rules[rule as RuleId]).name;
}

/** A report of another year as a person knows it again: 辛店镇 2023（去年/辛店镇.xlsx）. */
export function reportName({ unit, year, file }: NamedReport): string {
  const named = [unit ?? "", year ?? ""].join(" ").trim();
  return named === "" ? file : `${named}（${file}）`;
}

/** With which report of the year before a unit was compared, or why with none. */
export function matchSentence({ match }: Comparison, { years }: ResultsTexts): string {
  switch (match.kind) {
    case "none":
      return years.none;
    case "doubtful":
      return years.doubtful(match.doubt, match.candidates.map(reportName));
    case "found":
      return years.found(match.way, reportName(match.report));
  }
}

const STYLES: Readonly<Record<string, CellStyle>> = {
  head: { bold: true, fill: "C6D9F1", border: "808080", horizontal: "center", vertical: "center", wrap: true },
  text: { border: "808080", vertical: "center", wrap: true },
  number: { border: "808080", horizontal: "center", vertical: "center" },
  pass: { border: "808080", horizontal: "center", vertical: "center", color: "0E6E3B" },
  fail: { border: "808080", horizontal: "center", vertical: "center", color: "9C0006", bold: true },
  incomplete: { border: "808080", horizontal: "center", vertical: "center", color: "7F6000" },
};

type Column = readonly [head: string, width: number];

const text = (value: string): SheetCell => ({ value, style: "text" });
const number = (value: number | null): SheetCell => ({ value, style: "number" });

function makeSheet(name: string, columns: readonly Column[], rows: readonly SheetRow[]): SheetContent {
  return {
    name,
    rows: [{ cells: columns.map(([head]) => ({ value: head, style: "head" })) }, ...rows],
    styles: STYLES,
    columnWidths: columns.map(([, width]) => width),
    frozenRows: 1,
    print: { orientation: "landscape" },
  };
}

/** What a person should read first about a unit. */
export function firstWords(unit: UnitCheck, texts: ResultsTexts): string {
  const { error, tables } = unit.result;
  if (error) return texts.describeError(error.code, error.details).what;
  if (tables.length === 0 && unit.result.reports.length === 0) return texts.batch.noTables;
  const [first] = findingsOf(unit);
  return first ? sentenceOf(first, texts) : "";
}

function unitRow(unit: UnitCheck, index: number, texts: ResultsTexts): SheetRow {
  const { result, comparison, verdict } = unit;
  const counts = countSeverities(findingsOf(unit));
  return {
    cells: [
      number(index + 1),
      text(result.unit ?? ""),
      number(result.year),
      { value: texts.verdicts[verdict], style: verdict },
      ...(["error", "warning", "hint"] as const).map((severity) => number(counts[severity])),
      number(result.summary.blanks),
      text(firstWords(unit, texts)),
      text(comparison ? matchSentence(comparison, texts) : ""),
      text(result.file),
    ],
  };
}

/** Empty for what is about a report as a whole. */
function placeOf({ finding, table }: UnitFinding): string {
  if (table === null) return "";
  const [key] = finding.flags.length > 0 ? finding.flags : finding.cells;
  const position = key && table.cells[key];
  return position ? fullAddress(table.sheet, position) : `${sheetReference(table.sheet)}!${areaAddress(table.area)}`;
}

interface Found {
  unit: UnitCheck;
  found: UnitFinding;
}

function findingRow({ unit, found }: Found, index: number, texts: ResultsTexts): SheetRow {
  const { finding } = found;
  return {
    cells: [
      number(index + 1),
      text(unit.result.unit ?? ""),
      { value: texts.severities[finding.severity], style: "number" },
      text(finding.rule),
      text(ruleNameOf(finding.rule, texts)),
      text(placeOf(found)),
      text(sentenceOf(found, texts)),
      text(unit.result.file),
    ],
  };
}

/** The rules that were broken, the most frequent first. */
function ruleRows(all: readonly Found[], texts: ResultsTexts): SheetRow[] {
  const byRule = new Map<AnyRuleId, { severity: Severity; findings: number; units: Set<UnitCheck> }>();
  for (const { unit, found } of all) {
    const { rule, severity } = found.finding;
    const entry = byRule.get(rule) ?? { severity, findings: 0, units: new Set() };
    entry.findings += 1;
    entry.units.add(unit);
    byRule.set(rule, entry);
  }
  return [...byRule]
    .sort(([a, one], [b, other]) => other.findings - one.findings || a.localeCompare(b))
    .map(([rule, { severity, findings, units }]) => ({
      cells: [
        text(rule),
        text(ruleNameOf(rule, texts)),
        { value: texts.severities[severity], style: "number" },
        number(findings),
        number(units.size),
      ],
    }));
}

/** The results of a batch as a workbook: a sheet of units, one of findings, one of rules by how often they are broken. */
export function makeResultsWorkbook(units: readonly UnitCheck[], texts: ResultsTexts): Uint8Array {
  const all = units.flatMap((unit) => findingsOf(unit).map((found): Found => ({ unit, found })));
  const { columns: unitWords } = texts.batch.units;
  const { columns: findingWords } = texts.batch.findings;
  const { columns: ruleWords } = texts.batch.rules;
  return makeWorkbook([
    makeSheet(
      texts.batch.units.sheet,
      [
        [unitWords.number, 6],
        [unitWords.unit, 24],
        [unitWords.year, 7],
        [unitWords.verdict, 9],
        [unitWords.error, 8],
        [unitWords.warning, 8],
        [unitWords.hint, 8],
        [unitWords.blanks, 8],
        [unitWords.first, 60],
        [unitWords.previous, 30],
        [unitWords.file, 36],
      ],
      units.map((unit, index) => unitRow(unit, index, texts)),
    ),
    makeSheet(
      texts.batch.findings.sheet,
      [
        [findingWords.number, 6],
        [findingWords.unit, 24],
        [findingWords.severity, 9],
        [findingWords.rule, 13],
        [findingWords.name, 18],
        [findingWords.place, 14],
        [findingWords.message, 70],
        [findingWords.file, 36],
      ],
      all.map((found, index) => findingRow(found, index, texts)),
    ),
    makeSheet(
      texts.batch.rules.sheet,
      [
        [ruleWords.rule, 14],
        [ruleWords.name, 26],
        [ruleWords.severity, 9],
        [ruleWords.findings, 9],
        [ruleWords.units, 9],
      ],
      ruleRows(all, texts),
    ),
  ]);
}
