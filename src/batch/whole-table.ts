import type { CellContent, CellPosition, FilledTable, Placement } from "../tables/filled";
import type { CellKey } from "../tables/table";
import { figuresOf, filledOf, type Figures } from "./figures";

/** A table with all that repair looks at, small enough to keep those of thousands of files. */
export interface WholeTable {
  figures: Figures;
  /** What stands in the cells that hold neither a plain number nor nothing. */
  others: Partial<Record<CellKey, CellContent>>;
  /** Cells in which a formula stands. */
  computed: readonly CellKey[];
  /** Where each number stands, packed, in the order of `Table.numbers`; null for one that the sheet has no place for. */
  places: readonly (number | null)[];
  /** What stands over the amounts. */
  headers: Placement["amountHeaders"] | null;
}

/** No sheet has more columns. */
const COLUMNS = 2 ** 14;

const pack = (position: CellPosition | undefined): number | null =>
  position ? position.row * COLUMNS + position.column : null;

export function keepTable(filled: FilledTable): WholeTable {
  const { placement, contents, computed } = filled;
  const figures = figuresOf(filled);
  const others: Partial<Record<CellKey, CellContent>> = {};
  placement.table.numbers.forEach(({ key }, index) => {
    const content = contents[key];
    const isDate = content?.type === "number" && content.isDate;
    if (content && (figures[index] === null || isDate)) others[key] = content;
  });
  return {
    figures,
    others,
    computed: [...(computed ?? [])],
    places: placement.table.numbers.map(({ key }) => pack(placement.cells[key])),
    headers: placement.amountHeaders ?? null,
  };
}

/** The table as it was kept: what was known of its labels is not. */
export function keptTable(
  { figures, others, computed, places, headers }: WholeTable,
  placement: Placement,
): FilledTable {
  const cells: Partial<Record<CellKey, CellPosition>> = {};
  placement.table.numbers.forEach(({ key }, index) => {
    const place = places[index] ?? null;
    if (place !== null) cells[key] = { row: Math.floor(place / COLUMNS), column: place % COLUMNS };
  });
  const { contents } = filledOf(placement, figures);
  return {
    placement: { ...placement, cells, ...(headers && { amountHeaders: headers }) },
    contents: { ...contents, ...others },
    computed: new Set(computed),
    doubts: [],
  };
}
