import type { FilledTable, Placement } from "../../tables/filled";
import { compareTable, type SealNote } from "./compare";
import { matchTables, type Match } from "./match";
import type { SealedTable } from "./seal";

/** The same table keeps its id from one reading to the next. */
interface WatchedTable {
  id: string;
  filled: FilledTable;
}

interface Compared {
  filled: FilledTable;
  notes: readonly SealNote[];
}

/** Compares tables with a seal again and again, each only when it changed: a person types in one of a thousand. */
export class SealWatch {
  #placements: readonly Placement[] = [];
  #match: Match = { pairs: [], missing: [], added: [] };
  /** By sealed table. */
  #compared = new Map<SealedTable, Compared>();
  /** The sealed table that each one is, by id. */
  #sealedOf = new Map<string, SealedTable>();

  constructor(readonly sealed: readonly SealedTable[]) {
    this.#rematch([]);
  }

  /** What is not as it was, in the order of the tables; then the tables that are missing and those that were added. */
  notes(tables: readonly WatchedTable[]): SealNote[] {
    if (!this.#isSame(tables)) this.#rematch(tables);
    const found = tables.flatMap(({ id, filled }) => {
      const sealed = this.#sealedOf.get(id);
      return sealed ? this.#compare(sealed, filled) : [{ kind: "added", filled } as const];
    });
    return [...found, ...this.#match.missing.map((sealed) => ({ kind: "missing", sealed }) as const)];
  }

  #isSame(tables: readonly WatchedTable[]): boolean {
    const { length } = this.#placements;
    return (
      tables.length === length && tables.every(({ filled }, index) => filled.placement === this.#placements[index])
    );
  }

  #rematch(tables: readonly WatchedTable[]): void {
    const ids = new Map(tables.map(({ id, filled }) => [filled, id]));
    this.#placements = tables.map(({ filled }) => filled.placement);
    this.#match = matchTables(this.sealed, [...ids.keys()]);
    this.#sealedOf = new Map(this.#match.pairs.map(({ sealed, filled }) => [ids.get(filled)!, sealed]));
  }

  #compare(sealed: SealedTable, filled: FilledTable): readonly SealNote[] {
    const known = this.#compared.get(sealed);
    if (known?.filled === filled) return known.notes;
    const notes = compareTable(sealed, filled);
    this.#compared.set(sealed, { filled, notes });
    return notes;
  }
}
