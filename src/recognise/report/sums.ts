import type { CellKey, Table } from "../../tables/table";

/** Two sums of a table that must be equal. */
export interface Sum {
  left: readonly CellKey[];
  right: readonly CellKey[];
}

/**
 * Gives the sum rules of a table. Recognition does not know the rules; whoever calls it hands them in, as
 * `relationsOf` of `src/rules/relations.ts` has them.
 */
export type SumsOf = (table: Table) => { relations: readonly Sum[] };
