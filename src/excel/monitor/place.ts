import { changedCells } from "../../rules/changed-cells";
import { checkTable, recheckTable, type CheckOptions } from "../../rules/check";
import { cellAddress } from "../../tables/address";
import type { FilledTable } from "../../tables/filled";
import type { PlacedTable } from "../placed-table";

const fingerprints = new WeakMap<FilledTable, string>();

/** Equal for tables that stand at the same place with the same labels and doubts, whatever their numbers. */
function fingerprint(filled: FilledTable): string {
  const known = fingerprints.get(filled);
  if (known !== undefined) return known;
  const { table, ...place } = filled.placement;
  const made = JSON.stringify([table.format, table.section, place, filled.doubts]);
  fingerprints.set(filled, made);
  return made;
}

function isSameComputed({ computed: a }: FilledTable, { computed: b }: FilledTable): boolean {
  return a === b || (a?.size === b?.size && [...(a ?? [])].every((key) => b?.has(key)));
}

export function tableId(worksheetId: string, { placement }: FilledTable): string {
  return `${worksheetId}!${cellAddress(placement.area)}`;
}

/** Takes over from an earlier reading of the same table whatever did not change; the earlier one itself when nothing did. */
function updateTable(earlier: PlacedTable, filled: FilledTable, options: CheckOptions): PlacedTable {
  if (fingerprint(earlier.filled) !== fingerprint(filled)) {
    return { ...earlier, filled, check: checkTable(filled, options) };
  }
  return updateNumbers(earlier, filled, options);
}

/** The same for a table of which only numbers can have changed. */
export function updateNumbers(earlier: PlacedTable, filled: FilledTable, options: CheckOptions): PlacedTable {
  const changed = changedCells(earlier.filled, filled);
  if (changed.length === 0) return isSameComputed(earlier.filled, filled) ? earlier : { ...earlier, filled };
  return { ...earlier, filled, check: recheckTable(earlier.check, filled, changed, options) };
}

/**
 * The tables of a sheet after it was recognised anew. A table that only moved keeps what is known of its marks: conditional
 * formats move along.
 */
export function placeTables(
  worksheetId: string,
  earlier: readonly PlacedTable[],
  recognised: readonly FilledTable[],
  options: CheckOptions,
): PlacedTable[] {
  const byId = new Map(earlier.map((placed) => [placed.id, placed]));
  const isSame = (placed: PlacedTable | undefined, filled: FilledTable): placed is PlacedTable =>
    placed?.filled.placement.table === filled.placement.table;
  const stayed = recognised.map((filled) => {
    const placed = byId.get(tableId(worksheetId, filled));
    if (!isSame(placed, filled)) return null;
    byId.delete(placed.id);
    return placed;
  });
  return recognised.map((filled, index) => {
    const same = stayed[index];
    if (same) return updateTable(same, filled, options);
    const moved = [...byId.values()].find((placed) => isSame(placed, filled));
    if (moved) byId.delete(moved.id);
    const id = tableId(worksheetId, filled);
    return { id, worksheetId, filled, check: checkTable(filled, options), isMarked: moved?.isMarked ?? null };
  });
}
