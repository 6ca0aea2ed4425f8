import { round, toDecimal } from "../rules/decimal";
import { COMPARED_DECIMALS } from "../rules/check";
import type { FilledTable } from "../tables/filled";
import { SECTIONS } from "../tables/formats";
import { groupBy } from "../tables/group-by";
import type { FormatId } from "../tables/table";

/**
 * All figures of a report in one number, by which reports are compared of which nothing else is kept: the number of a sum is the
 * sum of the numbers of its parts, and two reports have the same number only when every figure is the same.
 */
export interface FigurePrint {
  format: FormatId;
  /** A whole number in decimal. */
  number: string;
  /** How many figures other than 0 there are that differ from each other. */
  different: number;
}

/** Reports with fewer different figures agree by chance. */
const FEWEST = 4;
/** Room for the numbers of a table. */
const MOST_NUMBERS = 1_000;

/** What each figure is multiplied by: 64 bits that have nothing to do with each other (SplitMix64), so that no two reports add up to the same. */
function weightAt(index: number): bigint {
  const wrap = (number: bigint) => BigInt.asUintN(64, number);
  let bits = wrap(BigInt(index + 1) * 0x9e3779b97f4a7c15n);
  bits = wrap((bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n);
  bits = wrap((bits ^ (bits >> 27n)) * 0x94d049bb133111ebn);
  return bits ^ (bits >> 31n);
}

const WEIGHTS = SECTIONS.map(() => [] as bigint[]);

function weightOf(section: number, index: number): bigint {
  return (WEIGHTS[section]![index] ??= weightAt(section * MOST_NUMBERS + index));
}

/** A figure without its point. */
function wholeOf(value: number): bigint {
  const { digits, scale } = round(toDecimal(value), COMPARED_DECIMALS);
  return digits * 10n ** BigInt(COMPARED_DECIMALS - scale);
}

/** Null for what is not one report: no table, tables of both formats, or two of one section. What is no number counts as 0. */
export function printOf(tables: readonly FilledTable[]): FigurePrint | null {
  const [format, ...others] = new Set(tables.map(({ placement }) => placement.table.format));
  const sections = new Set(tables.map(({ placement }) => placement.table.section));
  if (format === undefined || others.length > 0 || sections.size < tables.length) return null;
  let number = 0n;
  const values = new Set<number>();
  for (const { placement, contents } of tables) {
    const section = SECTIONS.indexOf(placement.table.section);
    placement.table.numbers.forEach(({ key }, index) => {
      const content = contents[key];
      if (content?.type !== "number" || content.value === 0) return;
      values.add(content.value);
      number += weightOf(section, index) * wholeOf(content.value);
    });
  }
  return { format, number: String(number), different: values.size };
}

/** A report as far as its figures are compared with those of others. */
export interface Printed {
  year: number | null;
  print: FigurePrint | null;
}

/** Those in which anything but 0 stands, by what they have in common. */
function filledBy<Report extends Printed>(reports: readonly Report[], keyOf: (report: Report) => string): Report[][] {
  const filled = reports.filter(({ print }) => print !== null && print.different > 0);
  return [...groupBy(filled, keyOf).values()];
}

const isTelling = ({ print }: Printed): boolean => print!.different >= FEWEST;

/** A report that is the sum of others. */
export interface SumOfOthers<Report> {
  report: Report;
  /** How many others there are in which anything but 0 stands. */
  others: number;
}

/** Reports of which every figure is the sum of all others of that year: who adds them up with the others counts those twice. */
export function findSums<Report extends Printed>(reports: readonly Report[]): SumOfOthers<Report>[] {
  return filledBy(reports, ({ print, year }) => `${print!.format} ${year}`).flatMap((group) => {
    // of two reports each is the sum of the other when they are the same
    if (group.length < 3) return [];
    const total = group.reduce((sum, { print }) => sum + BigInt(print!.number), 0n);
    const isSum = (report: Report) => 2n * BigInt(report.print!.number) === total;
    return group
      .filter((report) => isTelling(report) && isSum(report))
      .map((report) => ({ report, others: group.length - 1 }));
  });
}

/** Reports with the same figures throughout, those that are the same together. */
export function findSame<Report extends Printed>(reports: readonly Report[]): Report[][] {
  const groups = filledBy(reports, ({ print }) => `${print!.format} ${print!.number}`);
  return groups.filter((group) => group.length > 1 && isTelling(group[0]!));
}
