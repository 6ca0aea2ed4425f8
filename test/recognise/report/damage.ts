import fc from "fast-check";
import type { CellKey, Table } from "../../../src/tables/table";
import type { Rows, Way } from "./print";
import { rowsOf, type Sample } from "./samples";

/** How a report differs from the official form; the numbers are places that are taken modulo what there is. */
export interface Damage {
  blanks: readonly number[];
  spellings: readonly { at: number; how: number }[];
  spacedLabels: readonly number[];
  hasNarrowPunctuation: boolean;
  pageBreaks: readonly number[];
  missingRows: readonly number[];
}

const places = (maxLength: number) => fc.array(fc.nat(500), { maxLength });

export const anyDamage: fc.Arbitrary<Damage> = fc.record({
  blanks: places(20),
  spellings: fc.array(fc.record({ at: fc.nat(500), how: fc.nat(20) }), { maxLength: 10 }),
  spacedLabels: places(6),
  hasNarrowPunctuation: fc.boolean(),
  pageBreaks: places(2),
  missingRows: places(2),
});

const widen = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const group = (text: string) => text.replace(/^(-?\d+)/, (whole) => Number(whole).toLocaleString("en-US"));

/** Other ways to write a number. */
const SPELLINGS: readonly ((text: string) => string)[] = [widen, group, (text) => `${text}件`, (text) => ` ${text} `];

/** The cells of all tables in their order. */
const allCells = ({ values }: Sample): { table: Table; key: CellKey }[] =>
  [...values].flatMap(([table, cells]) => [...cells.keys()].map((key) => ({ table, key })));

/** Blanks cells and writes numbers in other ways. */
export function damageFigures(sample: Sample, { blanks, spellings }: Damage, { keepsBlanks }: Way): Sample {
  const cells = allCells(sample);
  const values = new Map([...sample.values].map(([table, own]) => [table, new Map(own)] as const));
  const figures = new Map<Table, Record<CellKey, string | undefined>>(
    [...sample.figures].map(([table, own]) => [table, { ...own }]),
  );
  for (const [at, how] of new Map(spellings.map((spelling) => [spelling.at % cells.length, spelling.how]))) {
    const { table, key } = cells[at]!;
    const isAmount = table.numbers.find((number) => number.key === key)!.kind === "amount";
    const own = figures.get(table)!;
    if (!isAmount) own[key] = SPELLINGS[how % SPELLINGS.length]!(own[key]!);
  }
  for (const at of keepsBlanks ? blanks : []) {
    const { table, key } = cells[at % cells.length]!;
    figures.get(table)![key] = "";
    values.get(table)!.set(key, null);
  }
  return { ...sample, values, figures };
}

const NARROW: Readonly<Record<string, string>> = { "（": "(", "）": ")", "：": ":", "，": "," };

function damageLabels(rows: Rows, { spacedLabels, hasNarrowPunctuation }: Damage): Rows {
  const labels = rows.flatMap((cells) => cells.filter(({ isNumber }) => !isNumber));
  const spaced = new Set(spacedLabels.map((at) => labels[at % labels.length]));
  return rows.map((cells) =>
    cells.map((cell) => {
      if (cell.isNumber) return cell;
      const narrow = hasNarrowPunctuation ? cell.text.replace(/[（）：，]/g, (wide) => NARROW[wide]!) : cell.text;
      const middle = Math.floor(narrow.length / 2);
      return { ...cell, text: spaced.has(cell) ? `${narrow.slice(0, middle)} ${narrow.slice(middle)}` : narrow };
    }),
  );
}

const hasNumbers = (cells: Rows[number]) => cells.some(({ isNumber }) => isNumber);

/** Takes rows of numbers away, except those in which a label over several rows begins. */
function removeRows(rows: Rows, places: readonly number[]): Rows {
  const loose = rows.flatMap((cells, index) =>
    hasNumbers(cells) && cells.every(({ rowSpan }) => rowSpan === 1) ? [index] : [],
  );
  const gone = new Set(places.map((at) => loose[at % loose.length]!));
  return rows.flatMap((cells, index) => {
    if (gone.has(index)) return [];
    const lost = (span: number) => [...gone].filter((row) => row > index && row < index + span).length;
    return [cells.map((cell) => ({ ...cell, rowSpan: cell.rowSpan - lost(cell.rowSpan) }))];
  });
}

/** Puts a page number and the header again before a row. Labels that span the place are printed again after it. */
function breakPage(rows: Rows, header: Rows, index: number): Rows {
  const pageNumber = [{ column: 0, text: "- 2 -", rowSpan: 1, columnSpan: 1, isNumber: false }];
  const spanning = rows.slice(0, index).flatMap((cells, row) =>
    cells.flatMap((cell) => {
      const left = row + cell.rowSpan - index;
      return left > 0 ? [{ ...cell, rowSpan: left }] : [];
    }),
  );
  const above = rows
    .slice(0, index)
    .map((cells, row) => cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, index - row) })));
  const next = [...spanning, ...rows[index]!].sort((a, b) => a.column - b.column);
  return [...above, pageNumber, ...header, next, ...rows.slice(index + 1)];
}

function damageRows(table: Table, rows: Rows, { missingRows, pageBreaks }: Damage): Rows {
  if (table.section !== "section3") return rows;
  const header = rows.slice(0, rows.findIndex(hasNumbers));
  let damaged = removeRows(rows, missingRows);
  for (const at of pageBreaks.slice(0, 1)) {
    damaged = breakPage(damaged, header, header.length + 1 + (at % (damaged.length - header.length - 1)));
  }
  return damaged;
}

/** The rows of a damaged report. */
export function damagedRows(sample: Sample, damage: Damage): Map<Table, Rows> {
  return new Map(
    [...rowsOf(sample)].map(([table, rows]) => [table, damageRows(table, damageLabels(rows, damage), damage)] as const),
  );
}
