import type { CellPosition, Placement } from "../../src/tables/filled";
import type { CellKey, Table } from "../../src/tables/table";
import { placeTable } from "./samples";

type Move = (position: CellPosition, key: CellKey) => CellPosition | null;

function move(table: Table, step: Move, row = 0, column = 0): Placement {
  const placement = placeTable(table, row, column);
  const cells = Object.fromEntries(
    Object.entries(placement.cells).flatMap(([key, position]) => {
      const moved = step(position!, key as CellKey);
      return moved ? [[key, moved]] : [];
    }),
  );
  return { ...placement, cells };
}

/** Ways in which a table may stand in a sheet: as inserted, elsewhere, pulled apart, with rows beside their header or missing. */
export function placementsOf(table: Table): Readonly<Record<string, Placement>> {
  const middle = Math.ceil(table.rowCount / 2);
  const lastRow = table.rowCount - 1;
  return {
    official: placeTable(table),
    elsewhere: placeTable(table, 37, 24),
    "with rows put in between": move(table, ({ row, column }) => ({
      row: row + (row >= middle ? 2 : 0) + (row >= middle + 3 ? 1 : 0),
      column,
    })),
    "with columns put in between": move(table, ({ row, column }) => ({
      row,
      column: column + (column % 4 === 3 ? 1 : 0) + column,
    })),
    "with rows beside their header": move(table, ({ row, column }) => ({
      row,
      column: column + (row % 5 === 4 ? 1 : 0),
    })),
    "with a row missing": move(table, (position) => (position.row === lastRow - 1 ? null : position)),
    "with a cell missing": move(table, (position, key) => (key === table.numbers[2]!.key ? null : position)),
  };
}
