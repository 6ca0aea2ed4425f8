import { SystemError } from "./system";

/** Stands for the unknown of an equation that nothing solves yet: it must be 0. */
export const UNSOLVED = -1;

/**
 * One equation of the tableau: `scale` × the unknown that it gives + Σ coefficients × the others is constant. Rows are never
 * changed, only replaced, so that copies of a tableau share them.
 */
export interface Row {
  /** The column whose value the row gives, or UNSOLVED. */
  gives: number;
  /** > 0. */
  scale: number;
  /** 0 in the column that the row gives. */
  coefficients: Float64Array;
  /** `scale` × the value that it gives; for an unsolved row, by how much it is broken. */
  result: bigint;
}

/**
 * Solves a row for an open column that stands at `from`; what the row gave so far is left standing at `value`.
 * @throws SystemError when a coefficient has grown beyond exact numbers
 */
export function solveFor(row: Row, column: number, from: bigint, value: bigint): Row {
  const own = row.coefficients[column]!;
  const flip = own < 0 ? -1 : 1;
  const coefficients = row.coefficients.slice();
  coefficients[column] = 0;
  if (row.gives !== UNSOLVED) coefficients[row.gives] = row.scale;
  if (flip < 0) for (let index = 0; index < coefficients.length; index++) coefficients[index] = -coefficients[index]!;
  const result = row.result + BigInt(own) * from - BigInt(row.scale) * value;
  return reduce({ gives: column, scale: own * flip, coefficients, result: flip < 0 ? -result : result });
}

/** Puts what a solved row gives into another; `before` is where the column stood. */
export function substitute(row: Row, column: number, before: bigint, solved: Row): Row {
  const { scale } = solved;
  const factor = row.coefficients[column]!;
  const length = row.coefficients.length;
  const coefficients = new Float64Array(length);
  for (let index = 0; index < length; index++)
    coefficients[index] = row.coefficients[index]! * scale - factor * solved.coefficients[index]!;
  coefficients[column] = 0;
  if (scale !== 1 || Math.abs(factor) !== 1) checkExact(coefficients);
  const wide = BigInt(factor);
  const result = (row.result + wide * before) * BigInt(scale) - wide * solved.result;
  return reduce({ gives: row.gives, scale: row.scale * scale, coefficients, result });
}

/** @throws SystemError when a coefficient has grown beyond exact numbers */
function checkExact(coefficients: Float64Array): void {
  const bad = coefficients.find((coefficient) => !Number.isSafeInteger(coefficient));
  if (bad !== undefined) throw new SystemError(`a coefficient has grown to ${bad}`);
}

/** Divides a row by what all its numbers have in common. */
function reduce(row: Row): Row {
  if (row.scale === 1) return row;
  let common = row.scale;
  for (const coefficient of row.coefficients) {
    if (coefficient !== 0 && common !== 1) common = divisor(common, coefficient);
  }
  if (row.result % BigInt(common) !== 0n) common = divisor(common, Number(row.result % BigInt(common)));
  if (common === 1) return row;
  return {
    gives: row.gives,
    scale: row.scale / common,
    coefficients: row.coefficients.map((coefficient) => coefficient / common),
    result: row.result / BigInt(common),
  };
}

/** Greatest common divisor; `a` > 0. */
function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(Math.abs(b), a % b);
}
