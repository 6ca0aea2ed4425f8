import type { FilledTable } from "../../src/tables/filled";
import type { CellKey } from "../../src/tables/table";
import { placeOf, type Sheet } from "./random-sheet";

/** The tables in whose rows an area lies. */
function ownersOf({ spans }: Sheet, { area, table }: FilledTable["placement"]): number[] {
  const isIn = ({ section, first, last }: Sheet["spans"][number]) =>
    section === table.section && area.row <= last && area.row + area.rowCount > first;
  return spans.flatMap((span, index) => (isIn(span) ? [index] : []));
}

/** What is wrong with the reading of a sheet: numbers taken for others, or lost without a word. */
export function faultsOf(sheet: Sheet, found: readonly FilledTable[]): string[] {
  const { truth } = sheet;
  const faults: string[] = [];
  const told = new Set<string>();
  const reported = new Map<number, Set<string>>();
  found.forEach(({ placement, contents, doubts }) => {
    const owners = new Set<number>();
    for (const [key, position] of Object.entries(placement.cells)) {
      const place = placeOf(position!);
      const real = truth.get(place);
      if (!real || real.section !== placement.table.section || real.key !== key)
        faults.push(`${key} read at ${place}, where ${real ? `${real.section} ${real.key}` : "none"} is`);
      else owners.add(real.index);
      if (!contents[key as CellKey]) faults.push(`${key} has a place and no content`);
      told.add(place);
    }
    if (owners.size > 1)
      faults.push(`tables ${[...owners].join()} taken for one at ${placement.area.row + placement.area.rowCount - 1},`);
    const known = new Set(placement.table.numbers.map(({ key }) => key as string));
    const said = new Set<string>(doubts.flatMap(({ cells }) => cells));
    for (const owner of ownersOf(sheet, placement)) {
      const keys = reported.get(owner) ?? new Set();
      for (const key of said) keys.add(key);
      // A number that the table's format does not have is told by the label that is unknown in it.
      for (const { index, key } of truth.values()) {
        if (index === owner && doubts.length > 0 && !known.has(key)) keys.add(key);
      }
      reported.set(owner, keys);
    }
    for (const key of said) if (known.has(key) && contents[key as CellKey]) faults.push(`${key} is doubted and told`);
  });
  for (const [place, { index, key }] of truth) {
    if (!told.has(place) && !reported.get(index)?.has(key))
      faults.push(`${key} of table ${index} at ${place} lost without a word`);
  }
  return faults;
}
