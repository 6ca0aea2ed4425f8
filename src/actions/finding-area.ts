import type { AnyFinding } from "../rules/cross/any-finding";
import { boundingArea, cellArea } from "../tables/areas";
import type { Placement } from "../tables/filled";
import type { Area, CellKey } from "../tables/table";

/** The cells around which a person should look, by kind of finding: all of a sum, the first of many blanks. */
const CELLS: Readonly<Record<AnyFinding["kind"], (finding: AnyFinding) => readonly CellKey[]>> = {
  sum: ({ cells }) => cells,
  kind: ({ cells }) => cells,
  blank: ({ cells }) => cells.slice(0, 1),
  label: ({ cells }) => cells,
  atLeast: ({ cells }) => cells,
  items: ({ cells }) => cells,
  authority: ({ cells }) => cells,
  amount: ({ cells }) => cells,
  cross: ({ cells }) => cells,
};

/** What to select for a finding: one area, around all its cells. The whole table when none of them has a place. */
export function findingArea(finding: AnyFinding, placement: Placement): Area {
  if (finding.kind === "label" && finding.doubt.position) return cellArea(finding.doubt.position);
  const areas = CELLS[finding.kind](finding).flatMap((key) => {
    const position = placement.cells[key];
    return position ? [cellArea(position)] : [];
  });
  return boundingArea(areas) ?? placement.area;
}
