import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  type IConditionFormattingRule,
} from "@univerjs/sheets-conditional-formatting";
import { fromGridRange, intersection, toGridRange, without } from "../addresses";
import { oneOf } from "../arguments";
import type { CellGroup } from "../cells/styles";
import { HostError } from "../host-error";
import { HostCollection } from "../host-object";
import { ConditionalFormat, type RangeMaker } from "./conditional-format";
import { ConditionalRule } from "./conditional-rule";

/** A new rule of each type that can be added; until its formula or operands are set it applies to no cell. */
const NEW_RULES = {
  Custom: { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: "=FALSE", style: {} },
  CellValue: {
    type: CFRuleType.highlightCell,
    subType: CFSubRuleType.number,
    operator: CFNumberOperator.greaterThan,
    style: {},
  },
} as const satisfies Record<string, IConditionFormattingRule["rule"]>;

const TYPES = [
  "Custom",
  "CellValue",
  "ContainsText",
  "TopBottom",
  "PresetCriteria",
  "DataBar",
  "ColorScale",
  "IconSet",
] as const;

/** `Excel.ConditionalFormatCollection` of a range: every format that applies to some cell of it, by priority. */
export class ConditionalFormats extends HostCollection<ConditionalFormat> {
  override readonly typeName = "ConditionalFormatCollection";

  constructor(
    readonly group: CellGroup,
    private readonly maker: RangeMaker,
  ) {
    super();
  }

  override items(): ConditionalFormat[] {
    const { model, sheetId, areas } = this.group;
    return ConditionalRule.all(model, sheetId)
      .filter(({ ranges }) => ranges.some((range) => areas.some((area) => intersection(area, fromGridRange(range)))))
      .map(({ cfId }) => this.#format(cfId));
  }

  override find(key: unknown): ConditionalFormat | null {
    const { model, sheetId } = this.group;
    return ConditionalRule.all(model, sheetId).some(({ cfId }) => cfId === key) ? this.#format(String(key)) : null;
  }

  Add(type: unknown): ConditionalFormat {
    const { model, sheetId, areas } = this.group;
    const name = oneOf(TYPES, type);
    if (name !== "Custom" && name !== "CellValue") {
      throw new HostError("UnsupportedOperation", `Conditional formats of type ${name} cannot be added here.`);
    }
    const ranges = areas.map((area) => toGridRange(model.book.writable(sheetId, area)));
    const rule = ConditionalRule.add(model, sheetId, { ranges, stopIfTrue: false, rule: NEW_RULES[name] });
    return new ConditionalFormat(rule, this.maker);
  }

  /** Takes every conditional format off the cells of the range; other cells keep theirs. */
  ClearAll(): void {
    const { areas } = this.group;
    for (const { rule } of this.items()) {
      const ranges = rule.rule.ranges.map(fromGridRange);
      const left = areas.reduce((rest, hole) => rest.flatMap((area) => without(area, hole)), ranges);
      if (left.length === 0) rule.delete();
      else rule.moveTo(left);
    }
  }

  #format(cfId: string): ConditionalFormat {
    return new ConditionalFormat(new ConditionalRule(this.group.model, this.group.sheetId, cfId), this.maker);
  }
}
