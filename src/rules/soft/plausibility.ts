import type { CellContent, FilledTable } from "../../tables/filled";
import { keyOf, type CellKey, type Table } from "../../tables/table";
import { add, formatDecimal, isZero, subtract, toDecimal, ZERO, type Decimal } from "../decimal";
import type { Term } from "../finding-base";
import { judgeAmount } from "./amounts";
import type { AuthorityFinding, PlausibilityFinding, UnitLevel } from "./soft-finding";
import { SOFT_RULES } from "./soft-catalogue";
import type { AtLeastRule, AuthorityRule, ItemsRule, SoftRule } from "./soft-rule";

/** The sheet itself flags only what is wrong for certain. */
const flags: readonly CellKey[] = [];

/** The number of a content, also of a text that probably means one. */
export function amountIn(content: CellContent | undefined): Decimal | null {
  if (content?.type === "number") return toDecimal(content.value);
  return content?.type === "text" && content.meant ? toDecimal(Number(content.meant.number)) : null;
}

function termAt({ contents }: FilledTable, key: CellKey): (Term & { amount: Decimal }) | null {
  const amount = amountIn(contents[key]);
  return amount && { key, amount, value: formatDecimal(amount) };
}

const plain = ({ key, value }: Term): Term => ({ key, value });

/** Rows that have all these columns. */
const rowsWith = ({ placement: { table } }: FilledTable, columns: readonly string[]): string[] => {
  const keys = new Set(table.numbers.map(({ key }) => key));
  return table.rows.map(({ key }) => key).filter((row) => columns.every((column) => keys.has(keyOf(row, column))));
};

function checkAtLeast(filled: FilledTable, { id: rule, severity, pairs }: AtLeastRule): PlausibilityFinding[] {
  return pairs.flatMap(([above, below]) =>
    rowsWith(filled, [above, below]).flatMap((row): PlausibilityFinding[] => {
      const greater = termAt(filled, keyOf(row, above));
      const less = termAt(filled, keyOf(row, below));
      if (!greater || !less || subtract(greater.amount, less.amount).digits >= 0n) return [];
      const cells = [greater.key, less.key];
      return [{ kind: "atLeast", rule, severity, cells, flags, greater: plain(greater), less: plain(less) }];
    }),
  );
}

function checkItems(filled: FilledTable, { id: rule, severity, whole, parts }: ItemsRule): PlausibilityFinding[] {
  return rowsWith(filled, [whole, ...parts]).flatMap((row): PlausibilityFinding[] => {
    const total = termAt(filled, keyOf(row, whole));
    const terms = parts.map((column) => termAt(filled, keyOf(row, column)));
    if (!total || !terms.every((term) => term !== null)) return [];
    const sum = terms.reduce((amount, term) => add(amount, term.amount), ZERO);
    const isConfused = !isZero(terms.at(-1)!.amount) && !isZero(total.amount) && isZero(subtract(total.amount, sum));
    if (!isConfused) return [];
    const cells = [...terms, total].map(({ key }) => key);
    return [{ kind: "items", rule, severity, cells, flags, whole: plain(total), parts: terms.map(plain) }];
  });
}

/** Endings of names; the first that fits decides. Units of the State Council and autonomous regions are none of these. */
const LEVELS: readonly (readonly [endings: RegExp, level: UnitLevel | null])[] = [
  [/^(?:国家|中华人民共和国)|总局$|总署$|自治区$|特别行政区$/, null],
  [/(?:镇|乡|街道|街道办事处|苏木)$/, "township"],
  [/(?:县|区|旗|管委会|管理委员会)$/, "county"],
  [/(?:局|委|委员会|中心|支队|大队|所|站|分局|办事处)$/, "department"],
];

/** What the name of a unit says of its level; null when it may be one that makes 规章, or when nothing is said. */
export function levelOf(unit: string): UnitLevel | null {
  const name = unit.replace(/(?:人民政府|政府)?(?:办公室|办公厅)?$/, "");
  return LEVELS.find(([endings]) => endings.test(name))?.[1] ?? null;
}

function checkAuthority(filled: FilledTable, { id: rule, severity, row }: AuthorityRule): AuthorityFinding[] {
  const { unit } = filled.placement;
  const level = unit === undefined ? null : levelOf(unit);
  if (unit === undefined || level === null) return [];
  const keys = filled.placement.table.numbers.map(({ key }) => key).filter((key) => key.startsWith(`${row}.`));
  const values = keys.flatMap((key) => {
    const term = termAt(filled, key);
    return term && term.amount.digits > 0n ? [plain(term)] : [];
  });
  if (values.length === 0) return [];
  return [{ kind: "authority", rule, severity, cells: values.map(({ key }) => key), flags, unit, level, values }];
}

function checkAmounts({ placement, contents, written }: FilledTable): PlausibilityFinding[] {
  const level = placement.unit === undefined ? null : levelOf(placement.unit);
  return placement.table.numbers.flatMap(({ key, kind }) => {
    const content = contents[key];
    if (kind !== "amount" || !content) return [];
    return judgeAmount(key, content, { header: placement.amountHeaders?.[key], written: written?.[key], level }) ?? [];
  });
}

function applyRule(filled: FilledTable, rule: SoftRule): PlausibilityFinding[] {
  switch (rule.kind) {
    case "atLeast":
      return checkAtLeast(filled, rule);
    case "items":
      return checkItems(filled, rule);
    case "authority":
      return checkAuthority(filled, rule);
    case "amount":
      return checkAmounts(filled);
    case "claim":
    case "chapter":
    case "year":
      return [];
  }
}

const rulesByTable = new WeakMap<Table, readonly SoftRule[]>();

/** The rules about what is plausible in a table, found once. */
function rulesOf(table: Table): readonly SoftRule[] {
  const known = rulesByTable.get(table);
  if (known) return known;
  const isAbout = (rule: SoftRule) =>
    "section" in rule && rule.section === table.section && (!("format" in rule) || rule.format === table.format);
  const made = Object.values(SOFT_RULES).filter(isAbout);
  rulesByTable.set(table, made);
  return made;
}

/** What in a table is hardly meant so, by every `S2.*` rule. */
export function checkPlausibility(filled: FilledTable): PlausibilityFinding[] {
  return rulesOf(filled.placement.table).flatMap((rule) => applyRule(filled, rule));
}
