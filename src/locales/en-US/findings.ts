import { cellAddress } from "../../tables/address";
import type { LabelFault, Meant, Placement } from "../../tables/filled";
import { KIND_LIMITS } from "../../tables/kinds";
import type { CellKey, CellKind, Line, SectionId } from "../../tables/table";
import type { BlankFinding, Finding, KindFault, KindFinding, LabelFinding, SumFinding } from "../../rules/finding";
import type { AnyFinding } from "../../rules/cross/any-finding";
import type { SumRuleId } from "../../rules/rule";
import { addressesOf, lineName, linesOf } from "../lines";
import type { FindingText, PlaceText, SideText } from "../locale";
import { lineOf, magnitude, makeSide, nameTerms, shortenTerms, sumRuleOf, type NamedTerm } from "../sums";
import { rules } from "./rules";
import { describePlausibility, UNITS } from "./soft-findings";
import { years } from "./years";

/** Marks within a quotation become single ones. */
const quote = (text: string) => `“${text.replaceAll("“", "‘").replaceAll("”", "’")}”`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Section 四 has its groups side by side. */
const ROW_WORD: Readonly<Record<SectionId, string>> = { section2: "row", section3: "row", section4: "group" };

const rowPlace = (row: Line, section: SectionId) => `${ROW_WORD[section]} ${quote(lineName(row))}`;
const columnPlace = (column: Line) => `column ${quote(lineName(column))}`;

function placeWords(key: CellKey, { table }: Placement): string {
  const { row, column } = linesOf(table, key);
  return capital(`${rowPlace(row, table.section)}, ${columnPlace(column)}`);
}

export function describePlace(key: CellKey, placement: Placement): PlaceText {
  return { words: placeWords(key, placement), address: addressesOf([key], placement)[0] ?? "" };
}

/** J6; D4, D5 and 2 more. */
function listAddresses(addresses: readonly string[], most: number): string {
  const shown = addresses.slice(0, most).join(", ");
  return addresses.length > most ? `${shown} and ${addresses.length - most} more` : shown;
}

const writeAll = (terms: readonly NamedTerm[]) => terms.map(({ label, value }) => `${label} ${value}`).join(" + ");

/** (自然人 3 + 商业企业 2; the rest 0). */
function writeShort(terms: readonly NamedTerm[]): string {
  const { shown, more, zeros } = shortenTerms(terms);
  if (shown.length === 0) return " (all are 0)";
  const rest = [more > 0 ? `${more} more that are not 0` : [], zeros > 0 ? "the rest 0" : []].flat();
  return ` (${[writeAll(shown), ...rest].join("; ")})`;
}

/** What is compared in a sum rule: a total with its parts, or two sums of items with names of their own. */
type SumWords = { whole: string; parts: string } | { items: Readonly<Record<string, string>> };

const SUMS: Readonly<Record<SumRuleId, SumWords>> = {
  "S3.ROW": { whole: "总计", parts: "sum of applicants" },
  "S3.RESULTS": { whole: "（七）总计", parts: "sum of results" },
  "S3.BALANCE": {
    items: {
      newlyReceived: "一 newly received",
      carriedOver: "二 carried over",
      resultsTotal: "三（七）总计",
      carriedForward: "四 carried forward",
    },
  },
  "S4.TOTAL": { whole: "总计", parts: "sum of outcomes" },
};

const IN_BALANCE = { left: "Items 一 and 二", right: "Items 三 and 四" };

function describeSum(finding: SumFinding, placement: Placement): Omit<FindingText, "title" | "address"> {
  const { table } = placement;
  const { leftSum, rightSum, difference } = finding;
  const rule = sumRuleOf(finding);
  const line = lineOf(finding, table);
  const place = capital(rule.per === "row" ? rowPlace(line, table.section) : columnPlace(line));
  const words = SUMS[rule.id];
  const side = (name: string, part: "left" | "right"): SideText =>
    makeSide(capital(name), finding[`${part}Sum`], finding, finding[part], placement);
  const left = nameTerms(finding, finding.left, table);
  const right = nameTerms(finding, finding.right, table);
  if ("items" in words) {
    const write = (terms: readonly NamedTerm[]) =>
      writeAll(terms.map((term) => ({ ...term, label: words.items[term.line] ?? term.label })));
    return {
      place,
      sentence: `${place}: ${write(left)} = ${leftSum}, ${write(right)} = ${rightSum}; they differ by ${magnitude(difference)}.`,
      sides: [side(IN_BALANCE.left, "left"), side(IN_BALANCE.right, "right")],
    };
  }
  const more = difference.startsWith("-") ? "too few" : "too many";
  const parts = `${words.parts} ${rightSum}${writeShort(right)}`;
  return {
    place,
    sentence: `${place}: ${words.whole} ${leftSum} ≠ ${parts}, ${magnitude(difference)} ${more}.`,
    sides: [side(words.whole, "left"), side(words.parts, "right")],
  };
}

const HOW: Readonly<Record<Meant["how"][number], string>> = {
  fullWidth: "full-width digits",
  thousands: "thousands separators",
  unit: "with a unit",
  sign: "sign written as a word",
  spaces: "spaces within",
  chinese: "Chinese numerals",
  lookalike: "characters that look like digits",
};

function writeMeant({ number, how, unit }: Meant, kind: CellKind): string {
  const reasons = how.map((code) => HOW[code]).join(", ");
  const isOther = kind === "amount" && unit && unit !== "tenThousandYuan";
  return `probably ${number}${unit ? UNITS[unit] : ""}${reasons && ` (${reasons})`}${isOther ? ", while this cell is in 万元" : ""}`;
}

const MUST_BE: Readonly<Record<CellKind, string>> = {
  count: "a whole number from 0",
  change: "a whole number, negative for a decrease",
  amount: `a number from 0 with at most ${KIND_LIMITS.amount.decimals} decimals`,
};

const FAULTS: Readonly<Record<KindFault, (finding: KindFinding, kind: CellKind) => string>> = {
  text: ({ written, meant }, kind) =>
    meant
      ? `the text ${quote(written)}, ${writeMeant(meant, kind)}. Text takes no part in sums; nothing is rewritten in the sheet: please type the number.`
      : `${quote(written)} is not a number and takes no part in sums. Please type a number.`,
  boolean: ({ written }) => `${written.toUpperCase()} is a logical value. Please type a number.`,
  error: ({ written }) => `the formula gives the error ${written}. Please correct it, or type a number.`,
  uncalculated: () => "the formula has no result. Please open the workbook in Excel and save it.",
  date: ({ written }, kind) =>
    `the cell shows a date or a time (${written}); it takes ${MUST_BE[kind]}. Please set the cell's format to General first, then type the number.`,
  negative: ({ written }, kind) => `${written} is below 0; this cell takes ${MUST_BE[kind]}.`,
  fraction: ({ written }, kind) => `${written} is not a whole number; this cell takes ${MUST_BE[kind]}.`,
  decimals: ({ written }, kind) => `${written} has too many decimals; this cell takes ${MUST_BE[kind]}.`,
  tooLarge: ({ written }, kind) =>
    `${written} is too large; the most is ${KIND_LIMITS[kind].maximum}. Was a digit typed twice, or is the amount not in 万元?`,
};

function describeKind(finding: KindFinding, placement: Placement): Omit<FindingText, "title" | "address"> {
  const key = finding.cells[0]!;
  const kind = placement.table.numbers.find((number) => number.key === key)!.kind;
  const place = placeWords(key, placement);
  const { length } = finding.cells;
  const all = length > 1 ? ` and others, ${length} cells` : "";
  return { place, sentence: `${place}${all}: ${FAULTS[finding.fault](finding, kind)}`, sides: [] };
}

function describeBlank(finding: BlankFinding, placement: Placement): Omit<FindingText, "title" | "address"> {
  const { length } = finding.cells;
  const place = length === 1 ? placeWords(finding.cells[0]!, placement) : "";
  const where = place ? `${place}: not filled` : `${length} cells are still to be filled`;
  return { place, sentence: `${where}. Where there is nothing to report, type 0, not a blank, “/” or “-”.`, sides: [] };
}

const writeLabels = (labels: readonly string[]) => quote(labels.map((label) => label.replaceAll("\n", "")).join(" "));

const DOUBTS: Readonly<Record<LabelFault, (expected: string, found: string) => string>> = {
  missing: (expected, found) => `The table has no ${expected}${found && `; in its place stands ${found}`}`,
  altered: (expected, found) => `${found} is not the official wording, which is ${expected}`,
  shifted: (expected, found) =>
    `${found || expected} is not where the official format has it, and was known by its wording`,
  doubled: (expected) => `${expected} stands there more than once; which one counts cannot be told`,
  unlabelled: (_expected, found) =>
    `The number ${found} stands in a row or column without a label; it belongs to nothing and is not checked`,
  unknown: (_expected, found) => `${found} is not in the official format; its row or column is not checked`,
  foreign: (_expected, found) => `${found} belongs to the other format; its row or column is not checked`,
  ambiguous: (_expected, found) =>
    `${found} is close to more than one official label; which one is meant cannot be told`,
};

function describeLabel({ doubt }: LabelFinding): Omit<FindingText, "title" | "address"> {
  const expected = doubt.expected.length > 0 ? writeLabels(doubt.expected) : "";
  const found = doubt.found ? writeLabels([doubt.found]) : "";
  const { length } = doubt.cells;
  const lost = length > 0 ? `; because of it ${length} ${length === 1 ? "number" : "numbers"} cannot be read` : "";
  return { place: expected || found, sentence: `${DOUBTS[doubt.fault](expected, found)}${lost}.`, sides: [] };
}

function describe(finding: Finding, placement: Placement): Omit<FindingText, "title" | "address"> {
  switch (finding.kind) {
    case "sum":
      return describeSum(finding, placement);
    case "kind":
      return describeKind(finding, placement);
    case "blank":
      return describeBlank(finding, placement);
    case "label":
      return describeLabel(finding);
    case "atLeast":
    case "items":
    case "authority":
    case "amount":
      return { ...describePlausibility(finding, placement), sides: [] };
  }
}

/** Where the flags are, or the cells when the sheet flags none. */
function addressesFor(finding: Finding, placement: Placement): string[] {
  if (finding.kind === "label") return finding.doubt.position ? [cellAddress(finding.doubt.position)] : [];
  return addressesOf(finding.flags.length > 0 ? finding.flags : finding.cells, placement);
}

export function describeFinding(finding: AnyFinding, placement: Placement): FindingText {
  if (finding.kind === "cross") return years.describe(finding, placement);
  const addresses = addressesFor(finding, placement);
  return {
    title: rules[finding.rule].broken,
    address: listAddresses(addresses, finding.kind === "sum" ? 1 : 2),
    ...describe(finding, placement),
  };
}
