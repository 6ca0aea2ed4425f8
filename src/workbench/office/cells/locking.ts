import type { ICellData, Nullable } from "@univerjs/core";
import type { CellExtras } from "../../extras";

/** A cell's `custom` data with the lock set or taken off; null where nothing is left of it. */
export function customWithLock(cell: Nullable<ICellData>, locked: boolean): ICellData["custom"] {
  const custom: CellExtras = { ...(cell?.custom as CellExtras | null | undefined) };
  if (locked) delete custom.unlocked;
  else custom.unlocked = true;
  return Object.keys(custom).length > 0 ? custom : null;
}
