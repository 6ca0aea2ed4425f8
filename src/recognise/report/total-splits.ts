import type { Budget } from "./budget";
import type { PrintedRow } from "./printed-rows";
import type { Sum } from "./sums";

/** Cells side by side of which the last is the sum of the others; indexes within the row, the end not included. */
interface TotalGroup {
  first: number;
  end: number;
}

/** The groups that make up a whole row of counts; null when the row is not made of such groups. */
export function totalGroupsOf({ cells, kinds }: PrintedRow, sums: readonly Sum[]): TotalGroup[] | null {
  if (kinds.some((kind) => kind !== "count")) return null;
  const groups = sums.flatMap(({ left, right }): TotalGroup[] => {
    const total = left.length === 1 ? cells.indexOf(left[0]!) : -1;
    const parts = right.map((key) => cells.indexOf(key)).sort((a, b) => a - b);
    const first = parts[0] ?? -1;
    const isRun =
      first >= 0 && parts.every((index, place) => index === first + place) && total === first + parts.length;
    return isRun ? [{ first, end: total + 1 }] : [];
  });
  groups.sort((a, b) => a.first - b.first);
  const isWhole = groups.every(({ first }, index) => first === (groups[index - 1]?.end ?? 0));
  return isWhole && groups.at(-1)?.end === cells.length ? groups : null;
}

/** Digits without the spaces between them, and where those were: no figure goes over such a place. */
interface Digits {
  text: string;
  /** For each place, the next one at which a figure has to end. */
  walls: readonly number[];
}

function joinPieces(pieces: readonly string[]): Digits {
  const text = pieces.join("");
  const walls: number[] = [];
  for (const piece of pieces) walls.push(...Array<number>(piece.length).fill(walls.length + piece.length));
  return { text, walls };
}

/** No figure but 0 begins with 0. */
const isFigure = ({ text, walls }: Digits, start: number, end: number): boolean =>
  end > start && end <= walls[start]! && (text[start] !== "0" || end === start + 1);

/** The least that `length` digits can amount to when they are divided among `count` figures. */
const leastOf = (length: number, count: number): number => (length > count ? 10 ** (Math.ceil(length / count) - 1) : 0);
const mostOf = (length: number, count: number): number => 10 ** (length - count + 1) + 9 * count;

/** Divides the digits from `start` to `end` among so many figures with that sum. */
function splitParts(
  digits: Digits,
  start: number,
  end: number,
  count: number,
  sum: number,
  budget: Budget,
): string[][] {
  const found: string[][] = [];
  const parts: string[] = [];
  const visit = (at: number, left: number, rest: number): void => {
    if (!budget.take()) return;
    const length = end - at;
    if (length < left || rest < leastOf(length, left) || rest > mostOf(length, left)) return;
    if (left === 1) {
      if (isFigure(digits, at, end) && Number(digits.text.slice(at, end)) === rest) {
        found.push([...parts, digits.text.slice(at, end)]);
      }
      return;
    }
    for (let next = at + 1; next <= end - left + 1 && isFigure(digits, at, next); next++) {
      const text = digits.text.slice(at, next);
      if (Number(text) > rest) break;
      parts.push(text);
      visit(next, left - 1, rest - Number(text));
      parts.pop();
    }
  };
  visit(start, count, sum);
  return found;
}

/** A longer total than this is none. */
const LONGEST_TOTAL = 9;

/** The ways to read a group that begins at `start`, with the place where each ends. */
function* splitGroup(digits: Digits, start: number, count: number, isLast: boolean, budget: Budget) {
  const { length } = digits.text;
  for (let end = isLast ? length : start + count; end <= length; end++) {
    for (let size = 1; size <= Math.min(LONGEST_TOTAL, end - start - count + 1); size++) {
      if (!isFigure(digits, end - size, end)) continue;
      const total = digits.text.slice(end - size, end);
      for (const parts of splitParts(digits, start, end - size, count - 1, Number(total), budget)) {
        yield { end, texts: [...parts, total] };
      }
    }
  }
}

/**
 * Every way to divide pieces of digits among the cells of a row so that the totals in it are right; at most `most` of them.
 */
export function splitByTotals(
  pieces: readonly string[],
  groups: readonly TotalGroup[],
  most: number,
  budget: Budget,
): string[][] {
  const digits = joinPieces(pieces);
  const options: string[][] = [];
  const visit = (index: number, start: number, texts: readonly string[]): void => {
    if (options.length >= most) return;
    const group = groups[index];
    if (!group) {
      options.push([...texts]);
      return;
    }
    const isLast = index === groups.length - 1;
    for (const split of splitGroup(digits, start, group.end - group.first, isLast, budget)) {
      visit(index + 1, split.end, [...texts, ...split.texts]);
    }
  };
  visit(0, 0, []);
  return options;
}
