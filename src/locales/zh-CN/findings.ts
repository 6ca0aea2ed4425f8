import { KIND_LIMITS } from "../../tables/kinds";
import type { LabelFault, Meant, Placement } from "../../tables/filled";
import { cellAddress } from "../../tables/address";
import type { CellKey, CellKind, Line, SectionId } from "../../tables/table";
import type { BlankFinding, Finding, KindFault, KindFinding, LabelFinding, SumFinding } from "../../rules/finding";
import type { AnyFinding } from "../../rules/cross/any-finding";
import type { SumRuleId } from "../../rules/rule";
import type { FindingText, PlaceText, SideText } from "../locale";
import { addressesOf, lineName, linesOf } from "../lines";
import { lineOf, magnitude, makeSide, nameTerms, shortenTerms, sumRuleOf, type NamedTerm } from "../sums";
import { rules } from "./rules";
import { describePlausibility, UNITS } from "./soft-findings";
import { years } from "./years";

/** Marks within a quotation become single ones. */
const quote = (text: string) => `“${text.replaceAll("“", "‘").replaceAll("”", "’")}”`;

/** Section 四 has its groups side by side. */
const ROW_WORD: Readonly<Record<SectionId, string>> = { section2: "行", section3: "行", section4: "栏" };

const rowPlace = (row: Line, section: SectionId) => quote(lineName(row)) + ROW_WORD[section];
const columnPlace = (column: Line) => `${quote(lineName(column))}列`;

function placeWords(key: CellKey, { table }: Placement): string {
  const { row, column } = linesOf(table, key);
  return rowPlace(row, table.section) + columnPlace(column);
}

export function describePlace(key: CellKey, placement: Placement): PlaceText {
  return { words: placeWords(key, placement), address: addressesOf([key], placement)[0] ?? "" };
}

/** J6；D4、D5、D25 等 4 格. */
function listAddresses(addresses: readonly string[], most: number): string {
  const shown = addresses.slice(0, most).join("、");
  return addresses.length > most ? `${shown} 等 ${addresses.length} 格` : shown;
}

const writeTerm = ({ label, value }: NamedTerm) => `${label} ${value}`;
const writeAll = (terms: readonly NamedTerm[]) => terms.map(writeTerm).join(" ＋ ");

/** Brackets of another form around brackets, as GB/T 15834 asks. */
const bracket = (text: string) => (text.includes("（") ? `〔${text}〕` : `（${text}）`);

/** （自然人 3 ＋ 商业企业 2，其余计 0）. */
function writeShort(terms: readonly NamedTerm[]): string {
  const { shown, more, zeros } = shortenTerms(terms);
  if (shown.length === 0) return "（各项均计 0）";
  const rest = [more > 0 ? `另有 ${more} 项不为 0` : [], zeros > 0 ? "其余计 0" : []].flat();
  return bracket([writeAll(shown), ...rest].join("，"));
}

/** What is compared in a sum rule: a total with its parts, or two sums of items with names of their own. */
type SumWords = { whole: string; parts: string } | { items: Readonly<Record<string, string>> };

const SUMS: Readonly<Record<SumRuleId, SumWords>> = {
  "S3.ROW": { whole: "总计", parts: "各类申请人之和" },
  "S3.RESULTS": { whole: "（七）总计", parts: "各项办理结果之和" },
  "S3.BALANCE": {
    items: {
      newlyReceived: "一、本年新收",
      carriedOver: "二、上年结转",
      resultsTotal: "三（七）总计",
      carriedForward: "四、结转下年度",
    },
  },
  "S4.TOTAL": { whole: "总计", parts: "各种结果之和" },
};

const IN_BALANCE = { left: "第一项加第二项", right: "第三项加第四项" };

function describeSum(finding: SumFinding, placement: Placement): Omit<FindingText, "title" | "address"> {
  const { table } = placement;
  const { leftSum, rightSum, difference } = finding;
  const rule = sumRuleOf(finding);
  const line = lineOf(finding, table);
  const place = rule.per === "row" ? rowPlace(line, table.section) : columnPlace(line);
  const words = SUMS[rule.id];
  const side = (name: string, part: "left" | "right"): SideText =>
    makeSide(name, finding[`${part}Sum`], finding, finding[part], placement);
  const left = nameTerms(finding, finding.left, table);
  const right = nameTerms(finding, finding.right, table);
  if ("items" in words) {
    const write = (terms: readonly NamedTerm[]) =>
      writeAll(terms.map((term) => ({ ...term, label: words.items[term.line] ?? term.label })));
    return {
      place,
      sentence: `${place}：${write(left)} ＝ ${leftSum}，${write(right)} ＝ ${rightSum}，相差 ${magnitude(difference)}。`,
      sides: [side(IN_BALANCE.left, "left"), side(IN_BALANCE.right, "right")],
    };
  }
  const more = difference.startsWith("-") ? "少" : "多";
  const parts = `${words.parts} ${rightSum}${writeShort(right)}`;
  return {
    place,
    sentence: `${place}：${words.whole} ${leftSum} ≠ ${parts}，${more} ${magnitude(difference)}。`,
    sides: [side(words.whole, "left"), side(words.parts, "right")],
  };
}

const HOW: Readonly<Record<Meant["how"][number], string>> = {
  fullWidth: "全角数字",
  thousands: "带千位分隔符",
  unit: "带单位",
  sign: "正负号写成文字",
  spaces: "夹有空格",
  chinese: "中文数字",
  lookalike: "有形似数字的字符",
};

function writeMeant({ number, how, unit }: Meant, kind: CellKind): string {
  const reasons = how.map((code) => HOW[code]).join("、");
  const isOther = kind === "amount" && unit && unit !== "tenThousandYuan";
  return `像是 ${number}${unit ? UNITS[unit] : ""}${reasons && `（${reasons}）`}${isOther ? "，而此格以万元为单位" : ""}`;
}

const NOT_REWRITTEN = "表中不会自动改写，请核实后改填数字。";

const MUST_BE: Readonly<Record<CellKind, string>> = {
  count: " 0 或正整数",
  change: "整数，减少填负数",
  amount: `不小于 0 的数，最多 ${KIND_LIMITS.amount.decimals} 位小数`,
};

const FAULTS: Readonly<Record<KindFault, (finding: KindFinding, kind: CellKind) => string>> = {
  text: ({ written, meant }, kind) =>
    meant
      ? `填的是文本${quote(written)}，${writeMeant(meant, kind)}。文本不参与计算，${NOT_REWRITTEN}`
      : `${quote(written)}不是数字，不参与计算。请改填数字。`,
  boolean: ({ written }) => `填的是逻辑值 ${written.toUpperCase()}，不是数字。请改填数字。`,
  error: ({ written }) => `公式结果是错误值 ${written}。请检查公式，或改填数字。`,
  uncalculated: () => "公式没有计算结果。请在 Excel 中打开工作簿并保存一次。",
  date: ({ written }, kind) =>
    `单元格显示为日期或时间（${written}），此格应填${MUST_BE[kind]}。请先把单元格格式改为“常规”，再填数字。`,
  negative: ({ written }, kind) => `${written} 小于 0，此格应填${MUST_BE[kind]}。`,
  fraction: ({ written }, kind) => `${written} 不是整数，此格应填${MUST_BE[kind]}。`,
  decimals: ({ written }, kind) => `${written} 的小数位数过多，此格应填${MUST_BE[kind]}。`,
  tooLarge: ({ written }, kind) =>
    `${written} 超出范围，此格的数值不能超过 ${KIND_LIMITS[kind].maximum}。请核对是否多写了位数，金额是否以万元为单位。`,
};

function describeKind(finding: KindFinding, placement: Placement): Omit<FindingText, "title" | "address"> {
  const key = finding.cells[0]!;
  const kind = placement.table.numbers.find((number) => number.key === key)!.kind;
  const place = placeWords(key, placement);
  const { length } = finding.cells;
  const all = length > 1 ? ` 等 ${length} 格` : "";
  return { place, sentence: `${place}${all}：${FAULTS[finding.fault](finding, kind)}`, sides: [] };
}

function describeBlank(finding: BlankFinding, placement: Placement): Omit<FindingText, "title" | "address"> {
  const { length } = finding.cells;
  const place = length === 1 ? placeWords(finding.cells[0]!, placement) : "";
  const where = place ? `${place}未填` : `还有 ${length} 格未填`;
  return { place, sentence: `${where}。确无此项的请填 0，不要留空，也不要用“/”或“-”代替。`, sides: [] };
}

const writeLabels = (labels: readonly string[]) => quote(labels.map((label) => label.replaceAll("\n", "")).join(" "));

const DOUBTS: Readonly<Record<LabelFault, (expected: string, found: string) => string>> = {
  missing: (expected, found) => `表中没有${expected}${found && `，该处写的是${found}`}`,
  altered: (expected, found) => `${found}与官方格式不一致，应为${expected}`,
  shifted: (expected, found) => `${found || expected}不在官方格式规定的位置，已按名称识别`,
  doubled: (expected) => `${expected}出现了不止一次，无法确定以哪一处为准`,
  unknown: (_expected, found) => `${found}不是官方格式中的项目，所在行列未纳入校验`,
  unlabelled: (_expected, found) => `数字${found}所在的行或列没有项目名称，不知道属于哪一项，未纳入校验`,
  foreign: (_expected, found) => `${found}是另一版格式的项目，所在行列未纳入校验`,
  ambiguous: (_expected, found) => `${found}与官方格式中的不止一个项目相近，无法确定是哪一个`,
};

function describeLabel({ doubt }: LabelFinding): Omit<FindingText, "title" | "address"> {
  const expected = doubt.expected.length > 0 ? writeLabels(doubt.expected) : "";
  const found = doubt.found ? writeLabels([doubt.found]) : "";
  const lost = doubt.cells.length > 0 ? `，有 ${doubt.cells.length} 个数字因此无法识别` : "";
  return {
    place: expected || found,
    sentence: `${DOUBTS[doubt.fault](expected, found)}${lost}。`,
    sides: [],
  };
}

function describe(finding: Finding, placement: Placement): Omit<FindingText, "title" | "address"> {
  switch (finding.kind) {
    case "sum":
      return describeSum(finding, placement);
    case "kind":
      return describeKind(finding, placement);
    case "blank":
      return describeBlank(finding, placement);
    case "label":
      return describeLabel(finding);
    case "atLeast":
    case "items":
    case "authority":
    case "amount":
      return { ...describePlausibility(finding, placement), sides: [] };
  }
}

/** Where the flags are, or the cells when the sheet flags none. */
function addressesFor(finding: Finding, placement: Placement): string[] {
  if (finding.kind === "label") return finding.doubt.position ? [cellAddress(finding.doubt.position)] : [];
  return addressesOf(finding.flags.length > 0 ? finding.flags : finding.cells, placement);
}

export function describeFinding(finding: AnyFinding, placement: Placement): FindingText {
  if (finding.kind === "cross") return years.describe(finding, placement);
  const addresses = addressesFor(finding, placement);
  return {
    title: rules[finding.rule].broken,
    address: listAddresses(addresses, finding.kind === "sum" ? 1 : 2),
    ...describe(finding, placement),
  };
}
