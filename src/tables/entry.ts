import { joinAreas, moveArea } from "./areas";
import { KIND_LIMITS } from "./kinds";
import type { TablePlan } from "./plan";
import type { Area, CellKey, CellKind, NumberBlock } from "./table";

/** Number cells that are typed: validated and unlocked. Labels and formulas stay locked, for the day the sheet is protected. */
export interface EntryArea {
  kind: CellKind;
  area: Area;
}

/** What may be typed into a cell of a kind, as Excel checks it while a person types. It cannot count decimals: the flags do. */
export interface EntryLimits {
  isWhole: boolean;
  least: number;
  most: number;
}

export function entryLimits(kind: CellKind): EntryLimits {
  const { minimum, maximum, decimals } = KIND_LIMITS[kind];
  return { isWhole: decimals === 0, least: minimum ?? -maximum, most: maximum };
}

/** The cells of a planned table that are typed, as few areas as possible. */
export function entryAreas({ table, placement }: TablePlan, formulas: ReadonlyMap<CellKey, string>): EntryArea[] {
  const byKind = new Map<CellKind, NumberBlock[]>();
  for (const block of table.numbers) {
    if (formulas.has(block.key)) continue;
    byKind.set(block.kind, [...(byKind.get(block.kind) ?? []), block]);
  }
  return [...byKind].flatMap(([kind, blocks]) =>
    joinAreas(blocks.map((block) => moveArea(block, placement.area))).map((area) => ({ kind, area })),
  );
}
