import { BLANK, type FilledTable } from "../../tables/filled";
import { keyOf, type CellKey, type SectionId } from "../../tables/table";
import { amountOf, COMPARED_DECIMALS, type CheckOptions } from "../check";
import { add, formatDecimal, isZero, negate, round, subtract, ZERO, type Decimal } from "../decimal";
import { CROSS_RULES } from "./cross-catalogue";
import type { CrossCheck, CrossFinding, CrossObstacle, CrossTerm, OpenFigure, SkippedRule } from "./cross-finding";
import type { CrossRule, ReportYear } from "./cross-rule";

/** The tables of one unit's reports of two years that follow each other. */
export type TwoYears = Readonly<Record<ReportYear, readonly FilledTable[]>>;

/** One table of each year. */
type Pair = Readonly<Record<ReportYear, FilledTable>>;

/** A figure that could not be compared, for want of a number in these cells. */
interface Undecided {
  kind: "undecided";
  open: readonly OpenFigure[];
}

type Outcome = "holds" | Undecided | CrossFinding;

function pairOf(years: TwoYears, section: SectionId): Pair | CrossObstacle {
  const of = (year: ReportYear) => years[year].filter(({ placement }) => placement.table.section === section);
  const [current, secondCurrent] = of("current");
  if (!current) return "currentMissing";
  if (secondCurrent) return "currentDoubled";
  const [previous, secondPrevious] = of("previous");
  if (!previous) return "previousMissing";
  return secondPrevious ? "previousDoubled" : { current, previous };
}

const cellOf = ({ per }: CrossRule, line: string, along: string): CellKey =>
  per === "row" ? keyOf(along, line) : keyOf(line, along);

const hasCell = ({ placement: { table } }: FilledTable, key: CellKey): boolean =>
  table.numbers.some((number) => number.key === key);

function evaluate(rule: CrossRule, along: string, pair: Pair, options: CheckOptions): Outcome {
  const amountAt = (year: ReportYear, key: CellKey): Decimal | null =>
    key in pair[year].contents ? amountOf(pair[year].contents[key] ?? BLANK, options) : null;
  const openAt = (year: ReportYear, key: CellKey): OpenFigure => {
    const { section, format } = pair[year].placement.table;
    return { year, section, format, key };
  };
  const figureKey = cellOf(rule, rule.figure, along);
  const figure = amountAt("current", figureKey);
  const open = figure ? [] : [openAt("current", figureKey)];
  let expected = ZERO;
  const addends: CrossTerm[] = [];
  for (const { year, line, sign } of rule.addends) {
    const key = cellOf(rule, line, along);
    const amount = amountAt(year, key);
    if (!amount) {
      open.push(openAt(year, key));
      continue;
    }
    expected = add(expected, sign > 0 ? amount : negate(amount));
    addends.push({ key, value: formatDecimal(amount), year, sign });
  }
  if (!figure || open.length > 0) return { kind: "undecided", open };
  const difference = subtract(figure, expected);
  if (isZero(round(difference, COMPARED_DECIMALS))) return "holds";
  const ofThisYear = addends.filter(({ year }) => year === "current").map(({ key }) => key);
  return {
    kind: "cross",
    rule: rule.id,
    severity: rule.severity,
    line: along,
    cells: [figureKey, ...ofThisYear],
    flags: [figureKey],
    figure: { key: figureKey, value: formatDecimal(figure) },
    addends,
    expected: formatDecimal(expected),
    difference: formatDecimal(difference),
  };
}

/** The rows or columns at which a rule stands: those that have all its cells in both years. */
function linesOf(rule: CrossRule, { current, previous }: Pair): string[] {
  const { table } = current.placement;
  const needed = [{ year: "current" as const, line: rule.figure }, ...rule.addends];
  return (rule.per === "row" ? table.rows : table.columns)
    .map(({ key }) => key)
    .filter((along) =>
      needed.every(({ year, line }) => hasCell(year === "current" ? current : previous, cellOf(rule, line, along))),
    );
}

/** Whether this year's report has the format that a rule is about; a report without the rule's table is told by its others. */
function isMeant({ format, section }: CrossRule, current: readonly FilledTable[]): boolean {
  if (format === null || current.length === 0) return true;
  const own = current.filter(({ placement }) => placement.table.section === section);
  return (own.length > 0 ? own : current).some(({ placement }) => placement.table.format === format);
}

function apply(rule: CrossRule, years: TwoYears, options: CheckOptions): readonly Outcome[] | CrossObstacle {
  if (!isMeant(rule, years.current)) return [];
  const pair = pairOf(years, rule.section);
  if (typeof pair === "string") return pair;
  if (rule.format !== null && pair.previous.placement.table.format !== rule.format) return "format";
  return linesOf(rule, pair).map((along) => evaluate(rule, along, pair, options));
}

/** Compares a unit's report with its report of the year before, by every rule between years. */
export function compareYears(years: TwoYears, options: CheckOptions): CrossCheck {
  const outcomes: Outcome[] = [];
  const skipped: SkippedRule[] = [];
  for (const rule of Object.values(CROSS_RULES)) {
    const applied = apply(rule, years, options);
    if (typeof applied === "string") skipped.push({ rule: rule.id, obstacle: applied });
    else outcomes.push(...applied);
  }
  const judged = outcomes.filter((outcome) => outcome !== "holds");
  const undecided = judged.filter((outcome) => outcome.kind === "undecided");
  const open = new Map(
    undecided.flatMap((outcome) => outcome.open.map((one) => [`${one.year} ${one.section} ${one.key}`, one])),
  );
  return {
    findings: judged.filter((outcome) => outcome.kind === "cross"),
    held: outcomes.filter((outcome) => outcome === "holds").length,
    undecided: undecided.length,
    open: [...open.values()],
    skipped,
  };
}
