import { groupBy } from "../../tables/group-by";
import type { FilledTable } from "../../tables/filled";
import { codeOf } from "../content";
import { tableText } from "./canonical-text";
import type { SealedTable } from "./seal";
import { takeDown } from "./take-down";

export interface Pair {
  sealed: SealedTable;
  filled: FilledTable;
}

export interface Match {
  /** In the order of the seal. */
  pairs: readonly Pair[];
  missing: readonly SealedTable[];
  /** In the order in which they were given. */
  added: readonly FilledTable[];
}

interface Present {
  filled: FilledTable;
  now: SealedTable;
}

/** What two tables must have in common to be taken for each other: first everything, in the end only the kind of table. */
const LIKENESSES: readonly ((table: SealedTable) => string)[] = [
  (table) => `${table.sheet}\n${tableText(table)}`,
  tableText,
  ({ section, format, unit, year, sheet }) => JSON.stringify([section, format, unit, year, sheet]),
  ({ section, format, unit, year }) => JSON.stringify([section, format, unit, year]),
  ({ section, format, sheet }) => JSON.stringify([section, format, sheet]),
  ({ section, format }) => JSON.stringify([section, format]),
];

function differences(sealed: SealedTable, { now }: Present): number {
  return [...sealed.cells].filter(([key, content]) => codeOf(content) !== codeOf(now.cells.get(key) ?? null)).length;
}

/** Takes the table out of a group that differs least from a sealed one; the first of all when the group is one of equals. */
function takeLikest(sealed: SealedTable, group: Present[], areEqual: boolean): FilledTable {
  let best = 0;
  if (!areEqual && group.length > 1) {
    const all = group.map((present) => differences(sealed, present));
    best = all.indexOf(Math.min(...all));
  }
  return group.splice(best, 1)[0]!.filled;
}

/** Which table is which sealed one, wherever it stands now. Only tables of one section and format are taken for each other. */
export function matchTables(seal: readonly SealedTable[], tables: readonly FilledTable[]): Match {
  const found = new Map<SealedTable, FilledTable>();
  let missing = seal;
  let added = tables.map((filled): Present => ({ filled, now: takeDown(filled) }));
  for (const [index, likenessOf] of LIKENESSES.entries()) {
    if (missing.length === 0 || added.length === 0) break;
    const groups = groupBy(added, ({ now }) => likenessOf(now));
    missing = missing.filter((sealed) => {
      const group = groups.get(likenessOf(sealed));
      if (!group?.length) return true;
      found.set(sealed, takeLikest(sealed, group, index < 2));
      return false;
    });
    const taken = new Set(found.values());
    added = added.filter(({ filled }) => !taken.has(filled));
  }
  const pairs = seal.flatMap((sealed) => {
    const filled = found.get(sealed);
    return filled ? [{ sealed, filled }] : [];
  });
  return { pairs, missing, added: added.map(({ filled }) => filled) };
}
