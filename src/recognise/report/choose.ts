import { formatOf, FIRST_YEAR, SECTIONS } from "../../tables/formats";
import { splitKey, type CellKey, type FormatId, type SectionId } from "../../tables/table";
import type { TableReading } from "./fill";
import type { ReaderId } from "./published";
import type { Found } from "./readers";
import type { SumsOf } from "./sums";

/** Tables as one reader found them. */
export interface Attempt extends Found {
  reader: ReaderId;
}

export type Chosen = TableReading & { reader: ReaderId };

/** What separators say is worth more than what digits may be divided into: blank cells leave no trace there. */
const TRUST: Readonly<Record<ReaderId, number>> = {
  page: 1,
  cells: 1,
  tabs: 1,
  bars: 1,
  lines: 1,
  layout: 1,
  glued: 0.5,
};

const NEWEST: FormatId = "2021";

const sectionOf = ({ table }: TableReading): SectionId => table.placement.table.section;
const formatIn = ({ table }: TableReading): FormatId => table.placement.table.format;

/** How many sums hold and how many do not. */
function countSums({ table }: TableReading, sumsOf: SumsOf): { held: number; broken: number } {
  const amount = (key: CellKey): number => {
    const content = table.contents[key];
    return content?.type === "number" ? content.value : NaN;
  };
  const total = (keys: readonly CellKey[]) => keys.reduce((sum, key) => sum + amount(key), 0);
  const differences = sumsOf(table.placement.table).relations.map(({ left, right }) => total(left) - total(right));
  const held = differences.filter((difference) => Math.abs(difference) < 1e-6).length;
  return { held, broken: differences.filter((difference) => Math.abs(difference) >= 1e-6).length };
}

/** What speaks for a reading: figures read or at least seen, sums that hold, labels to the letter. */
function weigh(reading: TableReading, sumsOf: SumsOf): number {
  const { table, questions, doubts } = reading;
  const read = Object.values(table.contents).filter((content) => content && content.type !== "blank").length;
  const asked = questions.reduce((sum, { cells }) => sum + cells.length, 0);
  const altered = table.doubts.filter(({ fault }) => fault !== "missing").length;
  const seen = doubts.reduce((sum, doubt) => sum + (doubt.code === "unread" ? doubt.cells.length : 0), 0);
  const { held, broken } = countSums(reading, sumsOf);
  return read + asked / 2 + seen / 3 + (held - broken) / 2 - altered / 2;
}

const isSamePlace = (a: TableReading, b: TableReading): boolean =>
  a.place !== null && b.place !== null && [...a.place.used].some((stretch) => b.place!.used.has(stretch));

/** How many rows hold figures. */
function countRows({ table }: TableReading): number {
  const read = Object.entries(table.contents).filter(([, content]) => content && content.type !== "blank");
  return new Set(read.map(([key]) => splitKey(key as CellKey).row)).size;
}

/** Of readings of one place in different formats the one with more rows; of equals the preferred format. */
function settleFormats(readings: readonly TableReading[], preferred: FormatId, sumsOf: SumsOf): TableReading[] {
  const ranked = [...readings].sort(
    (a, b) =>
      countRows(b) - countRows(a) ||
      weigh(b, sumsOf) - weigh(a, sumsOf) ||
      Number(formatIn(b) === preferred) - Number(formatIn(a) === preferred),
  );
  const kept: TableReading[] = [];
  for (const reading of ranked) if (!kept.some((other) => isSamePlace(other, reading))) kept.push(reading);
  return readings.filter((reading) => kept.includes(reading));
}

const isEqual = (a: TableReading, b: TableReading): boolean =>
  JSON.stringify([a.table.written, formatIn(a)]) === JSON.stringify([b.table.written, formatIn(b)]);

/** A page may hold the same table twice, for screens of different sizes. */
const dropRepeated = (readings: readonly TableReading[]): TableReading[] =>
  readings.filter((reading, index) => !readings.slice(0, index).some((other) => isEqual(other, reading)));

/** For each section the tables of the reader that understood most of it; of equals the first. */
export function chooseReadings(attempts: readonly Attempt[], year: number | undefined, sumsOf: SumsOf): Chosen[] {
  let preferred = year !== undefined && year >= FIRST_YEAR ? formatOf(year) : NEWEST;
  return SECTIONS.flatMap((section) => {
    let best: { weight: number; chosen: Chosen[] } = { weight: 0, chosen: [] };
    for (const { reader, readings } of attempts) {
      const own = readings.filter((reading) => sectionOf(reading) === section);
      const settled = dropRepeated(settleFormats(own, preferred, sumsOf));
      const weight = settled.reduce((sum, reading) => sum + weigh(reading, sumsOf), 0) * TRUST[reader];
      if (weight > best.weight) best = { weight, chosen: settled.map((reading) => ({ ...reading, reader })) };
    }
    const [first] = best.chosen;
    if (first && year === undefined && section === "section2") preferred = formatIn(first);
    return best.chosen;
  });
}

/** Whether a reader found every table with every figure, and no sum speaks against it: then no other way needs to be tried. */
export function isWhole({ readings }: Attempt, sumsOf: SumsOf): boolean {
  const isFull = ({ table, questions }: TableReading) =>
    questions.length === 0 && table.placement.table.numbers.every(({ key }) => table.contents[key]?.type === "number");
  return SECTIONS.every((section) =>
    readings.some(
      (reading) => sectionOf(reading) === section && isFull(reading) && countSums(reading, sumsOf).broken === 0,
    ),
  );
}
