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

test.each([
  "经与业务科室核对，数据准确无误",
  "数字已与台账逐项核对一致，没有差错",
  "按照上级要求如实填写，没有问题",
  "经相关科室再次核对，数据无误",
  "已与业务部门核对，数据一致",
  "经分管领导审核，情况属实",
  "已逐一核对，没有出入",
  "经逐条核查，无遗漏、无差错",
  "数据与原始台账相符",
  "以上数据均与原始记录核对一致",
  "按照填报要求填写，数据真实准确",
  "严格按照有关规定统计，数据无误",
  "符合实际情况，无需修改",
  "数据符合要求，请予以通过",
  "工作人员已重新核对，没有填错",
  "填报人已确认，数字正确",
  "经领导签字确认，属实",
  "根据原始资料统计，数据可靠",
  "各项数据均按实际情况填报",
  "所有数据已经核实，完全正确",
  "本单位已严格把关，数据真实有效",
  "与有关部门核对后一致",
  "该数据经各科室确认无误",
  "数据最终核对无误，不用修改",
  "经多方核实，数据吻合",
  "按系统数据填写，没有错误",
  "数据属实，符合规定",
  "已按相关要求核实，情况正常",
  "经复核，与档案一致，无偏差",
  "我局已核实，没有问题，请审核通过",
])("%s only asserts", (text) => {
  expect(judgeSubstance(text)).toBe("hollow");
});

test.each([
  "本年废止规范性文件3件，均为往年制发",
  "上年少报2件，本年据实更正",
  "因机构改革划入两个科室",
  "罚没案件由县局统一办理",
  "采购金额含上年跨年项目8403万元",
  "经与业务科室核对，本年制发的5件均已于12月废止",
  "经核实，上年结转中有1件为邮寄在途，本年1月才登记",
  "档案局移交的2件规范性文件未计入上年",
  "原农业局并入，口径变化",
  "与台账核对后发现上年漏报1件，本年补报",
  "一件申请由上级机关转办，上年未统计",
  "公安分局本年起单独填报",
  "行政许可事项取消3项",
  "按照清理结果废止了12件文件",
  "两件申请申请人撤回后重新提出",
  "上年末有1件补正中，未计结转",
  "本年集中清理，宣布失效7件",
  "处罚决定由综合执法大队作出",
  "费用为不动产登记费",
  "收费项目上年已取消",
  "疫情期间免收",
  "年底一次性退费造成负数",
  "复议案件跨年，结果次年才出",
  "法院本年判决的是上年受理的案件",
  "集中采购含学校新建项目",
  "乡镇合并，原两镇数据相加",
  "因系统升级，上年2件重复登记，本年剔除",
  "按照上级要求，乡镇不再保留处罚权",
  "全部为历史遗留文件，本年首次纳入统计",
  "领导小组撤销，文件随之失效",
])("%s tells something", (text) => {
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
