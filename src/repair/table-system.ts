import { isBlank, isPlaceholder } from "../rules/cells";
import type { TableCheck } from "../rules/check";
import { toDecimal, type Decimal } from "../rules/decimal";
import { relationsOf } from "../rules/relations";
import { meantAmount } from "../rules/soft/amounts";
import { BLANK, type CellContent, type FilledTable } from "../tables/filled";
import { KIND_LIMITS } from "../tables/kinds";
import type { CellKey, CellKind, Table } from "../tables/table";
import { takeApart, type Pieces } from "./localise";
import { SystemError, type Constraint, type Place, type Unknown } from "./system";

/** A rule beyond those of the table itself, such as the carry-over from last year: a weighted sum of cells is a known number. */
export interface Equation {
  rule: string;
  place: Place;
  terms: readonly { key: CellKey; factor: number }[];
  /** A plain decimal. */
  sum: string;
}

/** A table as unknowns and constraints. Numbers are whole multiples of the smallest step of their kind. */
export interface TableSystem {
  cells: readonly { key: CellKey; kind: CellKind }[];
  positions: ReadonlyMap<CellKey, number>;
  /** Of the table itself, then those beyond it. */
  constraints: readonly Constraint[];
  beyond: readonly Constraint[];
  pieces: Pieces;
}

/** How cells are trusted; see `RepairContext`. */
export interface Trust {
  weights?: Partial<Record<CellKey, number>>;
  confirmed?: ReadonlySet<CellKey>;
}

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** In steps of a kind; null when the text is no number or finer than a step. */
export function stepsOf(text: string, kind: CellKind): bigint | null {
  const [, sign = "", whole = "", fraction = ""] = PLAIN.exec(text) ?? [];
  const { decimals } = KIND_LIMITS[kind];
  const digits = fraction.replace(/0+$/, "");
  if (whole === "" || digits.length > decimals) return null;
  return BigInt(`${sign}${whole}${digits.padEnd(decimals, "0")}`);
}

/** A plain decimal. */
export function textOf(steps: bigint, kind: CellKind): string {
  const { decimals } = KIND_LIMITS[kind];
  if (decimals === 0) return `${steps}`;
  const digits = `${steps < 0n ? -steps : steps}`.padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals).replace(/0+$/, "");
  return `${steps < 0n ? "-" : ""}${digits.slice(0, -decimals)}${fraction && `.${fraction}`}`;
}

function scaled({ digits, scale }: Decimal, kind: CellKind): bigint | null {
  const { decimals } = KIND_LIMITS[kind];
  if (scale <= decimals) return digits * 10n ** BigInt(decimals - scale);
  const unit = 10n ** BigInt(scale - decimals);
  return digits % unit === 0n ? digits / unit : null;
}

const NONE: readonly Equation[] = [];
const systems = new WeakMap<Table, WeakMap<readonly Equation[], TableSystem>>();

/**
 * The system of a table's relations and of more equations, if any; worked out once for a table and a list of equations.
 * @throws SystemError when an equation names a cell that the table has not, or cells of kinds with different steps
 */
export function systemOf(table: Table, equations: readonly Equation[] = NONE): TableSystem {
  const ofTable = systems.get(table) ?? new WeakMap<readonly Equation[], TableSystem>();
  systems.set(table, ofTable);
  const known = ofTable.get(equations);
  if (known) return known;
  const made = makeSystem(table, equations);
  ofTable.set(equations, made);
  return made;
}

function makeSystem(table: Table, equations: readonly Equation[]): TableSystem {
  const cells = table.numbers.map(({ key, kind }) => ({ key, kind }));
  const positions = new Map(cells.map(({ key }, index) => [key, index]));
  const own = relationsOf(table).relations.map(({ rule, line, left, right }): Constraint => {
    const terms = (keys: readonly CellKey[], factor: number) =>
      keys.map((key) => ({ unknown: positions.get(key)!, factor }));
    const place = { side: rule.per, line };
    return { terms: [...terms(left, 1), ...terms(right, -1)], minimum: 0n, maximum: 0n, place };
  });
  const more = equations.map(({ rule, place, terms, sum }): Constraint => {
    const found = terms.map(({ key, factor }) => {
      const unknown = positions.get(key);
      if (unknown === undefined) throw new SystemError(`${rule}: the table has no cell ${key}`);
      return { unknown, factor };
    });
    const kind = cells[found[0]?.unknown ?? 0]!.kind;
    const value = stepsOf(sum, kind);
    const isMixed = found.some(
      ({ unknown }) => KIND_LIMITS[cells[unknown]!.kind].decimals !== KIND_LIMITS[kind].decimals,
    );
    if (value === null || isMixed) throw new SystemError(`${rule}: cells and sum ${sum} have different steps`);
    return { terms: found, minimum: value, maximum: value, place };
  });
  const constraints = [...own, ...more];
  return { cells, positions, constraints, beyond: more, pieces: takeApart(constraints, cells.length) };
}

/** A cell's value as it counts; null when there is none that can be used. */
function valueOf(content: CellContent, kind: CellKind, header: string | undefined): bigint | null {
  if (isBlank(content)) return 0n;
  if (content.type === "number") return scaled(toDecimal(content.value), kind);
  if (content.type !== "text" || !content.meant) return null;
  const { text, meant } = content;
  if (kind !== "amount") return stepsOf(meant.number, kind);
  const amount = meantAmount({ text, meant }, header);
  return amount && scaled(amount, kind);
}

/**
 * Whether a formula gives a sum of the table: some relation that the cell is the result of holds, or none can be decided yet.
 * It is then right whenever its items are. A formula in which no relation holds adds up the wrong cells, or takes its number
 * from elsewhere.
 */
function isComputed(key: CellKey, table: Table, { outcomes }: TableCheck): boolean {
  const { relations, byCell } = relationsOf(table);
  const own = (byCell.get(key) ?? []).filter((index) => {
    const { flags } = relations[index]!;
    return flags.length === 1 && flags[0] === key;
  });
  const isOpen = own.length > 0 && own.every((index) => outcomes[index] === "undecided");
  return isOpen || own.some((index) => outcomes[index] === "holds");
}

/**
 * The cells of a filled table. What is not filled or not in the sheet follows the others for nothing; what is filled with no
 * number must change. A text that means a number counts as that number, an amount in the unit of its header.
 */
export function unknownsOf(system: TableSystem, filled: FilledTable, check: TableCheck, trust: Trust): Unknown[] {
  const open = new Set(check.blanks);
  const { table } = filled.placement;
  const weightOf = (key: CellKey) =>
    filled.computed?.has(key) && isComputed(key, table, check) ? 0 : (trust.weights?.[key] ?? 1);
  return system.cells.map(({ key, kind }): Unknown => {
    const content = filled.contents[key];
    const isFilled = content !== undefined && !open.has(key) && !isPlaceholder(content);
    const value = isFilled ? valueOf(content ?? BLANK, kind, filled.placement.amountHeaders?.[key]) : null;
    const { minimum, maximum, decimals } = KIND_LIMITS[kind];
    const unit = 10n ** BigInt(decimals);
    return {
      value,
      minimum: minimum === null ? -BigInt(maximum) * unit : BigInt(minimum) * unit,
      maximum: BigInt(maximum) * unit,
      weight: isFilled ? weightOf(key) : 0,
      locked: value !== null && (trust.confirmed?.has(key) ?? false),
    };
  });
}
