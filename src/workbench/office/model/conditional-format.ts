import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  type IConditionFormattingRule,
  type INumberHighlightCell,
} from "@univerjs/sheets-conditional-formatting";
import { type Area, fromGridRange } from "../addresses";
import { boolean, oneOf, record, text, whole } from "../arguments";
import { HostError } from "../host-error";
import { HostObject } from "../host-object";
import { definePlainProperties } from "../plain-properties";
import { ConditionalRangeFormat } from "./conditional-range-format";
import type { ConditionalRule } from "./conditional-rule";
import type { RangeAreas } from "./range-areas";
import type { RangeNavigation } from "./range-navigation";

/** `Excel.ConditionalFormatType` of what the grid has. */
export type ConditionalFormatType =
  "Custom" | "CellValue" | "ContainsText" | "TopBottom" | "PresetCriteria" | "DataBar" | "ColorScale" | "IconSet";

const OTHER_TYPES: Record<string, ConditionalFormatType> = {
  [CFRuleType.dataBar]: "DataBar",
  [CFRuleType.colorScale]: "ColorScale",
  [CFRuleType.iconSet]: "IconSet",
  [CFSubRuleType.formula]: "Custom",
  [CFSubRuleType.number]: "CellValue",
  [CFSubRuleType.text]: "ContainsText",
  [CFSubRuleType.rank]: "TopBottom",
};

function typeOf({ rule }: IConditionFormattingRule): ConditionalFormatType {
  return OTHER_TYPES[rule.type === CFRuleType.highlightCell ? rule.subType : rule.type] ?? "PresetCriteria";
}

/** Makes the objects that a format's cells are answered as. */
export interface RangeMaker {
  range(sheetId: string, area: Area): RangeNavigation;
  areas(sheetId: string, areas: readonly Area[]): RangeAreas;
}

/** `Excel.ConditionalFormat`. */
export class ConditionalFormat extends HostObject {
  override readonly typeName = "ConditionalFormat";

  constructor(
    readonly rule: ConditionalRule,
    private readonly maker: RangeMaker,
  ) {
    super();
  }

  override identity(): Record<string, string> {
    return { Id: this.rule.id };
  }

  override get optionalObjects(): readonly string[] {
    return ["Custom", "CellValue", ...Object.keys(CLOSED_TYPES)].flatMap((name) => [name, `${name}OrNullObject`]);
  }

  get Id(): string {
    return this.rule.id;
  }

  get Type(): ConditionalFormatType {
    return typeOf(this.rule.rule);
  }

  /** 0 for the one that is looked at first. */
  get Priority(): number {
    return this.rule.priority;
  }

  set Priority(value: unknown) {
    this.rule.priority = whole(value, 0);
  }

  get StopIfTrue(): boolean {
    return this.rule.rule.stopIfTrue;
  }

  set StopIfTrue(value: unknown) {
    this.rule.change({ stopIfTrue: boolean(value) });
  }

  get Custom(): CustomConditionalFormat {
    this.#require("Custom");
    return new CustomConditionalFormat(this.rule);
  }

  get CustomOrNullObject(): CustomConditionalFormat | null {
    return this.Type === "Custom" ? new CustomConditionalFormat(this.rule) : null;
  }

  get CellValue(): CellValueConditionalFormat {
    this.#require("CellValue");
    return new CellValueConditionalFormat(this.rule);
  }

  get CellValueOrNullObject(): CellValueConditionalFormat | null {
    return this.Type === "CellValue" ? new CellValueConditionalFormat(this.rule) : null;
  }

  GetRange(): RangeNavigation {
    const range = this.GetRangeOrNullObject();
    if (!range) throw new HostError("InvalidOperation", "The conditional format applies to several ranges.");
    return range;
  }

  GetRangeOrNullObject(): RangeNavigation | null {
    const [first, ...others] = this.rule.rule.ranges;
    return first && others.length === 0 ? this.maker.range(this.rule.sheetId, fromGridRange(first)) : null;
  }

  GetRanges(): RangeAreas {
    return this.maker.areas(this.rule.sheetId, this.rule.rule.ranges.map(fromGridRange));
  }

  Delete(): void {
    this.rule.delete();
  }

  #require(type: ConditionalFormatType): void {
    if (this.Type !== type) throw new HostError("InvalidOperation", `It is a ${this.Type}, not a ${type}.`);
  }
}

/** Types that the grid may have but an add-in cannot look into here; a format of another type has none of them. */
const CLOSED_TYPES: Record<string, ConditionalFormatType> = {
  ColorScale: "ColorScale",
  DataBar: "DataBar",
  IconSet: "IconSet",
  Preset: "PresetCriteria",
  TextComparison: "ContainsText",
  TopBottom: "TopBottom",
};

for (const [name, type] of Object.entries(CLOSED_TYPES)) {
  const closed = (format: ConditionalFormat): null => {
    if (format.Type !== type) return null;
    throw new HostError("ApiNotFound", `Conditional formats of type ${type} cannot be read here.`);
  };
  definePlainProperties(ConditionalFormat, {
    [`${name}OrNullObject`]: { get: closed },
    [name]: {
      get: (format) => {
        closed(format);
        throw new HostError("InvalidOperation", `It is a ${format.Type}, not a ${type}.`);
      },
    },
  });
}

/** `Excel.CustomConditionalFormat`: a formula decides. */
export class CustomConditionalFormat extends HostObject {
  override readonly typeName = "CustomConditionalFormat";

  constructor(readonly rule: ConditionalRule) {
    super();
  }

  get Rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.rule);
  }

  get Format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.rule);
  }
}

/** `Excel.ConditionalFormatRule`: the formula as it stands for the top-left cell of the format's ranges. */
export class ConditionalFormatRule extends HostObject {
  override readonly typeName = "ConditionalFormatRule";

  constructor(readonly rule: ConditionalRule) {
    super();
  }

  get Formula(): string {
    const { highlight } = this.rule;
    return "value" in highlight && typeof highlight.value === "string" ? highlight.value : "";
  }

  set Formula(value: unknown) {
    const given = text(value);
    if (given === "") throw new HostError("InvalidArgument", "The formula is empty.");
    const formula = given.startsWith("=") ? given : `=${given}`;
    const { style } = this.rule;
    this.rule.replace({ type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: formula, style });
  }

  get FormulaLocal(): string {
    return this.Formula;
  }

  set FormulaLocal(value: unknown) {
    this.Formula = value;
  }
}

const OPERATORS = {
  Between: CFNumberOperator.between,
  NotBetween: CFNumberOperator.notBetween,
  EqualTo: CFNumberOperator.equal,
  NotEqualTo: CFNumberOperator.notEqual,
  GreaterThan: CFNumberOperator.greaterThan,
  LessThan: CFNumberOperator.lessThan,
  GreaterThanOrEqual: CFNumberOperator.greaterThanOrEqual,
  LessThanOrEqual: CFNumberOperator.lessThanOrEqual,
} as const;
const OPERATOR_NAMES = Object.keys(OPERATORS) as (keyof typeof OPERATORS)[];

/** `Excel.CellValueConditionalFormat`: the value is compared with numbers, which is all that the grid can do. */
export class CellValueConditionalFormat extends HostObject {
  override readonly typeName = "CellValueConditionalFormat";

  constructor(readonly rule: ConditionalRule) {
    super();
  }

  get Format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.rule);
  }

  get Rule(): Record<string, unknown> {
    const { operator, value } = this.rule.highlight as INumberHighlightCell;
    const [first, second] = Array.isArray(value) ? value : [value];
    const operatorName = OPERATOR_NAMES.find((name) => OPERATORS[name] === operator) ?? "GreaterThan";
    const formula2 = second === undefined ? {} : { formula2: `=${second}` };
    return { formula1: first === undefined ? "" : `=${first}`, ...formula2, operator: operatorName };
  }

  set Rule(value: unknown) {
    const given = record(value);
    const operator = OPERATORS[oneOf(OPERATOR_NAMES, given["operator"])];
    const first = comparand(given["formula1"]);
    const base = { type: CFRuleType.highlightCell, subType: CFSubRuleType.number, style: this.rule.style } as const;
    if (operator === CFNumberOperator.between || operator === CFNumberOperator.notBetween) {
      this.rule.change({ rule: { ...base, operator, value: [first, comparand(given["formula2"])] } });
    } else this.rule.change({ rule: { ...base, operator, value: first } });
  }
}

function comparand(value: unknown): number {
  const given = typeof value === "string" ? value.trim().replace(/^=/, "") : value;
  const comparandNumber = given === "" || given === null || given === undefined ? NaN : Number(given);
  if (Number.isNaN(comparandNumber)) {
    throw new HostError(
      "UnsupportedOperation",
      `The grid compares cell values with numbers only, not with ${String(value)}.`,
    );
  }
  return comparandNumber;
}
