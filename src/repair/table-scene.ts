import { relationsOf } from "../rules/relations";
import type { CellKey, Table } from "../tables/table";
import { isTotal, type Addend, type Scene, type Side } from "./scene";
import type { TableSystem } from "./table-system";

/** Where the cells of a table lie, and which of them are sums; the same for all fillings. */
interface Surroundings {
  at: ReadonlyMap<string, number>;
  positions: readonly { row: number; column: number }[];
  sums: readonly (readonly (readonly Addend[])[])[];
}

const known = new WeakMap<Table, Surroundings>();

function surroundingsOf(table: Table, { positions: cells }: TableSystem): Surroundings {
  const made = known.get(table);
  if (made) return made;
  const positions = table.numbers.map(({ row, column }) => ({ row, column }));
  const at = new Map(positions.map(({ row, column }, cell) => [`${row},${column}`, cell]));
  const sums = table.numbers.map(({ key }) => sumsOf(table, key, cells));
  const surroundings = { at, positions, sums };
  known.set(table, surroundings);
  return surroundings;
}

/** What a cell that carries a rule's flag is made of: the other side, less what else stands on its own. */
function sumsOf(table: Table, key: CellKey, cells: ReadonlyMap<CellKey, number>): Addend[][] {
  const { relations, byCell } = relationsOf(table);
  const addends = (keys: readonly CellKey[], sign: 1 | -1): Addend[] =>
    keys.filter((other) => other !== key).map((other) => ({ cell: cells.get(other)!, sign }));
  return (byCell.get(key) ?? []).flatMap((index) => {
    const { left, right, flags } = relations[index]!;
    if (!flags.includes(key)) return [];
    const [own, other] = left.includes(key) ? [left, right] : [right, left];
    return [[...addends(other, 1), ...addends(own, -1)]];
  });
}

/** How many of 1000 items are 0 in section 三 of published reports. */
const ZEROS = 850;
/** How much an item of the table itself counts beside what is known of others. */
const WEIGHT = 0.5;

/** What stands in a table; by position. */
interface Standing {
  values: readonly (bigint | null)[];
  /** The same table a year before; empty when it is not known. */
  lastYear: readonly (bigint | null)[];
  formulas: ReadonlySet<CellKey>;
}

export function tableScene(table: Table, system: TableSystem, { values, lastYear, formulas }: Standing): Scene {
  const { at, positions, sums } = surroundingsOf(table, system);
  const isItem = (cell: number) => system.cells[cell]!.kind === "count" && !sums[cell]!.some(isTotal);
  const counted = new Map<string, number>();
  /** How many times as many items of a line are 0 as are not. */
  const oddsIn = (side: Side, line: number): number => {
    const name = `${side} ${line}`;
    const known = counted.get(name);
    if (known !== undefined) return known;
    const items = values.filter((value, cell) => value !== null && positions[cell]![side] === line && isItem(cell));
    const zeros = items.filter((value) => value === 0n).length;
    const odds = (ZEROS + 1000 * WEIGHT * zeros) / (1000 - ZEROS + 1000 * WEIGHT * (items.length - zeros));
    counted.set(name, odds);
    return odds;
  };
  const zerosAt = ({ row, column }: { row: number; column: number }): number => {
    const odds = (oddsIn("row", row) * oddsIn("column", column) * (1000 - ZEROS)) / ZEROS;
    return (1000 * odds) / (1 + odds);
  };
  return {
    now: (cell) => values[cell] ?? null,
    lastYear: (cell) => lastYear[cell] ?? null,
    isItem,
    zeros: (cell) => zerosAt(positions[cell]!),
    isFormula: (cell) => formulas.has(system.cells[cell]!.key),
    line: (cell, side) => positions[cell]![side],
    beside: (cell, side, by) => {
      const { row, column } = positions[cell]!;
      return at.get(side === "row" ? `${row},${column + by}` : `${row + by},${column}`) ?? null;
    },
    sums: (cell) => sums[cell]!,
  };
}
