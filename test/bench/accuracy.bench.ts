import type { Bench } from "../../config/bench";
import { measureKind, measureMixed, type Accuracy } from "../repair/accuracy";
import { makeRandom, SLIPS } from "../repair/slips";

/** Tables of each kind; COUNT and SEED draw more of them, and others. */
const COUNT = Number(process.env.COUNT ?? 2000);
const SEED = Number(process.env.SEED ?? 20_201_231);
/** When none of n cases went wrong, fewer than 3 of n do, with 95 % confidence. */
const RULE_OF_THREE = 3;

const NAMES: Readonly<Record<string, string>> = {
  transposition: "相邻两位数字颠倒",
  wrongDigit: "一位数字写错",
  droppedDigit: "少写一位数字",
  doubledDigit: "一位数字写两遍",
  inNeighbour: "与相邻格填反",
  neighboursNumber: "抄了相邻格的数",
  itemLeftOut: "合计漏加一项",
  leftAtZero: "一项漏填，仍为 0",
  shiftedRow: "整行错一格",
  wrongWithTotal: "写错后行合计照错数加",
};

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

function row({ found, first, firstOrTied, amongThree, certain, certainButWrong }: Accuracy) {
  return {
    不平的表: found,
    唯一首选: percent(first, found),
    首选含并列: percent(firstOrTied, found),
    前三: percent(amongThree, found),
    称为确定: certain,
    确定而错: certainButWrong,
  };
}

/** Realistic slips in section 三 of published reports in which everything adds up. */
export default {
  title: "疑似错格：在真实年报的表三中放入常见笔误",
  run() {
    const random = makeRandom(SEED);
    const measured = new Map(Object.keys(SLIPS).map((kind) => [NAMES[kind]!, measureKind(kind, COUNT, random)]));
    for (const slips of [2, 3]) measured.set(`任意 ${slips} 处笔误`, measureMixed(slips, COUNT, random));
    console.table(Object.fromEntries([...measured].map(([name, accuracy]) => [name, row(accuracy)])));
    const all = [...measured.values()];
    const total = (count: keyof Accuracy) => all.reduce((sum, accuracy) => sum + accuracy[count], 0);
    return Promise.resolve([
      { what: "称为确定的疑似错格", value: total("certain"), unit: "格" },
      { what: "其中错的", value: total("certainButWrong"), unit: "格", limit: 0 },
      { what: "没有错的时，错的比率不超过（95 % 置信）", value: (100 * RULE_OF_THREE) / total("certain"), unit: "%" },
    ]);
  },
} satisfies Bench;
