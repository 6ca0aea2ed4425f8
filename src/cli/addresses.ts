import type { TableResult } from "../batch/file-result";
import { areaAddress, fullAddress, sheetReference } from "../tables/address";
import type { Placement } from "../tables/filled";
import type { CellKey } from "../tables/table";

/** A table's address in its workbook: 表三!A2:J27. */
export const tableAddress = ({ sheet, area }: Pick<TableResult, "sheet" | "area">): string =>
  `${sheetReference(sheet)}!${areaAddress(area)}`;

/** Where cells stand: addresses in a workbook, words in a report that was published without any. */
export type Locate = (table: TableResult, key: CellKey) => string[];

/** The address of a cell; none where the sheet has no place for it. */
export function addressIn({ sheet, cells }: Pick<Placement, "sheet" | "cells">, key: CellKey): string[] {
  const position = cells[key];
  return position ? [fullAddress(sheet, position)] : [];
}
