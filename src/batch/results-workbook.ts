import { areaAddress, fullAddress, sheetReference } from "../tables/address";
import { WorkbookWriter, type CellStyle, type SheetCell, type SheetHead, type SheetRow } from "../xlsx";
import type { Placement } from "../tables/filled";
import type { Remark } from "../record/explanation";
import type { Standing, StandingState } from "../record/explanation-book";
import type { AnyFinding, AnyRuleId } from "../rules/cross/any-finding";
import type { FileError } from "./file-error";
import { placementOf } from "./file-result";
import { markOf } from "./own-file";
import type { CutSheet } from "./sheet-grid";
import { countSeverities, findingsOf, type UnitFinding } from "./unit-finding";
import type { UnitCheck } from "./units/compare-units";
import { matchSentence, type MatchTexts } from "./units/match-words";
import type { ReportFinding } from "../rules/report/report-finding";
import type { Severity } from "../rules/rule";
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
        Record<"number" | "unit" | "severity" | "rule" | "name" | "place" | "message" | "explanation" | "file", string>
      >;
    };
    rules: { sheet: string; columns: Readonly<Record<"rule" | "name" | "severity" | "findings" | "units", string>> };
    noTables: string;
  };
  verdicts: Readonly<Record<Verdict, string>>;
  severities: Readonly<Record<Severity, string>>;
  rules: Readonly<Record<AnyRuleId, { name: string }>>;
  years: MatchTexts;
  sheet: {
    report: {
      record: { states: Readonly<Record<StandingState, string>>; signature: (remark: Remark) => string };
      describeCut: (cut: CutSheet) => string;
    };
  };
  describeFinding: (finding: AnyFinding, placement: Placement) => { sentence: string };
  describeReportFinding: (finding: ReportFinding) => { sentence: string };
  describeError: (code: string, details: FileError["details"]) => { what: string; next: string };
}

/** The sentence about a finding. */
export function sentenceOf({ finding, table }: UnitFinding, texts: ResultsTexts): string {
  return table === null
    ? texts.describeReportFinding(finding).sentence
    : texts.describeFinding(finding, placementOf(table)).sentence;
}

const STYLES: Readonly<Record<string, CellStyle>> = {
  head: { bold: true, fill: "C6D9F1", border: "808080", horizontal: "center", vertical: "center", wrap: true },
  text: { border: "808080", vertical: "center", wrap: true },
  number: { border: "808080", horizontal: "center", vertical: "center" },
  pass: { border: "808080", horizontal: "center", vertical: "center", color: "0E6E3B" },
  fail: { border: "808080", horizontal: "center", vertical: "center", color: "9C0006", bold: true },
  incomplete: { border: "808080", horizontal: "center", vertical: "center", color: "7F6000" },
};

/** The columns of each sheet, in their order, with their widths in characters. */
const COLUMNS = {
  units: {
    number: 6,
    unit: 24,
    year: 7,
    verdict: 9,
    error: 8,
    warning: 8,
    hint: 8,
    blanks: 8,
    first: 60,
    previous: 30,
    file: 36,
  },
  findings: { number: 6, unit: 24, severity: 9, rule: 13, name: 18, place: 14, message: 70, explanation: 40, file: 36 },
  rules: { rule: 14, name: 26, severity: 9, findings: 9, units: 9 },
} as const;

const text = (value: string): SheetCell => ({ value, style: "text" });
const number = (value: number | null): SheetCell => ({ value, style: "number" });

/** The sheets in their order. */
const SHEETS = ["units", "findings", "rules"] as const;
type SheetName = (typeof SHEETS)[number];

const headOf = (name: SheetName, { batch }: ResultsTexts): SheetHead => ({
  name: batch[name].sheet,
  styles: STYLES,
  columnWidths: Object.values(COLUMNS[name]),
  frozenRows: 1,
  print: { orientation: "landscape" },
});

function headRow(name: SheetName, { batch }: ResultsTexts): SheetRow {
  const columns: Readonly<Record<string, string>> = batch[name].columns;
  return { cells: Object.keys(COLUMNS[name]).map((key) => ({ value: columns[key]!, style: "head" })) };
}

/** What a person should read first about a unit. */
export function firstWords(unit: UnitCheck, texts: ResultsTexts): string {
  const { error, tables, cutSheets } = unit.result;
  if (error) return texts.describeError(error.code, error.details).what;
  if (tables.length === 0 && unit.result.reports.length === 0) return texts.batch.noTables;
  const [first] = findingsOf(unit);
  if (first) return sentenceOf(first, texts);
  return cutSheets[0] ? texts.sheet.report.describeCut(cutSheets[0]) : "";
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
      text(comparison ? matchSentence(comparison, texts.years) : ""),
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

/** How a warning stands, what was written about it and why it was not accepted, a line each. */
function explanationOf({ state, last }: Standing, { sheet }: ResultsTexts): string {
  const { states, signature } = sheet.report.record;
  const written = [last, last?.objection].flatMap((remark) =>
    remark ? [`${remark.text} (${signature(remark)})`] : [],
  );
  return [states[state], ...written].join("\n");
}

function findingRow(unit: UnitCheck, found: UnitFinding, index: number, texts: ResultsTexts): SheetRow {
  const { rule, severity } = found.finding;
  return {
    cells: [
      number(index + 1),
      text(found.unit ?? ""),
      { value: texts.severities[severity], style: "number" },
      text(rule),
      text(texts.rules[rule].name),
      text(placeOf(found)),
      text(sentenceOf(found, texts)),
      text(found.standing ? explanationOf(found.standing, texts) : ""),
      text(unit.result.file),
    ],
  };
}

/** How often a rule was broken, and by how many units. */
interface Frequency {
  rule: AnyRuleId;
  severity: Severity;
  findings: number;
  units: number;
}

function ruleRow({ rule, severity, findings, units }: Frequency, texts: ResultsTexts): SheetRow {
  const cells = [text(rule), text(texts.rules[rule].name), { value: texts.severities[severity], style: "number" }];
  return { cells: [...cells, number(findings), number(units)] };
}

/**
 * The results of a batch as a workbook: a sheet of units, one of findings, one of rules by how often they are broken. Of the
 * units that it is given it keeps only what it writes, packed, so that there may be any number of them.
 */
export class ResultsBook {
  readonly #writer: WorkbookWriter;
  readonly #rules = new Map<AnyRuleId, Frequency>();
  #units = 0;
  #findings = 0;

  constructor(private readonly texts: ResultsTexts) {
    this.#writer = new WorkbookWriter(
      [headOf("units", texts), headOf("findings", texts), headOf("rules", texts)],
      markOf("results", texts.batch.units.sheet),
    );
    for (const name of SHEETS) this.#write(name, headRow(name, texts));
  }

  add(unit: UnitCheck): void {
    const found = findingsOf(unit);
    this.#write("units", unitRow(unit, this.#units++, this.texts));
    for (const one of found) this.#write("findings", findingRow(unit, one, this.#findings++, this.texts));
    for (const { finding } of found) this.#count(finding).findings += 1;
    for (const rule of new Set(found.map(({ finding }) => finding.rule))) this.#rules.get(rule)!.units += 1;
  }

  /** The bytes of an .xlsx; nothing can be added any more. */
  make(): Uint8Array {
    const byFrequency = [...this.#rules.values()].sort(
      (one, other) => other.findings - one.findings || one.rule.localeCompare(other.rule),
    );
    for (const frequency of byFrequency) this.#write("rules", ruleRow(frequency, this.texts));
    return this.#writer.finish();
  }

  #write(sheet: SheetName, row: SheetRow): void {
    this.#writer.add(SHEETS.indexOf(sheet), row);
  }

  #count({ rule, severity }: UnitFinding["finding"]): Frequency {
    const known = this.#rules.get(rule);
    if (known) return known;
    const fresh = { rule, severity, findings: 0, units: 0 };
    this.#rules.set(rule, fresh);
    return fresh;
  }
}
