import { BooleanNumber, type IBorderStyleData, type IStyleBase } from "@univerjs/core";
import { BorderStyleTypes } from "@univerjs/core";
import { boolean, colour, oneOf, text } from "../arguments";
import { HostCollection, HostObject } from "../host-object";
import { definePlainProperties, type PlainProperty } from "../plain-properties";
import type { ConditionalRule } from "./conditional-rule";

/** `Excel.ConditionalRangeFormat`: what a conditional format changes of a cell. Null where it leaves the cell's own. */
export class ConditionalRangeFormat extends HostObject {
  override readonly typeName = "ConditionalRangeFormat";

  constructor(readonly rule: ConditionalRule) {
    super();
  }

  get Fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.rule);
  }

  get Font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.rule);
  }

  get Borders(): ConditionalRangeBorders {
    return new ConditionalRangeBorders(this.rule);
  }

  get NumberFormat(): string | null {
    return this.rule.style.n?.pattern ?? null;
  }

  set NumberFormat(value: unknown) {
    this.rule.changeStyle({ n: { pattern: text(value) } });
  }
}

export class ConditionalRangeFill extends HostObject {
  override readonly typeName = "ConditionalRangeFill";

  constructor(readonly rule: ConditionalRule) {
    super();
  }

  get Color(): string | null {
    return this.rule.style.bg?.rgb?.toUpperCase() ?? null;
  }

  set Color(value: unknown) {
    this.rule.changeStyle({ bg: { rgb: colour(value) } });
  }

  Clear(): void {
    this.rule.changeStyle({ bg: null });
  }
}

export class ConditionalRangeFont extends HostObject {
  override readonly typeName = "ConditionalRangeFont";

  constructor(readonly rule: ConditionalRule) {
    super();
  }

  Clear(): void {
    this.rule.changeStyle({ cl: null, bl: undefined, it: undefined, ul: undefined, st: undefined });
  }
}

const flagOf = (value: BooleanNumber | undefined): boolean | null =>
  value === undefined ? null : value === BooleanNumber.TRUE;
const flag = (value: unknown): BooleanNumber => (boolean(value) ? BooleanNumber.TRUE : BooleanNumber.FALSE);

function styled(
  read: (style: IStyleBase) => unknown,
  write: (value: unknown) => Partial<IStyleBase>,
): PlainProperty<ConditionalRangeFont> {
  return { get: ({ rule }) => read(rule.style), set: ({ rule }, value) => rule.changeStyle(write(value)) };
}

definePlainProperties(ConditionalRangeFont, {
  Color: styled(
    (style) => style.cl?.rgb?.toUpperCase() ?? null,
    (value) => ({ cl: { rgb: colour(value) } }),
  ),
  Bold: styled(
    (style) => flagOf(style.bl),
    (value) => ({ bl: flag(value) }),
  ),
  Italic: styled(
    (style) => flagOf(style.it),
    (value) => ({ it: flag(value) }),
  ),
  Strikethrough: styled(
    (style) => flagOf(style.st?.s),
    (value) => ({ st: { s: flag(value) } }),
  ),
  Underline: styled(
    (style) => (style.ul === undefined ? null : style.ul.s === BooleanNumber.TRUE ? "Single" : "None"),
    (value) => {
      const line = oneOf(["None", "Single", "Double"], value);
      return { ul: { s: line === "None" ? BooleanNumber.FALSE : BooleanNumber.TRUE } };
    },
  ),
});

const SIDES = { EdgeTop: "t", EdgeBottom: "b", EdgeLeft: "l", EdgeRight: "r" } as const;
type SideIndex = keyof typeof SIDES;
const SIDE_INDEXES = Object.keys(SIDES) as SideIndex[];

const LINES = {
  None: BorderStyleTypes.NONE,
  Continuous: BorderStyleTypes.THIN,
  Dash: BorderStyleTypes.DASHED,
  DashDot: BorderStyleTypes.DASH_DOT,
  DashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  Dot: BorderStyleTypes.DOTTED,
} as const;
type LineName = keyof typeof LINES;
const LINE_NAMES = Object.keys(LINES) as LineName[];

export class ConditionalRangeBorders extends HostCollection<ConditionalRangeBorder> {
  override readonly typeName = "ConditionalRangeBorderCollection";

  constructor(readonly rule: ConditionalRule) {
    super();
  }

  override items(): ConditionalRangeBorder[] {
    return SIDE_INDEXES.map((index) => new ConditionalRangeBorder(this.rule, index));
  }

  override find(key: unknown): ConditionalRangeBorder | null {
    const index = SIDE_INDEXES.find((candidate) => candidate === key);
    return index ? new ConditionalRangeBorder(this.rule, index) : null;
  }

  get Count(): number {
    return SIDE_INDEXES.length;
  }

  get Top(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.rule, "EdgeTop");
  }

  get Bottom(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.rule, "EdgeBottom");
  }

  get Left(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.rule, "EdgeLeft");
  }

  get Right(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.rule, "EdgeRight");
  }
}

export class ConditionalRangeBorder extends HostObject {
  override readonly typeName = "ConditionalRangeBorder";

  constructor(
    readonly rule: ConditionalRule,
    readonly index: SideIndex,
  ) {
    super();
  }

  override identity(): Record<string, string> {
    return { Id: this.index };
  }

  get SideIndex(): string {
    return this.index;
  }

  get Style(): LineName {
    return LINE_NAMES.find((name) => LINES[name] === this.#line?.s) ?? "None";
  }

  set Style(value: unknown) {
    const style = oneOf(LINE_NAMES, value);
    this.#change(style === "None" ? null : { s: LINES[style], cl: this.#line?.cl ?? { rgb: "#000000" } });
  }

  get Color(): string {
    return this.#line?.cl?.rgb?.toUpperCase() ?? "#000000";
  }

  set Color(value: unknown) {
    this.#change({ s: this.#line?.s ?? BorderStyleTypes.THIN, cl: { rgb: colour(value) } });
  }

  get #line(): IBorderStyleData | null {
    return this.rule.style.bd?.[SIDES[this.index]] ?? null;
  }

  #change(line: IBorderStyleData | null): void {
    this.rule.changeStyle({ bd: { ...this.rule.style.bd, [SIDES[this.index]]: line } });
  }
}
