import type { FigureChange } from "../../actions/action";
import type { TableRepair } from "../../actions/state";
import { unclearIn } from "../../repair/legible";
import type { Repair, Suspect, SuspectCell, SuspectEvidence } from "../../repair/suspects";
import type { CellKey } from "../../tables/table";

/** One part of a table that is to be put right, and the ways to do it. */
export interface SuspectGroup {
  /** 1 for the first; the same in the list and in the map. */
  number: number;
  /** As likely as each other, and likelier than all others. */
  first: readonly Suspect[];
  /** What is possible, too, the likeliest first. */
  others: readonly Suspect[];
}

function partsOf({ suspects }: Repair): Suspect[][] {
  const byGroup = new Map<number, Suspect[]>();
  for (const suspect of suspects) byGroup.set(suspect.group, [...(byGroup.get(suspect.group) ?? []), suspect]);
  return [...byGroup.values()];
}

/** Certain ones first: they are what a person can begin with. */
export function groupsOf(repair: Repair): SuspectGroup[] {
  const unclear = unclearIn(repair.suspects);
  const groups = partsOf(repair).filter(([first]) => !unclear?.groups.has(first!.group));
  const isCertain = ([only]: Suspect[]) => only?.certain === true;
  return [...groups.filter(isCertain), ...groups.filter((group) => !isCertain(group))].map((group, index) => ({
    number: index + 1,
    first: group.filter(({ rank }) => rank === 1),
    others: group.filter(({ rank }) => rank > 1),
  }));
}

/** How many cells have to change at least, so that all sums of filled cells hold; null when nobody knows. */
export function leastChanges(repair: Repair): number | null {
  if (repair.proof.unsolved.length > 0) return null;
  return partsOf(repair).reduce((sum, [first]) => sum + (first?.cells.length ?? 0), 0);
}

const has = ({ evidence }: Suspect, code: SuspectEvidence["code"], key: CellKey): boolean =>
  evidence.some((one) => one.code === code && one.cell === key);

/** Whether what stands there is a number: only then can a person say that it is the right one. */
export const isNumber = (suspect: Suspect, { key }: SuspectCell): boolean =>
  !has(suspect, "asText", key) && !has(suspect, "unusable", key);

/** Null when there is no single figure to write, or when a formula, which is what is wrong there, would be lost. */
export function changesOf(suspect: Suspect): FigureChange[] | null {
  const changes = suspect.cells.flatMap(({ key, current, suggested }) =>
    suggested === null || has(suspect, "formula", key) ? [] : [{ key, current, suggested }],
  );
  return changes.length === suspect.cells.length ? changes : null;
}

/** What can be accepted without looking at each. */
export function certainChanges({ suspects }: Repair): FigureChange[] {
  return suspects.filter(({ certain }) => certain).flatMap((suspect) => changesOf(suspect) ?? []);
}

/** Whether there is anything to show. */
export function hasNews({ repair: { suspects, implied, proof }, trusted }: TableRepair): boolean {
  return suspects.length > 0 || implied.length > 0 || proof.unsolved.length > 0 || trusted.length > 0;
}
