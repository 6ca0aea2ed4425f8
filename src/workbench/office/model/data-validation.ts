import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationStatus,
  DataValidationType,
} from "@univerjs/core";
import type { IDataValidationRuleOptions, ISheetDataValidationRule } from "@univerjs/core";
import {
  AddSheetDataValidationCommand,
  ClearRangeDataValidationCommand,
  SheetDataValidationModel,
  SheetsDataValidationValidatorService,
  UpdateSheetDataValidationOptionsCommand,
} from "@univerjs/sheets-data-validation";
import { type Area, fromGridRange, intersection, toGridRange } from "../addresses";
import { boolean, oneOf, optional, record, text } from "../arguments";
import type { CellGroup } from "../cells/styles";
import { HostError } from "../host-error";
import { HostObject } from "../host-object";
import { listSource } from "./validation-list";
import type { RangeAreas } from "./range-areas";

type KindName = "wholeNumber" | "decimal" | "textLength" | "date" | "list" | "custom";

/** Kinds of rule: the name in Office.js' rule object, the one of `DataValidation.type`, the grid's. */
const KINDS: readonly (readonly [name: KindName, typeName: string, type: string])[] = [
  ["wholeNumber", "WholeNumber", DataValidationType.WHOLE],
  ["decimal", "Decimal", DataValidationType.DECIMAL],
  ["textLength", "TextLength", DataValidationType.TEXT_LENGTH],
  ["date", "Date", DataValidationType.DATE],
  ["list", "List", DataValidationType.LIST],
  ["custom", "Custom", DataValidationType.CUSTOM],
];

const OPERATORS = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
} as const;
type OperatorName = keyof typeof OPERATORS;
const OPERATOR_NAMES = Object.keys(OPERATORS) as OperatorName[];

const ALERT_STYLES = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
} as const;
type AlertStyle = keyof typeof ALERT_STYLES;
const ALERT_STYLE_NAMES = Object.keys(ALERT_STYLES) as AlertStyle[];

/** `Excel.DataValidation` of a range or of several. */
export class DataValidation extends HostObject {
  override readonly typeName = "DataValidation";

  /** @param areasOf makes the object that several areas are answered as */
  constructor(
    readonly group: CellGroup,
    private readonly areasOf: (areas: readonly Area[]) => RangeAreas,
  ) {
    super();
  }

  get Type(): string {
    const rules = this.#rules();
    const types = new Set(rules.map((rule) => rule?.type ?? DataValidationType.NONE));
    if (types.size > 1) return "Inconsistent";
    const [type] = types;
    return KINDS.find(([, , candidate]) => candidate === type)?.[1] ?? "None";
  }

  get Rule(): Record<string, unknown> | null {
    const rule = this.#rule();
    if (!rule) return this.#rules().length > 1 ? null : {};
    const name = KINDS.find(([, , type]) => type === rule.type)?.[0];
    if (name === undefined) return {};
    if (name === "list")
      return { list: { inCellDropDown: rule.showDropDown !== false, source: listSource.read(rule) } };
    if (name === "custom") return { custom: { formula: rule.formula1 ?? "" } };
    const operator = OPERATOR_NAMES.find((candidate) => OPERATORS[candidate] === rule.operator) ?? "Between";
    const formula2 = rule.formula2 === undefined ? {} : { formula2: operand(rule.formula2) };
    return { [name]: { formula1: operand(rule.formula1), ...formula2, operator } };
  }

  set Rule(value: unknown) {
    const given = record(value);
    const kind = KINDS.find(([name]) => given[name] !== undefined && given[name] !== null);
    if (!kind)
      throw new HostError("InvalidArgument", `Unknown kind of rule: ${Object.keys(given).join(", ") || "none"}.`);
    const [name, , type] = kind;
    const details = record(given[name]);
    const {
      errorTitle,
      error,
      errorStyle,
      showErrorMessage,
      prompt,
      promptTitle,
      showInputMessage,
      allowBlank = true,
    } = this.#rule() ?? DEFAULT_OPTIONS;
    const options = {
      errorTitle,
      error,
      errorStyle,
      showErrorMessage,
      prompt,
      promptTitle,
      showInputMessage,
      allowBlank,
    };
    this.#add({ ...options, type, ...this.#settings(name, details) });
  }

  get IgnoreBlanks(): boolean | null {
    const rule = this.#rule();
    return rule ? rule.allowBlank !== false : this.#rules().length > 1 ? null : true;
  }

  set IgnoreBlanks(value: unknown) {
    const allowBlank = boolean(value);
    const rule = this.#rule();
    if (rule) this.#add({ ...rule, allowBlank });
  }

  get ErrorAlert(): Record<string, unknown> | null {
    const rule = this.#rule();
    if (!rule) return this.#rules().length > 1 ? null : { message: "", showAlert: true, style: "Stop", title: "" };
    return {
      message: rule.error ?? "",
      showAlert: rule.showErrorMessage !== false,
      style: ALERT_STYLE_NAMES.find((name) => ALERT_STYLES[name] === rule.errorStyle) ?? "Stop",
      title: rule.errorTitle ?? "",
    };
  }

  set ErrorAlert(value: unknown) {
    const alert = record(value);
    const showErrorMessage = optional(alert["showAlert"], boolean, true);
    this.#setOptions({
      error: optional(alert["message"], text, ""),
      errorTitle: optional(alert["title"], text, ""),
      showErrorMessage,
      // a rule that shows no alert lets everything in
      errorStyle: ALERT_STYLES[showErrorMessage ? oneOf(ALERT_STYLE_NAMES, alert["style"], "Stop") : "Information"],
    });
  }

  get Prompt(): Record<string, unknown> | null {
    const rule = this.#rule();
    if (!rule) return this.#rules().length > 1 ? null : { message: "", showPrompt: true, title: "" };
    return { message: rule.prompt ?? "", showPrompt: rule.showInputMessage !== false, title: rule.promptTitle ?? "" };
  }

  set Prompt(value: unknown) {
    const prompt = record(value);
    this.#setOptions({
      prompt: optional(prompt["message"], text, ""),
      promptTitle: optional(prompt["title"], text, ""),
      showInputMessage: optional(prompt["showPrompt"], boolean, true),
    });
  }

  /** Whether every value of the cells is allowed. */
  get Valid(): Promise<boolean> {
    return this.#invalidAreas().then((areas) => areas.length === 0);
  }

  Clear(): void {
    const { model, sheetId } = this.group;
    model.protection.requireUnprotected(sheetId);
    if (this.#rules().every((rule) => rule === null)) return;
    model.book.execute(ClearRangeDataValidationCommand, { ...model.book.target(sheetId), ranges: this.#ranges() });
  }

  async GetInvalidCells(): Promise<RangeAreas> {
    const areas = await this.GetInvalidCellsOrNullObject();
    if (!areas) throw new HostError("ItemNotFound", "Every cell is valid.");
    return areas;
  }

  async GetInvalidCellsOrNullObject(): Promise<RangeAreas | null> {
    const areas = await this.#invalidAreas();
    return areas.length === 0 ? null : this.areasOf(areas);
  }

  async #invalidAreas(): Promise<Area[]> {
    const { model, sheetId } = this.group;
    const { book } = model;
    const service = book.grid.injector.get(SheetsDataValidationValidatorService);
    const rules = book.grid.injector.get(SheetDataValidationModel).getRules(book.unitId, sheetId);
    const ruled = rules.flatMap((rule) => rule.ranges.map(fromGridRange));
    const invalid: Area[] = [];
    for (const area of this.group.areas) {
      for (const candidate of ruled) {
        const common = intersection(area, candidate);
        for (let row = 0; common && row < common.rows; row++) {
          for (let column = 0; column < common.columns; column++) {
            const cell = { row: common.row + row, column: common.column + column, rows: 1, columns: 1 };
            const status = await service.validatorCell(book.unitId, sheetId, cell.row, cell.column);
            if (status === DataValidationStatus.INVALID) invalid.push(cell);
          }
        }
      }
    }
    return invalid;
  }

  #settings(name: KindName, details: Record<string, unknown>): Partial<ISheetDataValidationRule> {
    if (name === "custom") return { formula1: formula(details["formula"]) };
    if (name === "list") {
      const showDropDown = optional(details["inCellDropDown"], boolean, true);
      return { formula1: listSource.write(details["source"], this.group.model.book), showDropDown };
    }
    const operator = OPERATORS[oneOf(OPERATOR_NAMES, details["operator"], "Between")];
    const second = details["formula2"];
    const formula2 = second === null || second === undefined || second === "" ? {} : { formula2: formula(second) };
    return { formula1: formula(details["formula1"]), ...formula2, operator };
  }

  #ranges(): ReturnType<typeof toGridRange>[] {
    const { model, sheetId, areas } = this.group;
    return areas.map((area) => toGridRange(model.book.writable(sheetId, area)));
  }

  #add(rule: Omit<ISheetDataValidationRule, "uid" | "ranges">): void {
    const { model, sheetId } = this.group;
    model.protection.requireUnprotected(sheetId);
    const uid = crypto.randomUUID();
    const params = { ...model.book.target(sheetId), rule: { ...rule, uid, ranges: this.#ranges() } };
    model.book.execute(AddSheetDataValidationCommand, params);
  }

  /** Alert and prompt may be set before there is a rule: then they wait in one that allows everything. */
  #setOptions(options: IDataValidationRuleOptions): void {
    const { model, sheetId } = this.group;
    model.protection.requireUnprotected(sheetId);
    const rule = this.#rule();
    const whole = rule && rule.ranges.length === this.group.areas.length && this.#covers(rule);
    if (rule && whole) {
      const params = { ...model.book.target(sheetId), ruleId: rule.uid, options: { ...rule, ...options } };
      model.book.execute(UpdateSheetDataValidationOptionsCommand, params);
    } else this.#add({ ...(rule ?? { ...DEFAULT_OPTIONS, type: DataValidationType.ANY }), ...options });
  }

  #covers(rule: ISheetDataValidationRule): boolean {
    const own = this.#ranges();
    return rule.ranges.every((range) =>
      own.some(
        (area) =>
          area.startRow === range.startRow &&
          area.endRow === range.endRow &&
          area.startColumn === range.startColumn &&
          area.endColumn === range.endColumn,
      ),
    );
  }

  /** The rule that all cells have, or null. */
  #rule(): ISheetDataValidationRule | null {
    const rules = this.#rules();
    return rules.length === 1 ? (rules[0] ?? null) : null;
  }

  /** The different rules of the cells, null standing for cells without any. */
  #rules(): (ISheetDataValidationRule | null)[] {
    const { model, sheetId, areas } = this.group;
    const { book } = model;
    const rules = book.grid.injector.get(SheetDataValidationModel);
    const found = new Set<ISheetDataValidationRule | null>();
    for (const area of areas) {
      const inGrid = book.within(sheetId, area);
      for (let row = 0; inGrid && row < inGrid.rows; row++) {
        for (let column = 0; column < inGrid.columns; column++) {
          const rule = rules.getRuleByLocation(book.unitId, sheetId, inGrid.row + row, inGrid.column + column);
          found.add(rule ?? null);
        }
      }
    }
    return found.size === 0 ? [null] : [...found];
  }
}

const DEFAULT_OPTIONS: Omit<ISheetDataValidationRule, "uid" | "ranges" | "type"> = {
  showErrorMessage: true,
  errorStyle: DataValidationErrorStyle.STOP,
  showInputMessage: true,
  allowBlank: true,
};

/** An operand as the grid has it: a number's digits, or a formula. */
function formula(value: unknown): string {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "string" && value !== "") return value;
  throw new HostError("InvalidArgument", `${JSON.stringify(value) ?? "nothing"} is no operand of a rule.`);
}

/** An operand as Office.js gives it back: numbers as numbers. */
function operand(stored: string | undefined): string | number {
  if (stored === undefined) return "";
  return stored !== "" && !Number.isNaN(Number(stored)) ? Number(stored) : stored;
}
