import type { CellKey } from "../../tables/table";
import { Budget } from "./budget";
import type { PrintedRow } from "./printed-rows";
import type { Sum } from "./sums";

/** A row and the ways in which it can be read. */
export interface OpenRow {
  row: PrintedRow;
  options: readonly (readonly (string | null)[])[];
}

export interface Decision {
  /** For each row, the options that fit: one when it is decided. */
  fitting: readonly (readonly (readonly (string | null)[])[])[];
  /** Whether the search ended before all combinations were seen. */
  isCut: boolean;
}

const STEPS = 300_000;
const MOST_SOLUTIONS = 500;

/** One sum as what each row adds to it, option by option; it holds when all together are 0. */
interface Balance {
  constant: number;
  /** For each open row, what each of its options adds. */
  parts: readonly (readonly number[])[];
  /** For each open row, the least and most that it and the later ones can add. */
  least: readonly number[];
  most: readonly number[];
}

const amountOf = (text: string | null): number | null => {
  if (text === null || text === "") return null;
  const plain = text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const value = Number(plain.replaceAll(",", "").replace(/[^\d.+-]/g, ""));
  return Number.isFinite(value) ? value : null;
};

/** What an option adds to a sum; null when one of its cells holds no number. */
function share(
  { row }: OpenRow,
  option: readonly (string | null)[],
  signs: ReadonlyMap<CellKey, number>,
): number | null {
  let total = 0;
  for (const [index, key] of row.cells.entries()) {
    const sign = signs.get(key);
    if (sign === undefined) continue;
    const amount = amountOf(option[index] ?? null);
    if (amount === null) return null;
    total += sign * amount;
  }
  return total;
}

/** Null for a sum that some row has no number for, or that says nothing about the open rows. */
function makeBalance(sum: Sum, fixed: readonly OpenRow[], open: readonly OpenRow[]): Balance | null {
  const signs = new Map<CellKey, number>([
    ...sum.left.map((key) => [key, 1] as const),
    ...sum.right.map((key) => [key, -1] as const),
  ]);
  const seen = new Set([...fixed, ...open].flatMap(({ row }) => row.cells));
  if (![...signs.keys()].every((key) => seen.has(key))) return null;
  const shares = (row: OpenRow) => row.options.map((option) => share(row, option, signs));
  const constants = fixed.flatMap((row) => shares(row));
  const parts = open.map((row) => shares(row));
  if ([...constants, ...parts.flat()].some((value) => value === null)) return null;
  const numbers = parts as number[][];
  if (numbers.every((list) => list.every((value) => value === list[0]))) return null;
  const least = Array<number>(open.length + 1).fill(0);
  const most = Array<number>(open.length + 1).fill(0);
  for (let index = open.length - 1; index >= 0; index--) {
    least[index] = least[index + 1]! + Math.min(...numbers[index]!);
    most[index] = most[index + 1]! + Math.max(...numbers[index]!);
  }
  const constant = constants.reduce<number>((total, value) => total + (value ?? 0), 0);
  return { constant, parts: numbers, least, most };
}

/** Every choice of options under which all balances are 0, as indexes of options. */
function solve(open: readonly OpenRow[], balances: readonly Balance[], budget: Budget): number[][] {
  const solutions: number[][] = [];
  const totals = balances.map(({ constant }) => constant);
  const chosen: number[] = [];
  const visit = (index: number): void => {
    if (!budget.take() || solutions.length >= MOST_SOLUTIONS) return;
    if (index === open.length) {
      solutions.push([...chosen]);
      return;
    }
    for (let option = 0; option < open[index]!.options.length; option++) {
      let isPossible = true;
      for (const [at, { parts, least, most }] of balances.entries()) {
        totals[at]! += parts[index]![option]!;
        isPossible &&= totals[at]! + least[index + 1]! <= 0 && totals[at]! + most[index + 1]! >= 0;
      }
      if (isPossible) {
        chosen.push(option);
        visit(index + 1);
        chosen.pop();
      }
      for (const [at, { parts }] of balances.entries()) totals[at]! -= parts[index]![option]!;
    }
  };
  visit(0);
  return solutions;
}

/**
 * Lets the sums across rows decide among the ways in which rows can be read. A sum that no choice satisfies is broken in the
 * report itself and decides nothing. Exact, within a bounded number of steps: a search that is cut short decides nothing.
 */
export function decide(rows: readonly OpenRow[], sums: readonly Sum[]): Decision {
  const undecided = { fitting: rows.map(({ options }) => options) };
  const open = rows.filter(({ options }) => options.length > 1);
  const fixed = rows.filter(({ options }) => options.length === 1);
  if (open.length === 0) return { ...undecided, isCut: false };
  const balances = sums.flatMap((sum) => makeBalance(sum, fixed, open) ?? []);
  const budget = new Budget(STEPS);
  const possible = balances.filter((balance) => solve(open, [balance], new Budget(STEPS / 10)).length > 0);
  if (possible.length === 0) return { ...undecided, isCut: false };
  const solutions = solve(open, possible, budget);
  const isCut = budget.isSpent || solutions.length >= MOST_SOLUTIONS;
  if (isCut || solutions.length === 0) return { ...undecided, isCut };
  const fitting = rows.map((row) => {
    const index = open.indexOf(row);
    if (index < 0) return row.options;
    const used = new Set(solutions.map((solution) => solution[index]!));
    return row.options.filter((_, option) => used.has(option));
  });
  return { fitting, isCut: false };
}
