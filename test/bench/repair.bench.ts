import type { Bench, Measurement } from "../../config/bench";
import { localise } from "../../src/repair/localise";
import { suspectsOf } from "../../src/repair/suspects";
import { systemOf, unknownsOf } from "../../src/repair/table-system";
import { checkTable } from "../../src/rules/check";
import { tableOf } from "../../src/tables/formats";
import { findSmallest, loadSolver } from "../repair/mip";
import { cleanTables } from "../repair/reports";
import { fillTable, makeRandom, SLIPS, type Random } from "../repair/slips";

const OPTIONS = { blankIsZero: false };
const SEED = 711;
/** Tables whose time is taken, after as many others that warm up. */
const TABLES = 500;
/** Of so many runs the best counts: what else the machine does bears on some of them. */
const ROUNDS = 3;
/** HiGHS takes a fifth of a second for each. */
const COMPARED = 4;

/** Slips of one cell. */
const KINDS = [
  SLIPS.transposition!,
  SLIPS.wrongDigit!,
  SLIPS.droppedDigit!,
  SLIPS.doubledDigit!,
  SLIPS.neighboursNumber!,
  SLIPS.itemLeftOut!,
  SLIPS.leftAtZero!,
];

/** Without those that report nothing at all: no slip of a digit can hit them. */
const REPORTS = cleanTables("section3").filter(({ numbers }) => Object.values(numbers).some((value) => value > 9));

/** Section 三 of a published report with so many wrong cells. */
function makeBroken(errors: number, random: Random) {
  const report = REPORTS[random(REPORTS.length)]!;
  const table = tableOf(report.format, "section3");
  const numbers = { ...report.numbers };
  const count = () => Object.entries(numbers).filter(([key, value]) => value !== report.numbers[key as never]).length;
  while (count() < errors) KINDS[random(KINDS.length)]!(numbers, table, random);
  const filled = fillTable(report.format, "section3", numbers);
  return { filled, check: checkTable(filled, OPTIONS) };
}

/** Milliseconds for each of many tables, in growing order. */
function timeEach(errors: number, random: Random): number[] {
  const times: number[] = [];
  for (let round = 0; round < 2 * TABLES; round++) {
    const { filled, check } = makeBroken(errors, random);
    let best = Infinity;
    for (let again = 0; again < ROUNDS; again++) {
      const start = performance.now();
      suspectsOf(filled, check);
      best = Math.min(best, performance.now() - start);
    }
    if (round >= TABLES) times.push(best);
  }
  return times.sort((a, b) => a - b);
}

/** Our time for finding all smallest sets as a part of that of HiGHS for finding one. */
async function compare(errors: number, random: Random): Promise<number> {
  const highs = await loadSolver();
  let [ours, theirs] = [0, 0];
  for (let round = 0; round < COMPARED; round++) {
    const { filled, check } = makeBroken(errors, random);
    const system = systemOf(filled.placement.table);
    const unknowns = unknownsOf(system, filled, check, {}).map((unknown) => ({ ...unknown, maximum: 100_000n }));
    const start = performance.now();
    const { parts } = localise(system.pieces, unknowns);
    const between = performance.now();
    const smallest = findSmallest(highs, system.constraints, unknowns);
    theirs += performance.now() - between;
    ours += between - start;
    const weight = parts.reduce((sum, part) => sum + part.weight, 0);
    if (weight !== smallest?.weight) throw new Error(`${weight} cells here, ${smallest?.weight} with HiGHS`);
  }
  return ours / theirs;
}

export default {
  title: "疑似错格：表三（全表）中的 1 至 3 格错误",
  async run() {
    const random = makeRandom(SEED);
    const measurements: Measurement[] = [];
    for (const errors of [1, 2, 3]) {
      const times = timeEach(errors, random);
      const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))]!;
      measurements.push(
        { what: `${errors} 格错误：中位数`, value: at(0.5), unit: "ms", limit: 2 },
        { what: `${errors} 格错误：第 99 百分位`, value: at(0.99), unit: "ms", limit: 20 },
        {
          what: `${errors} 格错误：找全部最小改法，与 HiGHS 找一种之比`,
          value: await compare(errors, random),
          unit: "倍",
          limit: 0.1,
        },
      );
    }
    return measurements;
  },
} satisfies Bench;
