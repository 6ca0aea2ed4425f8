import type { PlacedTable } from "../actions/state";
import { areaAddress } from "../tables/address";
import { SECTION_NAMES } from "../tables/sections";

/** The sheet's name, and the official one of the table when the sheet does not bear it: 表三（2） does. */
function nameOf({ filled }: PlacedTable): string {
  const { sheet, table } = filled.placement;
  const official = SECTION_NAMES[table.section].sheet;
  return sheet.startsWith(official) ? sheet : `${sheet} ${official}`;
}

/** What each table is called in the pane, by its id: those that would be called the same are told apart by where they stand. */
export function tableNames(tables: readonly PlacedTable[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const table of tables) counts.set(nameOf(table), (counts.get(nameOf(table)) ?? 0) + 1);
  return new Map(
    tables.map((table) => {
      const name = nameOf(table);
      const isShared = counts.get(name)! > 1;
      return [table.id, isShared ? `${name} ${areaAddress(table.filled.placement.area)}` : name];
    }),
  );
}
