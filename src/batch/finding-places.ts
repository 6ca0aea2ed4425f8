import { areaAddress, cellAddress, sheetReference } from "../tables/address";
import type { FileResult } from "./file-result";
import type { UnitFinding } from "./unit-finding";

/** Addresses that a person works through; of a table that nobody has filled its area says more. */
const MOST_PLACES = 40;

/** All cells that a finding flags, or the table that it stands in: 表三!F7 J9. Empty for what is about a report as a whole. */
export function placesOf({ finding, table }: UnitFinding, { published }: Pick<FileResult, "published">): string {
  if (table === null) return "";
  // what was published has no addresses
  if (published) return table.sheet;
  const keys = finding.flags.length > 0 ? finding.flags : finding.cells.slice(0, 1);
  const addresses = keys.flatMap((key) => table.cells[key] ?? []).map(cellAddress);
  const isFew = addresses.length > 0 && addresses.length <= MOST_PLACES;
  return `${sheetReference(table.sheet)}!${isFew ? addresses.join(" ") : areaAddress(table.area)}`;
}
