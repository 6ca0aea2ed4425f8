import type { FilledTable } from "../tables/filled";
import type { CellKey } from "../tables/table";
import { codeOf, held } from "./content";
import { identityOf, type Figure, type TableIdentity } from "./subject";

/** The cells of one table that a person took for right, and what stood in them then. */
export interface ConfirmedTable {
  table: TableIdentity;
  figures: readonly Figure[];
}

const isSameTable = (a: TableIdentity, b: TableIdentity): boolean =>
  a.section === b.section && a.format === b.format && a.unit === b.unit && a.year === b.year;

const codeIn = ({ contents }: FilledTable, key: CellKey): string => codeOf(held(contents[key]));

/**
 * What a person took for right, of all tables of a workbook. Immutable. It holds for a cell as long as the cell holds what it
 * held; what has lapsed goes when the table's cells are next confirmed.
 */
export class ConfirmedCells {
  static readonly EMPTY = new ConfirmedCells([]);

  constructor(readonly tables: readonly ConfirmedTable[]) {}

  /** The cells of a table that still hold what was confirmed, in the order in which they were. */
  of(filled: FilledTable): CellKey[] {
    return this.#figuresOf(filled).map(({ key }) => key);
  }

  confirm(filled: FilledTable, key: CellKey): ConfirmedCells {
    return this.#with(filled, [...this.#besides(filled, key), { key, code: codeIn(filled, key) }]);
  }

  withdraw(filled: FilledTable, key: CellKey): ConfirmedCells {
    return this.#with(filled, this.#besides(filled, key));
  }

  #figuresOf(filled: FilledTable): Figure[] {
    if (this.tables.length === 0) return [];
    const identity = identityOf(filled);
    const figures = this.tables.flatMap((one) => (isSameTable(one.table, identity) ? one.figures : []));
    return figures.filter(({ key, code }) => codeIn(filled, key) === code);
  }

  #besides(filled: FilledTable, key: CellKey): Figure[] {
    return this.#figuresOf(filled).filter((figure) => figure.key !== key);
  }

  #with(filled: FilledTable, figures: readonly Figure[]): ConfirmedCells {
    const table = identityOf(filled);
    const others = this.tables.filter((one) => !isSameTable(one.table, table));
    return new ConfirmedCells(figures.length === 0 ? others : [...others, { table, figures }]);
  }
}
