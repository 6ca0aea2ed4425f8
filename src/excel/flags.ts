import { FLAG_LOOKS } from "../rules/flag-looks";
import type { FlagFormat } from "../rules/formula";
import type { RuleSeverity } from "../rules/rule";
import { areaAddress } from "../tables/address";

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

function addFlag(sheet: Excel.Worksheet, { area, formula, severity }: FlagFormat): void {
  const look = FLAG_LOOKS[severity];
  const format = sheet.getRange(areaAddress(area)).conditionalFormats.add("Custom");
  const { rule, format: looks } = format.custom;
  rule.formula = formula;
  looks.fill.color = look.fill;
  looks.font.color = look.color;
  if (look.bold) looks.font.bold = true;
  if (look.italic) looks.font.italic = true;
  if (look.border) {
    for (const side of SIDES) {
      const border = looks.borders.getItem(side);
      border.style = "Dot";
      border.color = look.border.color;
    }
  }
  if (severity === "error") format.stopIfTrue = true;
  // last: a format whose priority was changed must be fetched anew
  format.priority = 0;
}

/** Puts conditional formats on a sheet, above those that are there; errors win over what is open. */
export function addFlags(sheet: Excel.Worksheet, formats: readonly FlagFormat[]): void {
  const order: Readonly<Record<RuleSeverity, number>> = { warning: 0, unfilled: 0, error: 1 };
  for (const format of [...formats].sort((a, b) => order[a.severity] - order[b.severity])) addFlag(sheet, format);
}
