import type { CellKind } from "../../tables/table";
import type { Budget } from "./budget";
import type { PrintedRow } from "./printed-rows";
import type { Sum } from "./sums";
import { splitByTotals, totalGroupsOf } from "./total-splits";

/** The ways of dividing digits that stand together among the cells of a row. */
export interface Splits {
  /** Texts by cell, one list for each way. */
  options: string[][];
  /** Whether there may be more ways than were looked at. */
  isCut: boolean;
}

/** Ways without any sum to decide among them are counted up to here. */
const MOST_OPTIONS = 400;
const LONGEST_FIGURE = 14;

const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replaceAll("−", "-");

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= "0" && character <= "9";

/** What a kind of cell may hold: a sign, decimals. Used first; a text that fits in no way is tried without. */
const SIGNED: Readonly<Record<CellKind, boolean>> = { count: false, change: true, amount: false };
const DECIMAL: Readonly<Record<CellKind, boolean>> = { count: false, change: false, amount: true };

/** Where a figure that begins at `start` may end. No figure but 0 begins with 0; a unit belongs to the figure before it. */
function endsOf(text: string, start: number, isSigned: boolean, isDecimal: boolean): number[] {
  let at = start;
  if (text[at] === "+" || text[at] === "-") {
    if (!isSigned) return [];
    at += 1;
  }
  if (!isDigit(text[at])) return [];
  const ends: number[] = [];
  const first = at;
  const close = (end: number) => {
    let after = end;
    while (after < text.length && !/[\d+\-.,]/.test(text[after]!)) after += 1;
    ends.push(after);
  };
  do {
    at += 1;
    if (text[at] !== "." && text[at] !== ",") close(at);
  } while (isDigit(text[at]) && text[first] !== "0" && at - first < LONGEST_FIGURE);
  if (text[at] === ",") {
    let grouped = at;
    while (text[grouped] === "," && /^\d{3}/.test(text.slice(grouped + 1, grouped + 4))) {
      grouped += 4;
      if (grouped - 4 - first <= LONGEST_FIGURE) close(grouped);
    }
    at = grouped;
  }
  if (text[at] === "." && isDecimal && isDigit(text[at + 1])) {
    at += 1;
    while (isDigit(text[at])) {
      at += 1;
      close(at);
    }
  }
  return ends;
}

interface Search {
  pieces: readonly string[];
  row: PrintedRow;
  isStrict: boolean;
  budget: Budget;
  options: string[][];
}

function explore(search: Search, piece: number, start: number, texts: string[]): void {
  const { pieces, row, isStrict, budget, options } = search;
  const cell = texts.length;
  if (!budget.take() || options.length >= MOST_OPTIONS) return;
  if (piece === pieces.length) {
    if (cell === row.cells.length) options.push([...texts]);
    return;
  }
  const text = pieces[piece]!;
  if (cell === row.cells.length || pieces.length - piece > row.cells.length - cell) return;
  const kind = row.kinds[cell]!;
  const after = pieces.slice(piece + 1).reduce((length, { length: more }) => length + more, 0);
  const farthest = text.length + after - (row.cells.length - cell - 1);
  for (const end of endsOf(text, start, !isStrict || SIGNED[kind], !isStrict || DECIMAL[kind])) {
    if (end > farthest) continue;
    texts.push(text.slice(start, end));
    const isDone = end === text.length;
    explore(search, isDone ? piece + 1 : piece, isDone ? 0 : end, texts);
    texts.pop();
  }
}

/** Divides in every way that the kinds of the cells allow, or, when there is none, in every way at all. */
function splitFreely(pieces: readonly string[], row: PrintedRow, budget: Budget): string[][] {
  const options: string[][] = [];
  for (const isStrict of [true, false]) {
    if (options.length === 0) explore({ pieces, row, isStrict, budget, options }, 0, 0, []);
  }
  return options;
}

/**
 * Divides pieces of digits among the cells of a row: in every way that makes the totals within the row right, or, when none
 * does or there are no totals, in every way at all. A piece holds one cell or more; no cell goes over two pieces.
 */
export function splitRow(pieces: readonly string[], row: PrintedRow, sums: readonly Sum[], budget: Budget): Splits {
  const plain = pieces.map(narrow);
  const groups = plain.every((piece) => /^\d+$/.test(piece)) ? totalGroupsOf(row, sums) : null;
  const balanced = groups ? splitByTotals(plain, groups, MOST_OPTIONS, budget) : [];
  const options = balanced.length > 0 || budget.isSpent ? balanced : splitFreely(plain, row, budget);
  return { options, isCut: budget.isSpent || options.length >= MOST_OPTIONS };
}
