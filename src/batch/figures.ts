import { isBlank, isUncalculated } from "../rules/cells";
import { BLANK, type CellContent, type FilledTable, type Placement } from "../tables/filled";
import type { CellKey } from "../tables/table";

/** One cell: its number, "" when it is blank, null when it holds anything else or has no place. */
export type Figure = number | "" | null;

/** The numbers of a table in the order of `Table.numbers`: small enough to keep those of thousands of units. */
export type Figures = readonly Figure[];

function figureOf(content: CellContent | undefined): Figure {
  if (!content) return null;
  if (content.type === "number") return content.value;
  return isBlank(content) && !isUncalculated(content) ? "" : null;
}

export function figuresOf({ placement, contents }: FilledTable): Figures {
  return placement.table.numbers.map(({ key }) => figureOf(contents[key]));
}

/** A table that holds the figures; what was no number is absent from it. */
export function filledOf(placement: Placement, figures: Figures): FilledTable {
  const contents: Partial<Record<CellKey, CellContent>> = {};
  placement.table.numbers.forEach(({ key }, index) => {
    const figure = figures[index] ?? null;
    if (figure !== null) contents[key] = figure === "" ? BLANK : { type: "number", value: figure };
  });
  return { placement, contents, doubts: [] };
}
