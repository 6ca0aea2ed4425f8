import type { FilledTable } from "../../tables/filled";
import { FIRST_YEAR, formatOf } from "../../tables/formats";
import type { Chapter, Claim, Narrative } from "../../tables/report";
import { keyOf, type CellKey, type FormatId, type Table } from "../../tables/table";
import { add, formatDecimal, ZERO, type Decimal } from "../decimal";
import { amountIn } from "./plausibility";
import { SOFT_RULES } from "./soft-catalogue";
import type { ChapterFault, ChapterFinding, ClaimFinding, NarrativeFinding } from "./soft-finding";
import type { ChapterRule, ClaimReading, ClaimRule, SoftRule } from "./soft-rule";
import { checkStatedYears, checkYears } from "./years";

/** A report with its text and its tables. */
export interface Report extends Narrative {
  tables: readonly FilledTable[];
}

function expand(patterns: readonly string[], lines: readonly { key: string }[]): string[] {
  return patterns.flatMap((pattern) =>
    lines
      .map(({ key }) => key)
      .filter((key) => (pattern.endsWith(".*") ? key.startsWith(pattern.slice(0, -1)) : key === pattern)),
  );
}

function cellsOf(table: Table, { rows, columns }: ClaimReading["sums"][number]): CellKey[] {
  const keys = new Set(table.numbers.map(({ key }) => key));
  return expand(rows, table.rows)
    .flatMap((row) => columns.map((column) => keyOf(row, column)))
    .filter((key) => keys.has(key));
}

/** Null when a cell gives no number. */
function addUp({ contents }: FilledTable, cells: readonly CellKey[]): Decimal | null {
  let sum = ZERO;
  for (const key of cells) {
    const amount = amountIn(contents[key]);
    if (!amount) return null;
    sum = add(sum, amount);
  }
  return sum;
}

/** A claim is broken when every way to take it can be told from the table, and none of them agrees. */
function checkClaim(claim: Claim, { id: rule, severity, readings }: ClaimRule, report: Report): ClaimFinding[] {
  const { section, sums } = readings[claim.topic];
  const filled = report.tables.filter(({ placement }) => placement.table.section === section);
  const [table] = filled;
  if (!table || filled.length > 1) return [];
  const expected = sums.flatMap((sum) => {
    const cells = cellsOf(table.placement.table, sum);
    const amount = cells.length === 0 ? null : addUp(table, cells);
    return amount ? [{ cells, sum: formatDecimal(amount) }] : [];
  });
  const isTold = expected.length === sums.length;
  if (!isTold || expected.some(({ sum }) => sum === claim.number)) return [];
  return [{ kind: "claim", rule, severity, claim, section, expected }];
}

/** Characters that are not spaces. */
const countCharacters = (text: string): number => text.replace(/\s/g, "").length;

const NOTHING = /^(?:暂)?无(?:其他)?(?:需要报告的?事项)?[。.]?$|^没有[。.]?$|^\/$/;

/** Of a report whose text is there at all; an excerpt with tables only lacks nothing. */
const FEWEST_CHAPTERS = 4;

/** Whether a report's text is there and not only an excerpt of it. */
export const isWholeText = ({ chapters }: Narrative): boolean => chapters.length >= FEWEST_CHAPTERS;

function faultOf(chapter: Chapter | undefined, rule: ChapterRule): { fault: ChapterFault; length?: number } | null {
  if (!chapter) return { fault: "missing" };
  const text = chapter.text.replace(/\s/g, "");
  const length = countCharacters(text);
  const { longest = Infinity, shortest, mentions } = rule;
  if (length > longest) return { fault: "long", length };
  if (shortest !== undefined) {
    if (length === 0) return { fault: "empty", length };
    if (NOTHING.test(text)) return { fault: "none", length };
    if (length < shortest) return { fault: "short", length };
  }
  if (mentions && !mentions.some((word) => text.includes(word))) return { fault: "unmentioned" };
  return null;
}

function checkChapter(report: Report, rule: ChapterRule, format: FormatId | null): ChapterFinding[] {
  if (format !== null && !rule.formats.includes(format)) return [];
  if (format === null && rule.formats.length === 1) return [];
  if (!isWholeText(report)) return [];
  const { id, severity, chapter: number, longest, shortest } = rule;
  const found = faultOf(
    report.chapters.find((chapter) => chapter.number === number),
    rule,
  );
  if (!found) return [];
  const limit = longest ?? shortest;
  return [
    { kind: "chapter", rule: id, severity, chapter: number, ...found, ...(limit === undefined ? {} : { limit }) },
  ];
}

function applyRule(report: Report, rule: SoftRule, format: FormatId | null): NarrativeFinding[] {
  switch (rule.kind) {
    case "claim":
      return report.claims.flatMap((claim) => checkClaim(claim, rule, report));
    case "chapter":
      return checkChapter(report, rule, format);
    case "year":
      return rule.id === "N.YEAR" ? checkYears(report, rule) : checkStatedYears(report, rule);
    case "atLeast":
    case "items":
    case "authority":
    case "amount":
      return [];
  }
}

/** What in the text of a report is wrong or does not agree with its tables, by every `T.*`, `N.*` and `D.*` rule. All are warnings. */
export function checkNarrative(report: Report): NarrativeFinding[] {
  const { year } = report;
  const format = year !== undefined && year >= FIRST_YEAR ? formatOf(year) : null;
  return Object.values(SOFT_RULES).flatMap((rule) => applyRule(report, rule, format));
}
