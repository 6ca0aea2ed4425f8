import type { IRange, IStyleBase } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import {
  AddCfCommand,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  DeleteCfCommand,
  type IConditionFormattingRule,
  type IHighlightCell,
  MoveCfCommand,
  SetCfCommand,
} from "@univerjs/sheets-conditional-formatting";
import { type Area, toGridRange } from "../addresses";
import { HostError } from "../host-error";
import type { Model } from "./model";

type Rule = IConditionFormattingRule;

/** The range whose top-left cell a formula is written for. */
const anchorOf = (ranges: readonly IRange[]): IRange | undefined =>
  [...ranges].sort((a, b) => a.startRow - b.startRow || a.startColumn - b.startColumn)[0];

/** One conditional format in the grid, by its id: it may be changed or deleted by others at any time. */
export class ConditionalRule {
  constructor(
    readonly model: Model,
    readonly sheetId: string,
    readonly id: string,
  ) {}

  /** All conditional formats of a sheet, the one of highest priority first. */
  static all(model: Model, sheetId: string): readonly Rule[] {
    const { book } = model;
    return book.grid.injector.get(ConditionalFormattingRuleModel).getSubunitRules(book.unitId, sheetId) ?? [];
  }

  static add(model: Model, sheetId: string, rule: Omit<Rule, "cfId">): ConditionalRule {
    const cfId = crypto.randomUUID();
    model.protection.require(sheetId, "allowFormatCells");
    model.book.execute(AddCfCommand, { ...model.book.target(sheetId), rule: { ...rule, cfId } });
    return new ConditionalRule(model, sheetId, cfId);
  }

  get rule(): Rule {
    this.model.book.worksheet(this.sheetId);
    const rule = ConditionalRule.all(this.model, this.sheetId).find(({ cfId }) => cfId === this.id);
    if (!rule) throw new HostError("ItemNotFound", "The conditional format was deleted.");
    return rule;
  }

  /** What a format that highlights cells consists of; others (colour scales, data bars) have no such thing. */
  get highlight(): IHighlightCell {
    const { rule } = this.rule;
    if (rule.type !== CFRuleType.highlightCell)
      throw new HostError("InvalidOperation", `A ${rule.type} has no such format.`);
    return rule;
  }

  get style(): IStyleBase {
    return this.highlight.style;
  }

  /** A null takes that part of the style away. */
  changeStyle(change: Partial<IStyleBase>): void {
    const style = Object.fromEntries(
      Object.entries({ ...this.style, ...change }).filter(([, part]) => part !== null && part !== undefined),
    );
    this.change({ rule: { ...this.highlight, style } as Rule["rule"] });
  }

  change(change: Partial<Rule>): void {
    const { model, sheetId, id } = this;
    model.protection.require(sheetId, "allowFormatCells");
    model.book.execute(SetCfCommand, { ...model.book.target(sheetId), cfId: id, rule: { ...this.rule, ...change } });
  }

  /** Lets the format apply to these cells only; a formula goes on meaning the same for each cell that stays. */
  moveTo(areas: readonly Area[]): void {
    const ranges = areas.map(toGridRange);
    const { rule } = this.rule;
    const from = anchorOf(this.rule.ranges);
    const to = anchorOf(ranges);
    this.change({ ranges });
    if (rule.type !== CFRuleType.highlightCell || rule.subType !== CFSubRuleType.formula || !from || !to) return;
    if (from.startRow === to.startRow && from.startColumn === to.startColumn) return;
    const value = this.model.book.grid.injector
      .get(LexerTreeBuilder)
      .moveFormulaRefOffset(rule.value, to.startColumn - from.startColumn, to.startRow - from.startRow);
    this.replace({ ...rule, value });
  }

  /** Changes what decides: the grid calculates a formula anew only for a format that is added anew. */
  replace(rule: Rule["rule"]): void {
    const { model, sheetId, id, priority } = this;
    const replaced = { ...this.rule, rule };
    this.delete();
    model.book.execute(AddCfCommand, { ...model.book.target(sheetId), rule: { ...replaced, cfId: id } });
    this.priority = priority;
  }

  get priority(): number {
    const { rule } = this;
    return ConditionalRule.all(this.model, this.sheetId).indexOf(rule);
  }

  set priority(wanted: number) {
    const { model, sheetId, id } = this;
    const others = ConditionalRule.all(model, sheetId).filter(({ cfId }) => cfId !== id);
    if (this.priority === wanted || others.length === 0) return;
    const next = others[wanted];
    const last = others.at(-1);
    const end = next ? { id: next.cfId, type: "before" as const } : { id: last?.cfId ?? "", type: "after" as const };
    model.book.execute(MoveCfCommand, { ...model.book.target(sheetId), start: { id, type: "self" }, end });
  }

  delete(): void {
    const { model, sheetId, id } = this;
    model.protection.require(sheetId, "allowFormatCells");
    model.book.execute(DeleteCfCommand, { ...model.book.target(sheetId), cfId: id });
  }
}
