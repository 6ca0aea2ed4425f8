import {
  CFNumberOperator,
  CFRuleType,
  CFValueType,
  type IColorScale,
  type IDataBar,
  type IIconSet,
  type IValueConfig,
} from "@univerjs/sheets-conditional-formatting";
import { attributesXml, escapeXstring } from "../../xlsx/escape";
import { child, children, isTrue, type XmlElement } from "../../xlsx/xml";
import { toHex, type Colours } from "./colours";
import { toFileFormula, toGridFormula } from "./functions";

const VALUE_TYPES = new Set<string>(Object.values(CFValueType));
/** Excel's red for bars below zero. */
const NEGATIVE = "#FF0000";
/** What Excel shows where icons of several sets are mixed, which a file of 2007 cannot say. */
const PLAIN_ICONS = "3TrafficLights1";

/** A rule that colours cells by how large they are, or null when it is another one. */
export function readScale(rule: XmlElement, colours: Colours): IColorScale | IDataBar | null {
  const scale = child(rule, "colorScale");
  if (scale !== undefined) {
    const shades = children(scale, "color").map((one) => colours.read(one) ?? "#FFFFFF");
    const values = children(scale, "cfvo").map(readValue);
    const config = values.map((value, index) => ({ index, color: shades[index] ?? "#FFFFFF", value }));
    return { type: CFRuleType.colorScale, config };
  }
  const bar = child(rule, "dataBar");
  const [min, max] = children(bar, "cfvo").map(readValue);
  if (bar === undefined || min === undefined || max === undefined) return null;
  const positiveColor = colours.read(child(bar, "color")) ?? "#638EC6";
  const { showValue } = bar.attributes;
  return {
    type: CFRuleType.dataBar,
    isShowValue: showValue === undefined || isTrue(showValue),
    config: { min, max, isGradient: true, positiveColor, nativeColor: NEGATIVE },
  };
}

function readValue({ attributes: { type = "num", val } }: XmlElement): IValueConfig {
  const kind = (VALUE_TYPES.has(type) ? type : "num") as CFValueType;
  if (val === undefined) return { type: kind };
  const number = Number(val);
  return { type: kind, value: kind === CFValueType.formula || Number.isNaN(number) ? toGridFormula(val) : number };
}

/** The element inside a `cfRule` for a scale, bar or set of icons. */
export function scaleXml(rule: IColorScale | IDataBar | IIconSet): string {
  if (rule.type === CFRuleType.colorScale) {
    const steps = [...rule.config].sort((a, b) => a.index - b.index);
    const shades = steps.map(({ color }) => colourXml(color));
    return `<colorScale>${steps.map(({ value }) => valueXml(value)).join("")}${shades.join("")}</colorScale>`;
  }
  if (rule.type === CFRuleType.dataBar) {
    const { min, max, positiveColor } = rule.config;
    const hidden = attributesXml({ showValue: rule.isShowValue ? undefined : false });
    return `<dataBar${hidden}>${valueXml(min)}${valueXml(max)}${colourXml(positiveColor)}</dataBar>`;
  }
  return iconsXml(rule);
}

/** The grid begins with the highest step, a file with the lowest, which has no bound. */
function iconsXml({ config, isShowValue }: IIconSet): string {
  const sets = new Set<string>(config.map(({ iconType }) => iconType));
  const [set] = sets;
  const iconSet = sets.size === 1 && set !== undefined && /^[345]/.test(set) ? set : PLAIN_ICONS;
  const bounds = config.slice(0, -1).reverse();
  const steps = bounds.map(({ operator, value }) => valueXml(value, operator === CFNumberOperator.greaterThan));
  const attributes = attributesXml({ iconSet, showValue: isShowValue ? undefined : false });
  return `<iconSet${attributes}><cfvo type="percent" val="0"/>${steps.join("")}</iconSet>`;
}

function valueXml({ type, value }: IValueConfig, isExclusive = false): string {
  const isBound = type === CFValueType.min || type === CFValueType.max;
  const val = isBound || value === undefined ? undefined : escapeXstring(toFileFormula(String(value)));
  return `<cfvo${attributesXml({ type, val, gte: isExclusive ? false : undefined })}/>`;
}

function colourXml(colour: string): string {
  return `<color rgb="FF${toHex(colour) ?? "FFFFFF"}"/>`;
}
