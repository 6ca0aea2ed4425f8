import type { PlacedTable } from "../excel/placed-table";

/** Whether any number of the tables is calculated. */
export const hasFormulas = ({ tables }: { tables: readonly PlacedTable[] }): boolean =>
  tables.some(({ filled }) => (filled.computed?.size ?? 0) > 0);
