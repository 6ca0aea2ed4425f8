import {
  LAST_ROW,
  MAX_TEXT,
  WorkbookWriter,
  type CellStyle,
  type SheetCell,
  type SheetHead,
  type SheetRow,
} from "../xlsx";
import type { CheckOptions } from "../rules/check";
import type { Placement } from "../tables/filled";
import type { Standing } from "../record/explanation-book";
import type { AnyFinding, AnyRuleId } from "../rules/cross/any-finding";
import { fileStem } from "./document-names";
import { explanationLines, type ExplanationTexts } from "./explanation-lines";
import { placementOf } from "./file-result";
import { markOf } from "./own-file";
import { onePerUnit, type BatchRemark } from "./remarks";
import type { CutSheet } from "./sheet-grid";
import { countSeverities, findingsOf, type UnitFinding } from "./unit-finding";
import type { UnitCheck } from "./units/compare-units";
import { matchSentence } from "./units/match-words";
import type { ReportFinding } from "../rules/report/report-finding";
import type { Severity } from "../rules/rule";
import { placesOf } from "./finding-places";
import { rowHeight } from "./row-height";
import { suspectLines, type SuspectLine, type SuspectTexts } from "./suspect-lines";
import { outcomeOf, remarksOf, type Outcome, type RemarkTexts } from "./unit-remarks";

/** The words of a results workbook; a locale has them. */
export interface ResultsTexts extends RemarkTexts, SuspectTexts {
  batch: RemarkTexts["batch"] & {
    outcomes: Readonly<Record<Outcome, string>>;
    units: {
      sheet: string;
      columns: Readonly<
        Record<"number" | "unit" | "year" | "verdict" | Severity | "blanks" | "first" | "previous" | "file", string>
      >;
      /** In the place of the column of blanks, when they count as 0. */
      zeroBlanks: string;
    };
    findings: {
      sheet: string;
      columns: Readonly<
        Record<"number" | "unit" | "severity" | "rule" | "name" | "place" | "message" | "explanation" | "file", string>
      >;
    };
    suspects: {
      sheet: string;
      columns: Readonly<Record<"number" | "unit" | "sheet" | "sure" | "change" | "reasons" | "file", string>>;
      certain: string;
      likely: string;
      /** Of several answers one is right. */
      oneOf: (ties: number) => string;
    };
    rules: { sheet: string; columns: Readonly<Record<"rule" | "name" | "severity" | "findings" | "units", string>> };
    /** Stands above each printed page. */
    resultsHeader: (files: number, time: string, blankIsZero: boolean) => string;
  };
  severities: Readonly<Record<Severity, string>>;
  rules: Readonly<Record<AnyRuleId, { name: string }>>;
  years: RemarkTexts["years"];
  sheet: ExplanationTexts["sheet"] & {
    report: {
      describeCut: (cut: CutSheet) => string;
      formatTime: (time: Date) => string;
    };
  };
  describeFinding: (finding: AnyFinding, placement: Placement) => { sentence: string };
  describeReportFinding: (finding: ReportFinding) => { sentence: string };
}

/** Those of the whole workbook. */
export interface ResultsBookTexts extends ResultsTexts {
  batch: ResultsTexts["batch"] & { desk: { remarks: string } };
  describeBatchRemark: (remark: BatchRemark) => string;
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
  unreadable: { border: "808080", horizontal: "center", vertical: "center", color: "9C0006", bold: true },
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
  suspects: { number: 6, unit: 24, sheet: 12, sure: 16, change: 36, reasons: 50, file: 36 },
  rules: { rule: 14, name: 26, severity: 9, findings: 9, units: 9 },
} as const;

/** What no cell can hold is cut: the files of thousands of reports of one unit. */
const text = (value: string): SheetCell => ({
  value: value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT - 1)}…` : value,
  style: "text",
});
const number = (value: number | null): SheetCell => ({ value, style: "number" });

/** The sheets in their order. */
const SHEETS = ["units", "findings", "suspects", "rules"] as const;
type SheetName = (typeof SHEETS)[number];

const headOf = (name: SheetName, { batch }: ResultsTexts): SheetHead => ({
  name: batch[name].sheet,
  styles: STYLES,
  columnWidths: Object.values(COLUMNS[name]),
  frozenRows: 1,
  isFiltered: true,
  print: { orientation: "landscape" },
});

function headRow(name: SheetName, { batch }: ResultsTexts, { blankIsZero }: CheckOptions): SheetRow {
  const zero = blankIsZero && { blanks: batch.units.zeroBlanks };
  const columns: Readonly<Record<string, string>> = { ...batch[name].columns, ...zero };
  return sized(
    Object.keys(COLUMNS[name]).map((key) => ({ value: columns[key]!, style: "head" })),
    name,
  );
}

/** A row with room for the texts in it. */
function sized(cells: SheetRow["cells"], name: SheetName): SheetRow {
  const height = rowHeight(cells, Object.values(COLUMNS[name]));
  return { cells, ...(height !== undefined && { height }) };
}

/** What a person should read first about a unit. */
export function firstWords(unit: UnitCheck, texts: ResultsTexts): string {
  const [first] = findingsOf(unit);
  return first ? sentenceOf(first, texts) : (remarksOf(unit, texts)[0] ?? "");
}

/** Of a file that names no unit its own name tells whose it is. */
const unitCell = (unit: string | null, { result }: UnitCheck): SheetCell => text(unit ?? fileStem(result.file));

function unitRow(unit: UnitCheck, index: number, texts: ResultsTexts): SheetRow {
  const { result, comparison } = unit;
  const outcome = outcomeOf(unit);
  const counts = countSeverities(findingsOf(unit));
  return {
    cells: [
      number(index + 1),
      unitCell(result.unit, unit),
      number(result.year),
      { value: texts.batch.outcomes[outcome], style: outcome },
      ...(["error", "warning", "hint"] as const).map((severity) => number(counts[severity])),
      number(result.summary.blanks),
      text(firstWords(unit, texts)),
      text(comparison ? matchSentence(comparison, texts.years) : ""),
      text(result.file),
    ],
  };
}

/** How a warning stands, what was written about it and why it was not accepted, a line each. */
const explanationOf = (standing: Standing, texts: ResultsTexts): string =>
  explanationLines(standing, texts)
    .flatMap(({ state, written, said }) => [state, ...(written === null ? [] : [written]), ...said])
    .join("\n");

function findingRow(unit: UnitCheck, found: UnitFinding, index: number, texts: ResultsTexts): SheetRow {
  const { rule, severity } = found.finding;
  return {
    cells: [
      number(index + 1),
      unitCell(found.unit, unit),
      { value: texts.severities[severity], style: "number" },
      text(rule),
      text(texts.rules[rule].name),
      text(placesOf(found, unit.result)),
      text(sentenceOf(found, texts)),
      text(found.standing ? explanationOf(found.standing, texts) : ""),
      text(unit.result.file),
    ],
  };
}

/** What keeps a unit from passing without being a finding stands among them: who works through them would miss it. */
function remarkRow(unit: UnitCheck, remark: string, index: number, texts: ResultsTexts): SheetRow {
  const outcome = outcomeOf(unit) === "unreadable" ? "unreadable" : "incomplete";
  return {
    cells: [
      number(index + 1),
      unitCell(unit.result.unit, unit),
      { value: texts.batch.outcomes[outcome], style: outcome },
      text(""),
      text(""),
      text(""),
      text(remark),
      text(""),
      text(unit.result.file),
    ],
  };
}

/** The unit that a remark is about, if it is one. */
function subjectOf(remark: BatchRemark): string {
  if (remark.code === "notReported" && remark.units.length === 1) return remark.units[0]!;
  return "unit" in remark ? remark.unit : "";
}

function batchRemarkRow(remark: BatchRemark, index: number, texts: ResultsBookTexts): SheetRow {
  return {
    cells: [
      number(index + 1),
      text(subjectOf(remark)),
      { value: texts.severities.hint, style: "number" },
      text(""),
      text(texts.batch.desk.remarks),
      text(""),
      text(texts.describeBatchRemark(remark)),
      text(""),
      text(remark.files.join("\n")),
    ],
  };
}

function suspectRow(unit: UnitCheck, suspect: SuspectLine, index: number, { batch }: ResultsTexts): SheetRow {
  const { sheet, ties, isCertain, change, reasons } = suspect;
  const { certain, likely, oneOf } = batch.suspects;
  return {
    cells: [
      number(index + 1),
      unitCell(unit.result.unit, unit),
      text(sheet),
      { value: isCertain ? certain : ties > 1 ? oneOf(ties) : likely, style: "number" },
      text(change),
      text(reasons.join("\n")),
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
 * The results of a batch as a workbook: a sheet of units, one of findings, one of what is probably wrong, one of rules by how
 * often they are broken. Of the units that it is given it keeps only what it writes, packed, so that there may be any number.
 */
export class ResultsBook {
  readonly #writer: WorkbookWriter;
  readonly #rules = new Map<AnyRuleId, Frequency>();
  /** Rows of each kind below the heads. */
  readonly #rows: Record<SheetName, number> = { units: 0, findings: 0, suspects: 0, rules: 0 };
  /** The sheets of each kind, by their places: where one is full the next goes on. */
  readonly #places: Record<SheetName, number[]>;
  readonly #sheets: string[];

  /**
   * @param options those that the units were checked with
   * @param mostRows rows of a sheet, its head among them
   */
  constructor(
    private readonly texts: ResultsBookTexts,
    private readonly options: CheckOptions,
    private readonly mostRows = LAST_ROW + 1,
  ) {
    const [first, ...others] = SHEETS;
    this.#writer = new WorkbookWriter([headOf(first, texts), ...others.map((name) => headOf(name, texts))]);
    this.#sheets = SHEETS.map((name) => texts.batch[name].sheet);
    this.#places = { units: [0], findings: [1], suspects: [2], rules: [3] };
    for (const name of SHEETS) this.#writer.add(this.#places[name][0]!, headRow(name, texts, options));
  }

  add(unit: UnitCheck): void {
    const { texts } = this;
    const found = findingsOf(unit);
    this.#write("units", (index) => unitRow(unit, index, texts));
    for (const one of found) this.#write("findings", (index) => findingRow(unit, one, index, texts));
    for (const one of remarksOf(unit, texts)) this.#write("findings", (index) => remarkRow(unit, one, index, texts));
    for (const one of suspectLines(unit, texts))
      this.#write("suspects", (index) => suspectRow(unit, one, index, texts));
    for (const { finding } of found) this.#count(finding).findings += 1;
    for (const rule of new Set(found.map(({ finding }) => finding.rule))) this.#rules.get(rule)!.units += 1;
  }

  /** What only the files together tell stands below what is found in each; who has not reported, unit by unit. */
  addRemark(remark: BatchRemark): void {
    for (const one of onePerUnit(remark)) {
      this.#write("findings", (index) => batchRemarkRow(one, index, this.texts));
    }
  }

  /**
   * The bytes of an .xlsx; nothing can be added any more.
   * @param time when it was checked
   */
  make(time: Date): Uint8Array {
    const { batch, sheet } = this.texts;
    const byFrequency = [...this.#rules.values()].sort(
      (one, other) => other.findings - one.findings || one.rule.localeCompare(other.rule),
    );
    for (const frequency of byFrequency) this.#write("rules", () => ruleRow(frequency, this.texts));
    const [list = "", ...others] = this.#sheets;
    return this.#writer.finish(
      batch.resultsHeader(this.#rows.units, sheet.report.formatTime(time), this.options.blankIsZero),
      markOf("results", list, others),
    );
  }

  #write(name: SheetName, rowAt: (index: number) => SheetRow): void {
    const row = this.#rows[name]++;
    const { cells } = rowAt(row);
    this.#writer.add(this.#placeOf(name, row), sized(cells, name));
  }

  /** The sheet of a row: a national batch has more findings than a sheet has rows. */
  #placeOf(name: SheetName, row: number): number {
    const places = this.#places[name];
    const part = Math.floor(row / (this.mostRows - 1));
    if (part === places.length) {
      const head = headOf(name, this.texts);
      const sheet = `${head.name} (${part + 1})`;
      const place = this.#writer.addSheet({ ...head, name: sheet });
      this.#writer.add(place, headRow(name, this.texts, this.options));
      places.push(place);
      this.#sheets.push(sheet);
    }
    return places[part]!;
  }

  #count({ rule, severity }: UnitFinding["finding"]): Frequency {
    const known = this.#rules.get(rule);
    if (known) return known;
    const fresh = { rule, severity, findings: 0, units: 0 };
    this.#rules.set(rule, fresh);
    return fresh;
  }
}
