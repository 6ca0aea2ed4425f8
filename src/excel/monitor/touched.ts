import { AddressError, parseAddress } from "../../tables/address";
import { cellArea, contains, joinAreas } from "../../tables/areas";
import type { Placement } from "../../tables/filled";
import type { Area } from "../../tables/table";
import type { PlacedTable } from "../placed-table";

const numberAreas = new WeakMap<Placement, readonly Area[]>();

/** Where the numbers of a table stand, merged cells whole, in as few areas as they join to. */
function numbersOf(placement: Placement): readonly Area[] {
  const known = numberAreas.get(placement);
  if (known) return known;
  const areas = placement.table.numbers.flatMap(({ key, rowCount, columnCount }) => {
    const position = placement.cells[key];
    return position ? [{ ...cellArea(position), rowCount, columnCount }] : [];
  });
  const made = joinAreas(areas);
  numberAreas.set(placement, made);
  return made;
}

function parseAreas(address: string): Area[] | null {
  try {
    return address.split(",").map(parseAddress);
  } catch (error) {
    if (error instanceof AddressError) return null;
    throw error;
  }
}

/**
 * The tables of a sheet whose numbers an edit touched; null when it touched anything else on the sheet, so that labels, titles
 * or other tables may have changed.
 * @param address as an event gives it: one or more areas
 */
export function touchedTables(tables: readonly PlacedTable[], address: string): PlacedTable[] | null {
  const areas = parseAreas(address);
  if (!areas) return null;
  const touched = new Set<PlacedTable>();
  for (const area of areas) {
    const table = tables.find(({ filled }) => contains(filled.placement.area, area));
    if (!table || !numbersOf(table.filled.placement).some((numbers) => contains(numbers, area))) return null;
    touched.add(table);
  }
  return [...touched];
}
