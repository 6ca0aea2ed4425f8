import fc from "fast-check";
import { HOLLOW_WORDS } from "../../src/record/hollow-words";
import { judgeSubstance } from "../../src/record/substance";

test.each([
  ["", "empty"],
  [" \u3000\n", "empty"],
  ["。。。！", "noWords"],
  ["——", "noWords"],
  ["12345", "noWords"],
  ["１２件。", "short"],
  ["无", "hollow"],
  ["无。", "hollow"],
  ["核实无误", "hollow"],
  ["情况属实", "hollow"],
  ["已核实", "hollow"],
  ["属实", "hollow"],
  ["同上", "hollow"],
  ["经核实，情况属实。", "hollow"],
  ["经 核 实 ， 数 据 无 误", "hollow"],
  ["经我单位认真核对，上述数据真实、准确、无误。", "hollow"],
  ["ＯＫ", "hollow"],
  ["N/A", "hollow"],
  ["checked, the numbers are correct", "hollow"],
  ["啊啊啊啊啊啊", "repeated"],
  ["abababab", "repeated"],
  ["甲乙甲乙甲乙", "repeated"],
  ["新增", "short"],
  ["核实无误，笔误", "short"],
  ["笔误", "short"],
] as const)("%j explains nothing: %s", (text, fault) => {
  expect(judgeSubstance(text)).toBe(fault);
});

test.each([
  "本年废止规范性文件3件，均为往年制发，不影响现行有效件数。",
  "上年少报2件，本年据实更正",
  "罚没案件由县局统一办理",
  "经核实，采购金额含上年跨年项目 8403 万元。",
  "合并乡镇，口径变化",
  "Two cases were transferred from the former bureau.",
])("%j may explain something", (text) => {
  expect(judgeSubstance(text)).toBeNull();
});

test("whatever is put together of hollow words, with any punctuation, stays hollow", () => {
  const word = fc.constantFrom(...HOLLOW_WORDS.filter((one) => /\p{L}/u.test(one)));
  const gap = fc.constantFrom(" ", "，", "。", "、", "\u3000", "\n", "!!");
  const text = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 12 }).map((pairs) => pairs.flat().join(""));
  fc.assert(fc.property(text, (written) => judgeSubstance(written) === "hollow"));
});

test("a text that explains something still does with politeness around it", () => {
  expect(judgeSubstance("经核实，情况属实。因机构改革划入两个科室。特此说明。")).toBeNull();
});

test("a long text is judged at once", () => {
  expect(judgeSubstance("核实".repeat(50_000))).toBe("hollow");
});
