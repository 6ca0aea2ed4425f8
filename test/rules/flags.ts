import type { CheckOptions } from "../../src/rules/check";
import { compileFlags } from "../../src/rules/formula";
import type { CellPosition, Placement } from "../../src/tables/filled";
import { shiftFormula } from "../../src/xlsx/shift-formula";

export const COMPILED_OPTIONS: readonly CheckOptions[] = [{ blankIsZero: false }, { blankIsZero: true }];

/** Formula by rule and cell key ("S3.ROW granted.total"): each format as it reads at each of its cells. */
export function flagsByCell(placement: Placement, options: CheckOptions): Map<string, string> {
  const keys = new Map(Object.entries(placement.cells).map(([key, position]) => [placeOf(position!), key]));
  const formulas = new Map<string, string>();
  for (const { rule, area, formula } of compileFlags(placement, options)) {
    for (let row = 0; row < area.rowCount; row++) {
      for (let column = 0; column < area.columnCount; column++) {
        const key = keys.get(placeOf({ row: area.row + row, column: area.column + column }));
        formulas.set(`${rule} ${key}`, shiftFormula(formula, row, column));
      }
    }
  }
  return formulas;
}

const placeOf = ({ row, column }: CellPosition) => `${row},${column}`;
