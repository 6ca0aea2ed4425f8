import type { CellContent, FilledTable, LabelDoubt } from "../tables/filled";
import type { CellKey, CellKind, Table } from "../tables/table";
import { isToExplain, type Explanations } from "./explained";
import { faultOf, isBlank, isPlaceholder, isUncalculated, writtenIn } from "./cells";
import { add, formatDecimal, isZero, round, subtract, toDecimal, ZERO, type Decimal } from "./decimal";
import type { BlankFinding, Finding, KindFinding, LabelFinding, SumFinding } from "./finding";
import type { Term } from "./finding-base";
import { RULES } from "./catalogue";
import { relationsOf, type Relation } from "./relations";
import type { Severity } from "./rule";
import { checkPlausibility } from "./soft/plausibility";

export interface CheckOptions {
  /** Whether an empty cell counts as 0. Off: a rule with an empty cell among its cells is not decided. */
  blankIsZero: boolean;
  /** Without them no warning is explained. */
  explanations?: Explanations;
}

/** `pass`, `fail`, or `incomplete`: a check that could not run is never a pass. */
export type Verdict = "pass" | "fail" | "incomplete";

/** Sums are equal when they agree to this many decimals: the most that any kind of cell may have. */
export const COMPARED_DECIMALS = 6;

/** What became of one relation. */
type Outcome = "holds" | "undecided" | SumFinding;

/** The result of checking one table; immutable, so that a re-check can start from it. */
export interface TableCheck {
  verdict: Verdict;
  findings: readonly Finding[];
  /** Cells still to be filled. */
  blanks: readonly CellKey[];
  /** How many relations could not be decided. */
  undecided: number;
  /** How many warnings nobody has explained. */
  unexplained: number;
  /** One for each relation of the table, in the order of `relationsOf`. */
  outcomes: readonly Outcome[];
  kinds: ReadonlyMap<CellKey, KindFinding>;
  labels: readonly LabelFinding[];
}

/** Null when the content gives no number to add. */
export function amountOf(content: CellContent, { blankIsZero }: CheckOptions): Decimal | null {
  if (content.type === "number") return toDecimal(content.value);
  return blankIsZero && isBlank(content) && !isUncalculated(content) ? ZERO : null;
}

/** Whether a total among the cells is calculated from cells that hold no number yet: a sheet makes 0 of them. */
function isCalculatedTooEarly({ totals, beneath }: Relation, { contents, computed }: FilledTable): boolean {
  if (beneath.length === 0 || !computed || !totals.some((key) => computed.has(key))) return false;
  return beneath.some((key) => contents[key]?.type !== "number");
}

/** Null when one of the cells gives no number. Whole numbers, as most are, are added as they are: exact and many times faster. */
function addUp(keys: readonly CellKey[], { contents }: FilledTable, options: CheckOptions): Decimal | null {
  let whole = 0;
  let rest = ZERO;
  for (const key of keys) {
    const content = contents[key];
    if (!content) return null;
    if (
      content.type === "number" &&
      Number.isSafeInteger(content.value) &&
      Number.isSafeInteger(whole + content.value)
    ) {
      whole += content.value;
      continue;
    }
    const amount = amountOf(content, options);
    if (!amount) return null;
    rest = add(rest, amount);
  }
  return add(rest, toDecimal(whole));
}

/** The cells of a sum that could be added up. */
function termsOf(keys: readonly CellKey[], { contents }: FilledTable, options: CheckOptions): Term[] {
  return keys.map((key) => ({ key, value: formatDecimal(amountOf(contents[key]!, options)!) }));
}

function evaluate(relation: Relation, filled: FilledTable, options: CheckOptions): Outcome {
  const left = addUp(relation.left, filled, options);
  const right = left && addUp(relation.right, filled, options);
  if (!left || !right) return "undecided";
  if (!options.blankIsZero && isCalculatedTooEarly(relation, filled)) return "undecided";
  const difference = subtract(left, right);
  if (isZero(round(difference, COMPARED_DECIMALS))) return "holds";
  return {
    kind: "sum",
    rule: relation.rule.id,
    severity: relation.rule.severity,
    line: relation.line,
    cells: [...relation.left, ...relation.right],
    flags: relation.flags,
    left: termsOf(relation.left, filled, options),
    right: termsOf(relation.right, filled, options),
    leftSum: formatDecimal(left),
    rightSum: formatDecimal(right),
    difference: formatDecimal(difference),
  };
}

const kindOf = (table: Table): ReadonlyMap<CellKey, CellKind> => {
  const known = kinds.get(table);
  if (known) return known;
  const made = new Map(table.numbers.map((number) => [number.key, number.kind]));
  kinds.set(table, made);
  return made;
};
const kinds = new WeakMap<Table, ReadonlyMap<CellKey, CellKind>>();

function judgeKind(key: CellKey, { placement, contents }: FilledTable): KindFinding | null {
  const kind = kindOf(placement.table).get(key);
  const content = contents[key];
  const fault = kind && content ? faultOf(content, kind) : null;
  if (!fault || !content) return null;
  const { severity } = RULES["F.KIND"];
  const written = writtenIn(content);
  // a formula in the sheet cannot tell how a cell shows its number, and a sheet that is open has calculated
  const flags = fault === "date" || fault === "uncalculated" ? [] : [key];
  const base = { kind: "kind", rule: "F.KIND", severity, cells: [key], flags, fault, written } as const;
  return content.type === "text" && content.meant ? { ...base, meant: content.meant } : base;
}

/** Formulas without a result are one finding: one saving puts all of them right. */
function kindFindings(all: readonly KindFinding[]): KindFinding[] {
  const [uncalculated, others] = [all.filter(isOfFormula), all.filter((one) => !isOfFormula(one))];
  const [first] = uncalculated;
  return first ? [{ ...first, cells: uncalculated.flatMap(({ cells }) => cells) }, ...others] : others;
}

const isOfFormula = ({ fault }: KindFinding): boolean => fault === "uncalculated";

function findBlanks({ placement, contents }: FilledTable, { blankIsZero }: CheckOptions): CellKey[] {
  const isOpen = (content: CellContent) =>
    isBlank(content) ? !blankIsZero && !isUncalculated(content) : isPlaceholder(content);
  return placement.table.numbers.map(({ key }) => key).filter((key) => contents[key] && isOpen(contents[key]));
}

function blankFinding(blanks: readonly CellKey[]): BlankFinding[] {
  if (blanks.length === 0) return [];
  return [{ kind: "blank", rule: "F.BLANK", severity: RULES["F.BLANK"].severity, cells: blanks, flags: blanks }];
}

/**
 * How much a doubt matters that leaves every number of the table told. What only reads differently, or stands there besides, is
 * a hint: nearly every published report has some. Where a person may have meant another row, somebody has to look.
 */
const DOUBTS: Readonly<Record<LabelDoubt["fault"], Severity>> = {
  altered: "hint",
  missing: "hint",
  shifted: "hint",
  unknown: "hint",
  foreign: "hint",
  ambiguous: "warning",
  doubled: "warning",
  // numbers that belong to nothing: no sum would show what they change
  unlabelled: "error",
};

/** A doubt blocks when numbers cannot be told because of it. */
function labelFinding(doubt: LabelDoubt): LabelFinding {
  return {
    kind: "label",
    rule: "F.LABEL",
    severity: doubt.cells.length > 0 ? RULES["F.LABEL"].severity : DOUBTS[doubt.fault],
    cells: doubt.cells,
    flags: [],
    doubt,
  };
}

/** Puts the parts of a check together; cheap beside evaluating them. */
function assemble(
  filled: FilledTable,
  parts: Pick<TableCheck, "outcomes" | "kinds" | "labels">,
  options: CheckOptions,
): TableCheck {
  const blanks = findBlanks(filled, options);
  const sums = parts.outcomes.filter((outcome) => typeof outcome === "object");
  const undecided = parts.outcomes.filter((outcome) => outcome === "undecided").length;
  const findings: Finding[] = [
    ...parts.labels,
    ...kindFindings([...parts.kinds.values()]),
    ...sums,
    ...checkPlausibility(filled),
    ...blankFinding(blanks),
  ];
  return { ...parts, findings, blanks, undecided, ...judge(filled, { findings, blanks, undecided }, options) };
}

/** The verdict on what was found. */
function judge(
  filled: FilledTable,
  { findings, blanks, undecided }: Pick<TableCheck, "findings" | "blanks" | "undecided">,
  { explanations }: CheckOptions,
): Pick<TableCheck, "verdict" | "unexplained"> {
  const isOpen = (finding: Finding) => isToExplain(finding) && !explanations?.isExplained(finding, filled);
  const unexplained = findings.filter(isOpen).length;
  const isMissing = filled.placement.table.numbers.some(({ key }) => !filled.contents[key]);
  const isIncomplete = undecided > 0 || blanks.length > 0 || isMissing || unexplained > 0;
  const isWrong = findings.some(({ severity }) => severity === "error");
  return { verdict: isWrong ? "fail" : isIncomplete ? "incomplete" : "pass", unexplained };
}

/** The same check under other explanations: nothing is evaluated again. The check itself when its verdict stays. */
export function judgeTable(check: TableCheck, filled: FilledTable, options: CheckOptions): TableCheck {
  const judged = judge(filled, check, options);
  const isSame = judged.verdict === check.verdict && judged.unexplained === check.unexplained;
  return isSame ? check : { ...check, ...judged };
}

/** Evaluates every rule on a table. */
export function checkTable(filled: FilledTable, options: CheckOptions): TableCheck {
  const { table } = filled.placement;
  const outcomes = relationsOf(table).relations.map((relation) => evaluate(relation, filled, options));
  const kindFindings = table.numbers.flatMap(({ key }) => judgeKind(key, filled) ?? []);
  const faults = new Map(kindFindings.map((finding) => [finding.cells[0]!, finding]));
  return assemble(filled, { outcomes, kinds: faults, labels: filled.doubts.map(labelFinding) }, options);
}

/**
 * Evaluates only what the changed cells touch and takes the rest from an earlier check of the same table.
 * The result equals that of `checkTable`.
 */
export function recheckTable(
  earlier: TableCheck,
  filled: FilledTable,
  changed: Iterable<CellKey>,
  options: CheckOptions,
): TableCheck {
  const { relations, byCell, byBeneath } = relationsOf(filled.placement.table);
  const outcomes = [...earlier.outcomes];
  const faults = new Map(earlier.kinds);
  const touched = new Set<number>();
  for (const key of changed) {
    for (const index of byCell.get(key) ?? []) touched.add(index);
    for (const index of byBeneath.get(key) ?? []) touched.add(index);
    const finding = judgeKind(key, filled);
    if (finding) faults.set(key, finding);
    else faults.delete(key);
  }
  for (const index of touched) outcomes[index] = evaluate(relations[index]!, filled, options);
  const inOrder = new Map(
    filled.placement.table.numbers.flatMap(({ key }) => (faults.has(key) ? [[key, faults.get(key)!]] : [])),
  );
  return assemble(filled, { outcomes, kinds: inOrder, labels: filled.doubts.map(labelFinding) }, options);
}
