import type { PlacedTable } from "./state";

/** Whose report a workbook is, as the titles above its tables tell; null where none does. */
export interface Subject {
  unit: string | null;
  year: number | null;
}

/** Told by the first table that tells it. */
export function subjectOf(tables: readonly PlacedTable[]): Subject {
  const placements = tables.map(({ filled }) => filled.placement);
  return {
    unit: placements.find(({ unit }) => unit !== undefined)?.unit ?? null,
    year: placements.find(({ year }) => year !== undefined)?.year ?? null,
  };
}
