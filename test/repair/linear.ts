import { localise, takeApart, type Localisation, type Part } from "../../src/repair/localise";
import type { Constraint, Unknown } from "../../src/repair/system";
import { LIMITS, type Limits } from "../../src/repair/effort";

/** A system in the notation of the literature: rules such as `x + 2*y == z`, `18 <= age <= 67`, `x < 1`. */
export interface Case {
  source: string;
  rules: readonly string[];
  record: Readonly<Record<string, number | null>>;
  /** 1 where nothing is said. */
  weights?: Readonly<Record<string, number>>;
  locked?: readonly string[];
}

interface Side {
  terms: Map<string, number>;
  constant: number;
}

function readSide(text: string): Side {
  const side: Side = { terms: new Map(), constant: 0 };
  const pattern = /([+-]?)\s*(?:(\d+)\s*\*\s*)?([A-Za-z_]\w*|\d+)/g;
  for (const [, sign, factor = "1", name] of text.matchAll(pattern)) {
    const value = (sign === "-" ? -1 : 1) * Number(factor);
    if (/^\d/.test(name!)) side.constant += value * Number(name);
    else side.terms.set(name!, (side.terms.get(name!) ?? 0) + value);
  }
  return side;
}

/** left − right, in the relation to 0 that the operator says. Strict limits are met by whole numbers one further on. */
function readRelation(left: string, operator: string, right: string, names: readonly string[]): Constraint {
  const [a, b] = [readSide(left), readSide(right)];
  for (const [name, value] of b.terms) a.terms.set(name, (a.terms.get(name) ?? 0) - value);
  const limit = BigInt(b.constant - a.constant);
  const terms = [...a.terms].map(([name, factor]) => ({ unknown: names.indexOf(name), factor }));
  const limits: Record<string, [bigint | null, bigint | null]> = {
    "==": [limit, limit],
    "<=": [null, limit],
    "<": [null, limit - 1n],
    ">=": [limit, null],
    ">": [limit + 1n, null],
  };
  const [minimum, maximum] = limits[operator]!;
  return { terms, minimum, maximum };
}

function readRule(rule: string, names: readonly string[]): Constraint[] {
  const parts = rule.split(/(==|<=|>=|<|>)/);
  const relations: Constraint[] = [];
  for (let index = 0; index + 2 < parts.length; index += 2)
    relations.push(readRelation(parts[index]!, parts[index + 1]!, parts[index + 2]!, names));
  return relations;
}

/** What rules on one unknown alone say becomes its limits, as the kind of a cell does. */
function applyLimits(unknowns: Unknown[], constraints: readonly Constraint[]): Constraint[] {
  return constraints.filter(({ terms, minimum, maximum }) => {
    const [term, ...others] = terms;
    if (!term || others.length > 0 || term.factor !== 1 || (minimum !== null && minimum === maximum)) return true;
    const unknown = unknowns[term.unknown]!;
    if (minimum !== null) unknown.minimum = minimum;
    if (maximum !== null) unknown.maximum = maximum;
    return false;
  });
}

export interface Solved extends Localisation {
  names: readonly string[];
  unknowns: readonly Unknown[];
}

export function solve({ rules, record, weights = {}, locked = [] }: Case, limits: Limits = LIMITS): Solved {
  const names = Object.keys(record);
  const unknowns = names.map((name): Unknown => {
    const value = record[name]!;
    const weight = value === null ? 0 : (weights[name] ?? 1);
    return {
      value: value === null ? null : BigInt(value),
      minimum: null,
      maximum: null,
      weight,
      locked: locked.includes(name),
    };
  });
  const constraints = applyLimits(
    unknowns,
    rules.flatMap((rule) => readRule(rule, names)),
  );
  return { ...localise(takeApart(constraints, names.length), unknowns, limits), names, unknowns };
}

/** All smallest sets: one of each part, joined in all ways; a set in one line, `name=value` or `name=least..most`. */
export function setsOf(parts: readonly Part[], nameOf: (unknown: number) => string): string[] {
  let sets: string[][] = [[]];
  for (const part of parts) {
    const own = part.sets.map((set) =>
      set.map(({ unknown, least, most }) => `${nameOf(unknown)}=${textOf(least, most)}`),
    );
    sets = sets.flatMap((set) => own.map((more) => [...set, ...more]));
  }
  return sets.map((set) => set.sort().join(" ")).sort();
}

function textOf(least: bigint | null, most: bigint | null): string {
  return least !== null && least === most ? `${least}` : `${least ?? ""}..${most ?? ""}`;
}
