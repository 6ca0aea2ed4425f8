import { SUM_RULES } from "../rules/catalogue";
import type { SumFinding } from "../rules/finding";
import type { Term } from "../rules/finding-base";
import type { SumRule } from "../rules/rule";
import type { Placement } from "../tables/filled";
import { splitKey, type Line, type Table } from "../tables/table";
import type { SideText } from "./locale";
import { addressesOf, columnOf, rowOf, termName } from "./lines";

/** More terms than these make a sentence that nobody reads; the sides term by term are beside it. */
const MOST_TERMS = 6;

export function sumRuleOf({ rule }: SumFinding): SumRule {
  return SUM_RULES.find(({ id }) => id === rule)!;
}

/** The row or column at which a sum rule is broken. */
export function lineOf(finding: SumFinding, table: Table): Line {
  return sumRuleOf(finding).per === "row" ? rowOf(table, finding.line) : columnOf(table, finding.line);
}

/** The part of a key that differs from term to term. */
function crossing(finding: SumFinding, { key }: Term, table: Table): Line {
  const { row, column } = splitKey(key);
  return sumRuleOf(finding).per === "row" ? columnOf(table, column) : rowOf(table, row);
}

export interface NamedTerm {
  /** Row or column key. */
  line: string;
  label: string;
  value: string;
}

export function nameTerms(finding: SumFinding, terms: readonly Term[], table: Table): NamedTerm[] {
  return terms.map((term) => {
    const line = crossing(finding, term, table);
    return { line: line.key, label: termName(line), value: term.value };
  });
}

export interface ShortTerms {
  /** Terms that are not 0, the first few. */
  shown: readonly NamedTerm[];
  /** How many terms that are not 0 were left out. */
  more: number;
  /** How many terms are 0. */
  zeros: number;
}

/** Takes out of a long sum what adds nothing to it. */
export function shortenTerms(terms: readonly NamedTerm[]): ShortTerms {
  const telling = terms.filter((term) => term.value !== "0");
  const shown = telling.length > MOST_TERMS ? telling.slice(0, MOST_TERMS - 1) : telling;
  return { shown, more: telling.length - shown.length, zeros: terms.length - telling.length };
}

/** One side of a sum, whole. */
export function makeSide(
  name: string,
  sum: string,
  finding: SumFinding,
  terms: readonly Term[],
  placement: Placement,
): SideText {
  const named = nameTerms(finding, terms, placement.table);
  return {
    name,
    sum,
    terms: terms.map((term, index) => ({
      label: named[index]!.label,
      value: term.value,
      address: addressesOf([term.key], placement)[0] ?? "",
    })),
  };
}

/** A number without its sign. */
export const magnitude = (number: string): string => number.replace(/^-/, "");
