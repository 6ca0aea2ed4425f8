import type { CellContent, FilledTable } from "../../src/tables/filled";
import { tableOf } from "../../src/tables/formats";
import { keyOf, splitKey, type CellKey, type FormatId, type SectionId, type Table } from "../../src/tables/table";
import { relationsOf } from "../../src/rules/relations";

/** Numbers that are the same in every run (mulberry32). */
export function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export type Random = ReturnType<typeof makeRandom>;
export type Numbers = Record<CellKey, number>;

/** A table that stands at the upper left corner of a sheet. */
export function fillTable(
  format: FormatId,
  section: SectionId,
  numbers: Readonly<Record<CellKey, number | CellContent>>,
): FilledTable {
  const table = tableOf(format, section);
  const area = { row: 0, column: 0, rowCount: table.rowCount, columnCount: table.columnCount };
  const cells = Object.fromEntries(table.numbers.map(({ key, row, column }) => [key, { row, column }]));
  const contents = Object.fromEntries(
    table.numbers.map(({ key }): [string, CellContent] => {
      const content = numbers[key] ?? 0;
      return [key, typeof content === "number" ? { type: "number", value: content } : content];
    }),
  );
  return { placement: { table, sheet: "表三", area, cells }, contents, doubts: [] };
}

/** One way in which a person gets a table wrong; changes the numbers, or leaves them when it cannot happen there. */
export type Slip = (numbers: Numbers, table: Table, random: Random) => void;

const pick = <Item>(items: readonly Item[], random: Random): Item | undefined => items[random(items.length)];

const pickCell = (numbers: Numbers, random: Random, isUsable: (value: number) => boolean): CellKey | undefined =>
  pick(
    (Object.keys(numbers) as CellKey[]).filter((key) => isUsable(numbers[key]!)),
    random,
  );

/** The digits of one cell go wrong; cells with more digits are as likely as others. */
const onDigits =
  (isUsable: (digits: string) => boolean, change: (digits: string, random: Random) => string): Slip =>
  (numbers, _table, random) => {
    const key = pickCell(numbers, random, (value) => value >= 0 && isUsable(`${value}`));
    if (key) numbers[key] = Number(change(`${numbers[key]}`, random));
  };

const swapAt = (digits: string, at: number) =>
  digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2);

const swappable = (digits: string): number[] =>
  [...digits].flatMap((digit, index) => (index + 1 < digits.length && digits[index + 1] !== digit ? [index] : []));

const transposition = onDigits(
  (digits) => swappable(digits).length > 0,
  (digits, random) => swapAt(digits, pick(swappable(digits), random)!),
);

const wrongDigit = onDigits(
  (digits) => digits !== "0",
  (digits, random) => {
    const at = random(digits.length);
    const other = (Number(digits[at]) + 1 + random(9)) % 10;
    return `${digits.slice(0, at)}${other}${digits.slice(at + 1)}`;
  },
);

const droppedDigit = onDigits(
  (digits) => digits.length > 1,
  (digits, random) => {
    const at = random(digits.length);
    return digits.slice(0, at) + digits.slice(at + 1);
  },
);

const doubledDigit = onDigits(
  (digits) => digits !== "0",
  (digits, random) => {
    const at = random(digits.length);
    return digits.slice(0, at) + digits[at]! + digits.slice(at);
  },
);

function beside(key: CellKey, table: Table, random: Random): CellKey | undefined {
  const at = table.numbers.find((number) => number.key === key)!;
  const [row, column] = pick(
    [
      [0, 1],
      [0, -1],
      [1, 0],
      [-1, 0],
    ] as const,
    random,
  )!;
  return table.numbers.find((other) => other.row === at.row + row && other.column === at.column + column)?.key;
}

/** A number stands one cell beside its own, and that cell's number in its place. */
const inNeighbour: Slip = (numbers, table, random) => {
  const key = pickCell(numbers, random, (value) => value !== 0);
  const other = key && beside(key, table, random);
  if (key && other) [numbers[key], numbers[other]] = [numbers[other]!, numbers[key]!];
};

/** The number of a neighbouring cell was copied. */
const neighboursNumber: Slip = (numbers, table, random) => {
  const key = pickCell(numbers, random, () => true);
  const other = key && beside(key, table, random);
  if (key && other) numbers[key] = numbers[other]!;
};

/** A total lacks one of its items. */
const itemLeftOut: Slip = (numbers, table, random) => {
  const relations = relationsOf(table).relations.filter(({ left }) => left.length === 1);
  const relation = pick(relations, random)!;
  const item = pick(
    relation.right.filter((key) => numbers[key] !== 0),
    random,
  );
  if (item) numbers[relation.left[0]!] = numbers[relation.left[0]!]! - numbers[item]!;
};

/** An item was left at 0. */
const leftAtZero: Slip = (numbers, _table, random) => {
  const key = pickCell(numbers, random, (value) => value !== 0);
  if (key) numbers[key] = 0;
};

/** All numbers of a row stand one column further; the last one is lost. */
const shiftedRow: Slip = (numbers, table, random) => {
  const row = pick(table.rows, random)!;
  const keys = table.columns.map((column) => keyOf(row.key, column.key));
  const line = random(2) === 0 ? keys : keys.slice(0, -1);
  if (random(2) === 0) line.reverse();
  const values = line.map((key) => numbers[key]!);
  line.forEach((key, index) => (numbers[key] = index === 0 ? 0 : values[index - 1]!));
};

/** A wrong digit, and the total of the row was added up with it. */
const wrongWithTotal: Slip = (numbers, table, random) => {
  const before = { ...numbers };
  wrongDigit(numbers, table, random);
  const changed = (Object.keys(numbers) as CellKey[]).find((key) => numbers[key] !== before[key]);
  if (!changed) return;
  const { row, column } = splitKey(changed);
  if (column !== "total") numbers[keyOf(row, "total")]! += numbers[changed]! - before[changed]!;
};

/** The slips that accuracy is measured with. */
export const SLIPS: Readonly<Record<string, Slip>> = {
  transposition,
  wrongDigit,
  droppedDigit,
  doubledDigit,
  inNeighbour,
  neighboursNumber,
  itemLeftOut,
  leftAtZero,
  shiftedRow,
  wrongWithTotal,
};
