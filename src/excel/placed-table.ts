import type { CheckedTable } from "../rules/workbook";
import type { Area } from "../tables/table";

/** A checked table and the place in the workbook where it was found. */
export interface PlacedTable extends CheckedTable {
  /** Stable while the table stays where it is: worksheet id and the address of its first cell. */
  id: string;
  worksheetId: string;
  /** Whether our conditional formats are on it; null when not known yet. */
  isMarked: boolean | null;
}

/** A sheet that is larger than what is read of it: what stands beyond `area` was not looked at. */
export interface CutSheet {
  worksheetId: string;
  sheet: string;
  /** What was read. */
  area: Area;
}
