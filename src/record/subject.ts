import type { AnyFinding } from "../rules/cross/any-finding";
import type { CrossFinding } from "../rules/cross/cross-finding";
import type { ReportYear } from "../rules/cross/cross-rule";
import type { Finding } from "../rules/finding";
import type { ReportFinding, ReportSubject } from "../rules/report/report-finding";
import type { FilledTable } from "../tables/filled";
import { keyOf, splitKey, type CellKey, type FormatId, type SectionId } from "../tables/table";
import { codeOf, held } from "./content";

/** Whose table it is: an explanation of last year's figures is none of this year's, also when they are the same. */
export interface TableIdentity {
  section: SectionId;
  format: FormatId;
  unit: string | null;
  year: number | null;
}

export interface Figure {
  key: CellKey;
  /** As `codeOf` writes it. */
  code: string;
}

/** The same for a warning about a report as a whole, which may be about none of its tables. */
export interface ReportIdentity {
  section: SectionId | null;
  format: null;
  unit: string | null;
  year: number | null;
}

/** What an explanation is about: a rule at a place, and the numbers that stood there. */
export interface Subject {
  rule: string;
  table: TableIdentity | ReportIdentity;
  /** Tells warnings of one rule apart that are not about numbers: what is wrong with a label, and with which. */
  detail: string;
  /** In reading order of the finding. */
  figures: readonly Figure[];
}

export function identityOf({ placement: { table, unit, year } }: FilledTable): TableIdentity {
  return { section: table.section, format: table.format, unit: unit ?? null, year: year ?? null };
}

const plain = (label: string) => label.replace(/\s+/g, "");

/** A label that reads differently is explained as it reads: when it is changed again, it is another warning. */
function detailOf(finding: Finding): string {
  if (finding.kind !== "label") return "";
  const { fault, expected, found = "" } = finding.doubt;
  return [fault, ...expected.map(plain), plain(found)].join(" ");
}

const PREVIOUS = "previous.";

/** Whether a number of an explanation stood in last year's report. */
export const isOfLastYear = ({ key }: Figure): boolean => key.startsWith(PREVIOUS);

/** A cell of last year's report among those of this year's. */
function keyIn(year: ReportYear, key: CellKey): CellKey {
  const { row, column } = splitKey(key);
  return year === "previous" ? keyOf(`${PREVIOUS}${row}`, column) : key;
}

/**
 * What an explanation of a warning between years is about: this year's table, and the numbers of both years. They are those that
 * were compared, so that a blank cell that counts as 0 is one that holds 0.
 */
function crossSubjectOf({ rule, figure, addends }: CrossFinding, filled: FilledTable): Subject {
  const figures = [{ ...figure, year: "current" as const }, ...addends].map(({ key, value, year }) => ({
    key: keyIn(year, key),
    code: codeOf(held({ type: "number", value: Number(value) })),
  }));
  return { rule, table: identityOf(filled), detail: "", figures };
}

export function subjectOf(finding: AnyFinding, filled: FilledTable): Subject {
  if (finding.kind === "cross") return crossSubjectOf(finding, filled);
  return {
    rule: finding.rule,
    table: identityOf(filled),
    detail: detailOf(finding),
    figures: finding.cells.map((key) => ({ key, code: codeOf(held(filled.contents[key])) })),
  };
}

/** What tells warnings of one rule about a report apart; when it changes, it is another warning. */
function detailOfReport(finding: ReportFinding): string {
  switch (finding.kind) {
    case "missing":
      return finding.fault;
    case "version":
      return [finding.fault, ...finding.parts.map(({ section, format }) => `${section} ${format}`)].join(" ");
    case "statedYear":
      return finding.years.map(({ source, section = "", year }) => `${source} ${section} ${year}`).join(" ");
    case "chapter":
      return `${finding.chapter} ${finding.fault}`;
    case "claim":
      return [finding.claim.topic, finding.claim.number, ...finding.expected.map(({ sum }) => sum)].join(" ");
    case "year":
      return plain(finding.sentence);
  }
}

/** What an explanation of a warning about a report is about: there are no numbers to it but those in its detail. */
export function reportSubjectOf(finding: ReportFinding, { unit, year }: ReportSubject): Subject {
  const section = finding.kind === "missing" || finding.kind === "claim" ? finding.section : null;
  return {
    rule: finding.rule,
    table: { section, format: null, unit, year },
    detail: detailOfReport(finding),
    figures: [],
  };
}

/** The same for all warnings of a rule at one place, whatever the numbers are. */
export function placeKey({ rule, table, detail, figures }: Subject): string {
  const { section, format, unit, year } = table;
  return JSON.stringify([rule, section, format, unit, year, detail, figures.map(({ key }) => key).sort()]);
}

/** Whether two subjects of one place have the same numbers. */
export function hasSameFigures(one: Subject, other: Subject): boolean {
  const codes = new Map(other.figures.map(({ key, code }) => [key, code]));
  return one.figures.length === codes.size && one.figures.every(({ key, code }) => codes.get(key) === code);
}
