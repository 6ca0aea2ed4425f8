import type { IDisposable, IMutationInfo, Injector } from "@univerjs/core";
import {
  AddConditionalRuleMutation,
  AddConditionalRuleMutationUndoFactory,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
  SetConditionalRuleMutation,
  setConditionalRuleMutationUndoFactory,
} from "@univerjs/sheets-conditional-formatting";
import { FormulaRefRangeService } from "@univerjs/sheets-formula";

type Moved = Parameters<Parameters<FormulaRefRangeService["registerRangeFormula"]>[4]>[0];

/**
 * Moves conditional formats with their cells when rows or columns are inserted or deleted. In the page Univer's own
 * interface does this; it is the one thing of conditional formats that its headless part lacks.
 */
export class ConditionalFormatMoves {
  readonly #injector: Injector;
  readonly #watched = new Map<string, IDisposable>();
  readonly #subscription: { unsubscribe(): void };

  constructor(injector: Injector) {
    this.#injector = injector;
    const model = injector.get(ConditionalFormattingRuleModel);
    this.#subscription = model.$ruleChange.subscribe(({ type, unitId, subUnitId, rule }) => {
      if (type === "sort") return;
      this.#forget(subUnitId, rule);
      if (type !== "delete") this.#watch(unitId, subUnitId, rule);
    });
  }

  dispose(): void {
    this.#subscription.unsubscribe();
    for (const disposable of this.#watched.values()) disposable.dispose();
  }

  #forget(sheetId: string, rule: IConditionFormattingRule): void {
    const key = `${sheetId} ${rule.cfId}`;
    this.#watched.get(key)?.dispose();
    this.#watched.delete(key);
  }

  #watch(unitId: string, sheetId: string, rule: IConditionFormattingRule): void {
    const formulas = formulaOf(rule);
    const disposable = this.#injector
      .get(FormulaRefRangeService)
      .registerRangeFormula(unitId, sheetId, rule.ranges, formulas, (moved) =>
        this.#mutations(unitId, sheetId, rule, moved),
      );
    this.#watched.set(`${sheetId} ${rule.cfId}`, disposable);
  }

  #mutations(
    unitId: string,
    subUnitId: string,
    rule: IConditionFormattingRule,
    moved: Moved,
  ): Record<"redos" | "undos", IMutationInfo[]> {
    const target = { unitId, subUnitId };
    const [first, ...others] = moved;
    if (!first) {
      return {
        redos: [{ id: DeleteConditionalRuleMutation.id, params: { ...target, cfId: rule.cfId } }],
        undos: [{ id: AddConditionalRuleMutation.id, params: { ...target, rule } }],
      };
    }
    const set = { ...target, cfId: rule.cfId, rule: movedRule(rule, first) };
    const redos: IMutationInfo[] = [{ id: SetConditionalRuleMutation.id, params: set }];
    const undos: IMutationInfo[] = [...setConditionalRuleMutationUndoFactory(this.#injector, set)];
    for (const other of others) {
      const add = { ...target, rule: { ...movedRule(rule, other), cfId: crypto.randomUUID() } };
      redos.push({ id: AddConditionalRuleMutation.id, params: add });
      undos.push(AddConditionalRuleMutationUndoFactory(this.#injector, add));
    }
    return { redos, undos };
  }
}

function formulaOf({ rule }: IConditionFormattingRule): string[] {
  const byFormula = rule.type === CFRuleType.highlightCell && rule.subType === CFSubRuleType.formula;
  return byFormula && rule.value ? [rule.value] : [];
}

function movedRule(rule: IConditionFormattingRule, { ranges, formulas }: Moved[number]): IConditionFormattingRule {
  const [formula] = formulas;
  const moved = { ...rule, ranges };
  if (formula === undefined || formulaOf(rule).length === 0) return moved;
  return { ...moved, rule: { ...rule.rule, value: formula } as IConditionFormattingRule["rule"] };
}
