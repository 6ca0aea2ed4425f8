import type { CellKey } from "../tables/table";
import type { Suspect } from "./suspects";

/** With more cells whose number nothing tells, a list of them says no more than that there are many. */
const MOST_OPEN = 3;

/** Parts of a table of which nothing can be told but how many cells must change, and which of them hold no number. */
export interface Unclear {
  groups: ReadonlySet<number>;
  /** Fewest cells. */
  cells: number;
  unusable: readonly CellKey[];
}

const openCells = ({ cells }: Suspect): number => cells.filter(({ suggested }) => suggested === null).length;

/** Null when a person can do something with every part: its numbers are told, or there are only a few to look up. */
export function unclearIn(suspects: readonly Suspect[]): Unclear | null {
  const firsts = new Map<number, Suspect>();
  for (const one of suspects) {
    const known = firsts.get(one.group);
    if (one.rank === 1 && (!known || openCells(one) < openCells(known))) firsts.set(one.group, one);
  }
  const open = [...firsts.values()].filter((one) => openCells(one) > 0);
  if (open.reduce((sum, one) => sum + openCells(one), 0) <= MOST_OPEN) return null;
  const unusable = open.flatMap(({ evidence }) => evidence.filter(({ code }) => code === "unusable"));
  return {
    groups: new Set(open.map(({ group }) => group)),
    cells: open.reduce((sum, { cells }) => sum + cells.length, 0),
    unusable: unusable.map(({ cell }) => cell),
  };
}
