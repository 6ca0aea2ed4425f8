import type { IStyleBase } from "@univerjs/core";
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  CFTimePeriodOperator,
  type IConditionFormattingRule,
} from "@univerjs/sheets-conditional-formatting";
import { child, children, isTrue, type XmlElement } from "../../xlsx/xml";
import { attributesXml, escapeText, escapeXstring } from "../../xlsx/escape";
import { formatAddress, formatRange, type CellPlace } from "../../xlsx/address";
import { shiftFormula } from "../../xlsx/shift-formula";
import type { Colours } from "./colours";
import { toFileFormula, toGridFormula } from "./functions";
import type { LossTally } from "./loss";
import { formatRanges, parseRanges, toFileRange } from "./ranges";
import { readScale, scaleXml } from "./conditional-scales";
import type { StyleSheet } from "./write-styles";

export type ConditionalRule = IConditionFormattingRule;
type Rule = IConditionFormattingRule["rule"];

const OPERATORS = new Set<string>(Object.values(CFNumberOperator));
const PERIODS = new Set<string>(Object.values(CFTimePeriodOperator));
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const TEXT = /^"((?:[^"]|"")*)"$/;
/** How the grid's operators for text are called in a file, and the formula that a file gives beside them. */
const TEXT_RULES: Partial<Record<CFTextOperator, { type: string; operator?: string; formula: (cell: string, text: string) => string }>> = {
  [CFTextOperator.containsText]: { type: "containsText", operator: "containsText", formula: (cell, text) => `NOT(ISERROR(SEARCH(${text},${cell})))` },
  [CFTextOperator.notContainsText]: { type: "notContainsText", operator: "notContains", formula: (cell, text) => `ISERROR(SEARCH(${text},${cell}))` },
  [CFTextOperator.beginsWith]: { type: "beginsWith", operator: "beginsWith", formula: (cell, text) => `LEFT(${cell},LEN(${text}))=${text}` },
  [CFTextOperator.endsWith]: { type: "endsWith", operator: "endsWith", formula: (cell, text) => `RIGHT(${cell},LEN(${text}))=${text}` },
  [CFTextOperator.containsBlanks]: { type: "containsBlanks", formula: (cell) => `LEN(TRIM(${cell}))=0` },
  [CFTextOperator.notContainsBlanks]: { type: "notContainsBlanks", formula: (cell) => `LEN(TRIM(${cell}))>0` },
  [CFTextOperator.containsErrors]: { type: "containsErrors", formula: (cell) => `ISERROR(${cell})` },
  [CFTextOperator.notContainsErrors]: { type: "notContainsErrors", formula: (cell) => `NOT(ISERROR(${cell}))` },
}; // prettier-ignore

/** The conditional formats of a sheet, the one of highest priority first. */
export function readConditionalFormats(
  rest: XmlElement,
  dxfs: readonly IStyleBase[],
  colours: Colours,
  sheet: string,
  losses: LossTally,
): ConditionalRule[] {
  const found: { priority: number; rule: ConditionalRule }[] = [];
  for (const element of children(rest, "conditionalFormatting")) {
    const ranges = parseRanges(element.attributes.sqref);
    if (ranges.length === 0) continue;
    for (const cfRule of children(element, "cfRule")) {
      const { dxfId, priority = "0", stopIfTrue } = cfRule.attributes;
      const style = dxfId === undefined ? {} : (dxfs[Number(dxfId)] ?? {});
      const rule = readScale(cfRule, colours) ?? readRule(cfRule, style, ranges);
      // What came with Excel 2010 (axes, borders, colours below zero) stands elsewhere in the file.
      if (rule?.type === CFRuleType.dataBar && child(cfRule, "extLst")) losses.add("dataBarDetails", sheet);
      if (rule === null) losses.add("otherConditionalFormats", sheet);
      else {
        found.push({ priority: Number(priority), rule: { cfId: "", ranges, stopIfTrue: isTrue(stopIfTrue), rule } });
      }
    }
  }
  return found
    .sort((a, b) => a.priority - b.priority)
    .map(({ rule }, index) => ({ ...rule, cfId: `format-${index + 1}` }));
}

/** The cell that a file's formulas are written for: the corner of the rectangle around all ranges ([MS-XLS] 2.4.42). */
function fileCorner(ranges: ConditionalRule["ranges"]): CellPlace {
  const places = ranges.map(toFileRange);
  const row = Math.min(...places.map(({ firstRow }) => firstRow));
  const column = Math.min(...places.map(({ firstColumn }) => firstColumn));
  return { row, column };
}

/** The cell that the grid's formulas are written for: the first of the range that begins highest, then leftmost. */
function gridCorner(ranges: ConditionalRule["ranges"]): CellPlace {
  const [first] = ranges.map(toFileRange).sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn);
  return { row: first?.firstRow ?? 0, column: first?.firstColumn ?? 0 };
}

function moveFormula(formula: string, from: CellPlace, to: CellPlace): string {
  return shiftFormula(formula, to.row - from.row, to.column - from.column, "wrap");
}

function readRule(element: XmlElement, style: IStyleBase, ranges: ConditionalRule["ranges"]): Rule | null {
  const {
    type = "",
    operator,
    text,
    rank,
    bottom,
    percent,
    aboveAverage,
    equalAverage,
    stdDev,
    timePeriod,
  } = element.attributes;
  const corner = gridCorner(ranges);
  const formulas = children(element, "formula").map((one) => moveFormula(one.text, fileCorner(ranges), corner));
  const highlight = { type: CFRuleType.highlightCell, style } as const;
  if (type === "expression" && formulas[0] !== undefined) {
    return { ...highlight, subType: CFSubRuleType.formula, value: toGridFormula(formulas[0]) };
  }
  if (type === "cellIs" && operator !== undefined)
    return readComparison(operator, formulas, style, formatAddress(corner));
  if (type === "duplicateValues") return { ...highlight, subType: CFSubRuleType.duplicateValues };
  if (type === "uniqueValues") return { ...highlight, subType: CFSubRuleType.uniqueValues };
  if (type === "top10") {
    const value = Number(rank ?? 10);
    return { ...highlight, subType: CFSubRuleType.rank, isBottom: isTrue(bottom), isPercent: isTrue(percent), value };
  }
  if (type === "aboveAverage" && stdDev === undefined) {
    const isAbove = aboveAverage === undefined || isTrue(aboveAverage);
    const withEqual = isAbove ? CFNumberOperator.greaterThanOrEqual : CFNumberOperator.lessThanOrEqual;
    const without = isAbove ? CFNumberOperator.greaterThan : CFNumberOperator.lessThan;
    return { ...highlight, subType: CFSubRuleType.average, operator: isTrue(equalAverage) ? withEqual : without };
  }
  if (type === "timePeriod" && PERIODS.has(timePeriod ?? "")) {
    return { ...highlight, subType: CFSubRuleType.timePeriod, operator: timePeriod as CFTimePeriodOperator };
  }
  const known = Object.entries(TEXT_RULES).find(([, one]) => one.type === type)?.[0];
  if (known === undefined) return null;
  // Some programs leave the attribute out; the formula has the text, too.
  const literal = text ?? /"((?:[^"]|"")*)"/.exec(formulas[0] ?? "")?.[1]?.replaceAll('""', '"');
  const value = literal === undefined ? {} : { value: literal };
  return { ...highlight, subType: CFSubRuleType.text, operator: known as CFTextOperator, ...value };
}

/** `cellIs`: the grid compares with numbers and texts; with anything else through a formula. */
function readComparison(operator: string, formulas: readonly string[], style: IStyleBase, cell: string): Rule | null {
  const [first, second] = formulas;
  if (first === undefined || !OPERATORS.has(operator)) return null;
  const highlight = { type: CFRuleType.highlightCell, style } as const;
  const isBetween = operator === "between" || operator === "notBetween";
  const between = isBetween ? (operator as CFNumberOperator.between) : null;
  if (between !== null && second !== undefined && NUMBER.test(first) && NUMBER.test(second)) {
    return { ...highlight, subType: CFSubRuleType.number, operator: between, value: [Number(first), Number(second)] };
  }
  if (!isBetween && NUMBER.test(first)) {
    const single = operator as CFNumberOperator.equal;
    return { ...highlight, subType: CFSubRuleType.number, operator: single, value: Number(first) };
  }
  const text = TEXT.exec(first)?.[1]?.replaceAll('""', '"');
  if (text !== undefined && (operator === "equal" || operator === "notEqual")) {
    return { ...highlight, subType: CFSubRuleType.text, operator: operator as CFTextOperator, value: text };
  }
  if (between !== null && second === undefined) return null;
  const value = `=${comparison(operator, cell, toGridFormula(first).slice(1), toGridFormula(second ?? "").slice(1))}`;
  return { ...highlight, subType: CFSubRuleType.formula, value };
}

const SIGNS: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
};

function comparison(operator: string, cell: string, first: string, second: string): string {
  const sign = SIGNS[operator];
  if (sign !== undefined) return `${cell}${sign}(${first})`;
  const inside = `AND(${cell}>=(${first}),${cell}<=(${second}))`;
  return operator === "between" ? inside : `NOT(${inside})`;
}

/** The `conditionalFormatting` elements of a sheet. Rules come in the order of their priority. */
export function conditionalFormatsXml(rules: readonly ConditionalRule[], styles: StyleSheet): string {
  return rules
    .filter(({ ranges }) => ranges.length > 0)
    .flatMap(withOneCorner)
    .map((rule, index) => {
      const inner = ruleXml(rule, { priority: index + 1, stopIfTrue: rule.stopIfTrue || undefined }, styles);
      return `<conditionalFormatting sqref="${formatRanges(rule.ranges)}">${inner}</conditionalFormatting>`;
    })
    .join("");
}

/**
 * Programs differ in which cell they take for the corner of several ranges, unless one range begins there: that one then
 * comes first. Where there is none, a rule that looks from a cell becomes one rule for each range.
 */
function withOneCorner(whole: ConditionalRule): ConditionalRule[] {
  const { ranges, rule } = whole;
  const { row, column } = fileCorner(ranges);
  const first = ranges.find(({ startRow, startColumn }) => startRow === row && startColumn === column);
  if (first !== undefined) return [{ ...whole, ranges: [first, ...ranges.filter((range) => range !== first)] }];
  if (rule.type !== CFRuleType.highlightCell) return [whole];
  if (rule.subType === CFSubRuleType.text) return ranges.map((range) => ({ ...whole, ranges: [range] }));
  if (rule.subType !== CFSubRuleType.formula) return [whole];
  return ranges.map((range) => {
    const value = moveFormula(rule.value, gridCorner(ranges), gridCorner([range]));
    return { ...whole, ranges: [range], rule: { ...rule, value } };
  });
}

type Attributes = Parameters<typeof attributesXml>[0];

function ruleXml({ rule, ranges }: ConditionalRule, order: Attributes, styles: StyleSheet): string {
  if (rule.type === CFRuleType.highlightCell) {
    const { attributes, formulas } = highlightOf(rule, ranges);
    const dxfId = styles.differential(rule.style);
    const inner = formulas.map((formula) => `<formula>${escapeText(escapeXstring(formula))}</formula>`).join("");
    const { type, ...others } = attributes;
    return `<cfRule${attributesXml({ type, dxfId, ...order, ...others })}>${inner}</cfRule>`;
  }
  return `<cfRule${attributesXml({ type: rule.type, ...order })}>${scaleXml(rule)}</cfRule>`;
}

type Highlight = Extract<Rule, { type: CFRuleType.highlightCell }>;

function highlightOf(
  rule: Highlight,
  ranges: ConditionalRule["ranges"],
): { attributes: Attributes; formulas: string[] } {
  const corner = fileCorner(ranges);
  const cell = formatAddress(corner);
  switch (rule.subType) {
    case CFSubRuleType.formula: {
      const formula = moveFormula(toFileFormula(rule.value), gridCorner(ranges), corner);
      return { attributes: { type: "expression" }, formulas: [formula] };
    }
    case CFSubRuleType.number:
      return {
        attributes: { type: "cellIs", operator: rule.operator },
        formulas: [rule.value ?? 0].flat().map(String),
      };
    case CFSubRuleType.text:
      return textRuleOf(rule.operator, rule.value ?? "", cell);
    case CFSubRuleType.duplicateValues:
    case CFSubRuleType.uniqueValues:
      return { attributes: { type: rule.subType }, formulas: [] };
    case CFSubRuleType.timePeriod:
      return { attributes: { type: "timePeriod", timePeriod: rule.operator }, formulas: [] };
    case CFSubRuleType.rank: {
      const { value, isBottom, isPercent } = rule;
      const flags = { bottom: isBottom || undefined, percent: isPercent || undefined };
      return { attributes: { type: "top10", rank: value, ...flags }, formulas: [] };
    }
    case CFSubRuleType.average:
      return averageRuleOf(rule.operator, cell, ranges);
  }
}

function averageRuleOf(
  operator: CFNumberOperator,
  cell: string,
  ranges: ConditionalRule["ranges"],
): { attributes: Attributes; formulas: string[] } {
  const isBelow = operator === CFNumberOperator.lessThan || operator === CFNumberOperator.lessThanOrEqual;
  const withEqual = operator === CFNumberOperator.greaterThanOrEqual || operator === CFNumberOperator.lessThanOrEqual;
  if (operator === CFNumberOperator.equal || operator === CFNumberOperator.notEqual) {
    // A file knows above and below only: the rest is a formula over all cells of the rule.
    const all = ranges.map((range) => formatRange(toFileRange(range)).replace(/[A-Z]+|\d+/g, "$$$&")).join(",");
    return { attributes: { type: "expression" }, formulas: [comparison(operator, cell, `AVERAGE(${all})`, "")] };
  }
  const flags = { aboveAverage: isBelow ? false : undefined, equalAverage: withEqual || undefined };
  return { attributes: { type: "aboveAverage", ...flags }, formulas: [] };
}

function textRuleOf(
  operator: CFTextOperator,
  value: string,
  cell: string,
): { attributes: Attributes; formulas: string[] } {
  const literal = `"${value.replaceAll('"', '""')}"`;
  const known = TEXT_RULES[operator];
  if (known === undefined) return { attributes: { type: "cellIs", operator }, formulas: [literal] };
  const needsText = known.operator !== undefined;
  const attributes = { type: known.type, operator: known.operator, text: needsText ? value : undefined };
  return { attributes, formulas: [known.formula(cell, literal)] };
}
