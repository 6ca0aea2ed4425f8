import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationType,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import { attributesXml, escapeText, escapeXstring } from "../../xlsx/escape";
import { child, children, isTrue, localName, unescapeXstring, type XmlElement } from "../../xlsx/xml";
import { toFileFormula, toGridFormula } from "./functions";
import { formatRanges, parseRanges } from "./ranges";
import { Names } from "./style-names";

export type ValidationRule = ISheetDataValidationRule;

// The grid keeps the types as plain text, its own names among others.
const { ANY, CHECKBOX, CUSTOM, LIST, LIST_MULTIPLE }: Record<keyof typeof DataValidationType, string> =
  DataValidationType;
const TYPES = new Names<string>([
  ["none", DataValidationType.ANY],
  ["whole", DataValidationType.WHOLE],
  ["decimal", DataValidationType.DECIMAL],
  ["list", DataValidationType.LIST],
  ["date", DataValidationType.DATE],
  ["time", DataValidationType.TIME],
  ["textLength", DataValidationType.TEXT_LENGTH],
  ["custom", DataValidationType.CUSTOM],
  // Kinds that the grid has and a file has not come nearest.
  ["list", DataValidationType.LIST_MULTIPLE],
  ["list", DataValidationType.CHECKBOX],
  ["none", DataValidationType.NONE],
]);
const ERROR_STYLES = new Names<DataValidationErrorStyle>([
  ["stop", DataValidationErrorStyle.STOP],
  ["warning", DataValidationErrorStyle.WARNING],
  ["information", DataValidationErrorStyle.INFO],
]);
const OPERATORS = new Set<string>(Object.values(DataValidationOperator));
const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** A list that is written out; Excel takes at most 255 characters of it. */
const LITERAL_LIST = /^"([^]*)"$/;
/** What a box gives that has no values of its own. */
const CHECKED = "1";
const UNCHECKED = "0";

/** The data validations of a sheet, with those that Excel 2010 writes apart because they look at other sheets. */
export function readValidations(rest: XmlElement): ValidationRule[] {
  const later = children(child(rest, "extLst"), "ext")
    .flatMap((one) => one.children.filter(({ name }) => localName(name) === "dataValidations"))
    .flatMap((one) => one.children);
  const elements = [...children(child(rest, "dataValidations"), "dataValidation"), ...later];
  return elements.flatMap((element, index) => {
    const ranges = parseRanges(element.attributes.sqref ?? textOf(element, "sqref"));
    return ranges.length === 0 ? [] : [{ uid: `validation-${index + 1}`, ranges, ...readRule(element) }];
  });
}

function readRule(element: XmlElement): Omit<ValidationRule, "uid" | "ranges"> {
  const { attributes } = element;
  const type = TYPES.toGrid(attributes.type ?? "none") ?? ANY;
  const rule: Omit<ValidationRule, "uid" | "ranges"> = {
    type,
    allowBlank: isTrue(attributes.allowBlank),
    showErrorMessage: isTrue(attributes.showErrorMessage),
    showInputMessage: isTrue(attributes.showInputMessage),
    errorStyle: ERROR_STYLES.toGrid(attributes.errorStyle ?? "stop") ?? DataValidationErrorStyle.STOP,
  };
  // In a file the attribute says that the arrow is hidden, whatever its name says.
  if (type === LIST) rule.showDropDown = !isTrue(attributes.showDropDown);
  for (const key of ["error", "errorTitle", "prompt", "promptTitle"] as const) {
    if (attributes[key] !== undefined) rule[key] = unescapeXstring(attributes[key]);
  }
  const hasOperator = type !== LIST && type !== CUSTOM && type !== ANY; // prettier-ignore
  const { operator = "between" } = attributes;
  if (hasOperator && OPERATORS.has(operator)) rule.operator = operator as DataValidationOperator;
  const [first, second] = [textOf(element, "formula1"), textOf(element, "formula2")];
  if (first !== undefined) rule.formula1 = readOperand(first, type);
  if (second !== undefined) rule.formula2 = readOperand(second, type);
  return rule;
}

/** Text of a child, which those of Excel 2010 keep in an element of its own (`xm:f`, `xm:sqref`). */
function textOf(element: XmlElement, name: string): string | undefined {
  const found = element.children.find((one) => localName(one.name) === name);
  return found && unescapeXstring(found.children[0]?.text ?? found.text);
}

function readOperand(text: string, type: string): string {
  const literal = type === LIST ? LITERAL_LIST.exec(text)?.[1] : undefined;
  // As the grid keeps a list of values.
  if (literal !== undefined) return JSON.stringify(literal.replaceAll('""', '"').split(",").map((one) => one.trim()).filter(Boolean)); // prettier-ignore
  return NUMBER.test(text) ? text : toGridFormula(text);
}

/** The `dataValidations` element of a sheet. */
export function validationsXml(rules: readonly ValidationRule[]): string {
  const kept = rules.filter(({ ranges }) => ranges.length > 0);
  if (kept.length === 0) return "";
  return `<dataValidations count="${kept.length}">${kept.map(ruleXml).join("")}</dataValidations>`;
}

function ruleXml(rule: ValidationRule): string {
  const type = TYPES.toFile(rule.type) ?? "none";
  const isList = type === "list";
  const text = (value: string | undefined): string | undefined => (value ? escapeXstring(value) : undefined);
  const attributes = attributesXml({
    type: type === "none" ? undefined : type,
    errorStyle: rule.errorStyle === undefined || rule.errorStyle === DataValidationErrorStyle.STOP ? undefined : ERROR_STYLES.toFile(rule.errorStyle), // prettier-ignore
    operator:
      rule.operator === undefined || rule.operator === DataValidationOperator.BETWEEN ? undefined : rule.operator,
    allowBlank: rule.allowBlank || undefined,
    showDropDown: isList && rule.showDropDown === false ? true : undefined,
    showInputMessage: rule.showInputMessage || undefined,
    // The grid checks unless it is told not to.
    showErrorMessage: rule.showErrorMessage !== false || undefined,
    errorTitle: text(rule.errorTitle),
    error: text(rule.error),
    promptTitle: text(rule.promptTitle),
    prompt: text(rule.prompt),
    sqref: formatRanges(rule.ranges),
  });
  const inner =
    type === "none" ? "" : operandXml("formula1", firstOperand(rule)) + operandXml("formula2", rule.formula2, isList);
  return `<dataValidation${attributes}>${inner}</dataValidation>`;
}

/** A box that is checked or not is a list of its two values. */
function firstOperand({ type, formula1 = "", formula2 = "" }: ValidationRule): string {
  if (type === CHECKBOX) return literalList([formula1 || CHECKED, formula2 || UNCHECKED]);
  const isList = type === LIST || type === LIST_MULTIPLE;
  return isList && !formula1.startsWith("=") ? literalList(readList(formula1)) : formula1;
}

function operandXml(name: string, operand: string | undefined, isLeftOut = false): string {
  if (operand === undefined || operand === "" || isLeftOut) return "";
  return `<${name}>${escapeText(escapeXstring(toFileFormula(operand)))}</${name}>`;
}

function literalList(values: readonly string[]): string {
  return `"${values.join(",").replaceAll('"', '""')}"`;
}

/** A list of values as the grid keeps it: JSON, or text with commas. */
function readList(text: string): string[] {
  if (text.startsWith("[")) {
    try {
      const values: unknown = JSON.parse(text);
      if (Array.isArray(values)) return values.map(String);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return text.split(",");
}
