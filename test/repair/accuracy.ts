import { checkTable } from "../../src/rules/check";
import { suspectsOf, type Suspect } from "../../src/repair/suspects";
import type { CellKey } from "../../src/tables/table";
import { cleanTables, filledFrom, type ReportTable } from "./reports";
import { fillTable, SLIPS, type Random } from "./slips";

/** How well suspects tell what was done to tables in which everything was right. Counts of tables. */
export interface Accuracy {
  /** Tables in which the slips broke a rule; the others nobody can find. */
  found: number;
  /** What was changed is the first suspect of each group, alone. */
  first: number;
  /** The same, or tied with others. */
  firstOrTied: number;
  /** What was changed is among the first three of each group. */
  amongThree: number;
  /** Suspects called certain, and those of them that were wrong: in the cell or in the value. */
  certain: number;
  certainButWrong: number;
}

const TABLES = cleanTables("section3");
/** Suspects of each group that a person looks at. */
const LOOKED_AT = 3;

const nothing = (): Accuracy => ({
  found: 0,
  first: 0,
  firstOrTied: 0,
  amongThree: 0,
  certain: 0,
  certainButWrong: 0,
});

/** Whether one suspect that passes can be taken of each group so that together they are the truth. */
function isTold(suspects: readonly Suspect[], wrong: ReadonlyMap<CellKey, string>, passes: (one: Suspect) => boolean) {
  const isRight = ({ cells }: Suspect) => cells.every(({ key, suggested }) => wrong.get(key) === suggested);
  const groups = [...new Set(suspects.map(({ group }) => group))].map((group) =>
    suspects.filter((one) => one.group === group && isRight(one) && passes(one)),
  );
  if (groups.some((right) => right.length === 0)) return false;
  return new Set(groups.flatMap(([one]) => one!.cells.map(({ key }) => key))).size === wrong.size;
}

function judge(table: ReportTable, numbers: ReportTable["numbers"], accuracy: Accuracy): void {
  const filled = fillTable(table.format, table.section, numbers);
  const check = checkTable(filled, { blankIsZero: false });
  if (check.verdict === "pass") return;
  const { suspects } = suspectsOf(filled, check);
  const keys = Object.keys(numbers) as CellKey[];
  const wrong = new Map(
    keys.filter((key) => numbers[key] !== table.numbers[key]).map((key) => [key, `${table.numbers[key]}`]),
  );
  const isAlone = ({ group, rank }: Suspect) =>
    rank === 1 && suspects.filter((other) => other.group === group && other.rank === 1).length === 1;
  const position = (one: Suspect) => suspects.filter(({ group }) => group === one.group).indexOf(one);
  accuracy.found += 1;
  if (isTold(suspects, wrong, isAlone)) accuracy.first += 1;
  if (isTold(suspects, wrong, ({ rank }) => rank === 1)) accuracy.firstOrTied += 1;
  if (isTold(suspects, wrong, (one) => position(one) < LOOKED_AT)) accuracy.amongThree += 1;
  for (const { cells, certain } of suspects) {
    if (!certain) continue;
    accuracy.certain += 1;
    if (cells.some(({ key, suggested }) => wrong.get(key) !== suggested)) accuracy.certainButWrong += 1;
  }
}

/** Slips of one kind in clean published tables, one in each. */
export function measureKind(kind: string, count: number, random: Random): Accuracy {
  const accuracy = nothing();
  for (let index = 0; index < count; index++) {
    const table = TABLES[random(TABLES.length)]!;
    const numbers = { ...table.numbers };
    SLIPS[kind]!(numbers, filledFrom(table).placement.table, random);
    judge(table, numbers, accuracy);
  }
  return accuracy;
}

/** Several slips of any kinds in each table. */
export function measureMixed(slips: number, count: number, random: Random): Accuracy {
  const accuracy = nothing();
  const kinds = Object.values(SLIPS);
  for (let index = 0; index < count; index++) {
    const table = TABLES[random(TABLES.length)]!;
    const numbers = { ...table.numbers };
    for (let slip = 0; slip < slips; slip++)
      kinds[random(kinds.length)]!(numbers, filledFrom(table).placement.table, random);
    judge(table, numbers, accuracy);
  }
  return accuracy;
}
