import { createRequire } from "node:module";
import path from "node:path";
import type loadHighs from "highs";
import type { Constraint, Unknown } from "../../src/repair/system";

/** The smallest set that an independent solver finds: how much it weighs and which unknowns change. */
export interface Smallest {
  weight: number;
  changed: number[];
}

type Solver = Awaited<ReturnType<typeof loadHighs>>;

let solver: Promise<Solver> | undefined;

/** HiGHS, compiled to WebAssembly. Loaded from its package also where this file is bundled, because its binary lies beside it. */
export function loadSolver(): Promise<Solver> {
  const load = createRequire(path.join(process.cwd(), "package.json"))("highs") as typeof loadHighs;
  solver ??= load();
  return solver;
}

const sum = (terms: readonly (readonly [number, string])[]): string =>
  terms.map(([factor, name]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`).join(" ");

/**
 * The problem of the smallest change as a mixed integer program in LP notation; `x` are values, `z` whether one changes. The
 * limits of a value are the "big M": keep them near to the values, the solver works in floating point.
 */
export function makeProgram(
  constraints: readonly Constraint[],
  unknowns: readonly Unknown[],
  excluded: readonly (readonly number[])[] = [],
): string {
  const rows = constraints.map(({ terms, minimum }) => {
    const left = sum(terms.map(({ unknown, factor }) => [factor, `x${unknown}`]));
    return `${left} = ${minimum}`;
  });
  unknowns.forEach(({ value, minimum, maximum }, index) => {
    if (value === null) return;
    const now = Number(value);
    const [up, down] = [Math.max(0, Number(maximum) - now), Math.max(0, now - Number(minimum))];
    rows.push(`x${index} - ${up} z${index} <= ${now}`, `x${index} + ${down} z${index} >= ${now}`);
  });
  for (const set of excluded) rows.push(`${sum(set.map((unknown) => [1, `z${unknown}`]))} <= ${set.length - 1}`);
  const filled = unknowns.flatMap(({ value }, index) => (value === null ? [] : [index]));
  return write(
    `Minimize\ncost: ${sum(filled.map((index) => [unknowns[index]!.weight, `z${index}`]))}`,
    rows,
    unknowns,
    ["Binary", filled.map((index) => `z${index}`).join(" ")],
  );
}

function write(
  aim: string,
  rows: readonly string[],
  unknowns: readonly Unknown[],
  more: readonly string[] = [],
): string {
  return [
    aim,
    "Subject To",
    ...rows.map((row, index) => `r${index}: ${row}`),
    "Bounds",
    ...unknowns.map(({ minimum, maximum }, index) => `${minimum} <= x${index} <= ${maximum}`),
    "General",
    unknowns.map((_, index) => `x${index}`).join(" "),
    ...more,
    "End",
  ].join("\n");
}

/** Smallest and largest value of an unknown when those that are open may change and all others stay; null when there is none. */
export function findRange(
  highs: Solver,
  constraints: readonly Constraint[],
  unknowns: readonly Unknown[],
  open: ReadonlySet<number>,
  unknown: number,
): [number, number] | null {
  const rows = constraints.map(({ terms, minimum }) => {
    const left = sum(terms.map(({ unknown: other, factor }) => [factor, `x${other}`]));
    return `${left} = ${minimum}`;
  });
  unknowns.forEach(({ value }, index) => {
    if (!open.has(index)) rows.push(`x${index} = ${value}`);
  });
  const ends = ["Minimize", "Maximize"].map((aim) => highs.solve(write(`${aim}\nvalue: x${unknown}`, rows, unknowns)));
  if (ends.some(({ Status }) => Status !== "Optimal")) return null;
  return [Math.round(ends[0]!.ObjectiveValue), Math.round(ends[1]!.ObjectiveValue)];
}

/** Null when there is none. Only for equations and unlocked unknowns; those without a value are free. */
export function findSmallest(
  highs: Solver,
  constraints: readonly Constraint[],
  unknowns: readonly Unknown[],
  excluded: readonly (readonly number[])[] = [],
): Smallest | null {
  const { Status, Columns } = highs.solve(makeProgram(constraints, unknowns, excluded));
  if (Status === "Infeasible") return null;
  if (Status !== "Optimal") throw new Error(`HiGHS ended with ${Status}`);
  const changed = unknowns.flatMap(({ value }, index) => {
    if (value === null) return [];
    const column = Columns[`x${index}`];
    return column && "Primal" in column && Math.round(column.Primal) !== Number(value) ? [index] : [];
  });
  return { weight: changed.reduce((total, index) => total + unknowns[index]!.weight, 0), changed };
}

/** All smallest sets: each one that is found is excluded until the next weighs more. */
export function findAllSmallest(
  highs: Solver,
  constraints: readonly Constraint[],
  unknowns: readonly Unknown[],
): Smallest[] {
  const all: Smallest[] = [];
  for (;;) {
    const next = findSmallest(
      highs,
      constraints,
      unknowns,
      all.map(({ changed }) => changed),
    );
    if (!next || (all[0] && next.weight > all[0].weight)) return all;
    all.push(next);
    if (next.weight === 0) return all;
  }
}
