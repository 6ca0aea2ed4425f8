import { areaAddress } from "../../tables/address";
import type { FilledTable } from "../../tables/filled";
import type { CellKey } from "../../tables/table";
import { held, type HeldContent } from "../content";
import { identityOf } from "../subject";
import type { SealedTable } from "./seal";

/** What stands in each number cell of a table, in official order. */
function heldCells({ placement: { table }, contents }: FilledTable): Map<CellKey, HeldContent> {
  return new Map(table.numbers.map(({ key }) => [key, held(contents[key])]));
}

/** A table as a seal holds it. */
export function takeDown(filled: FilledTable): SealedTable {
  const { sheet, area } = filled.placement;
  return {
    ...identityOf(filled),
    sheet,
    range: areaAddress(area),
    cells: heldCells(filled),
    computed: filled.computed ?? null,
  };
}
