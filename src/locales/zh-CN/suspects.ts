import { describeWith } from "../suspects";
import { describePlace } from "./findings";

export const describeSuspect = describeWith({
  evidence: {
    digitsSwapped: () => "两位数字颠倒",
    digitWrong: () => "有一位数字写错",
    digitDropped: () => "少写一位数字",
    digitDoubled: () => "一位数字写了两遍",
    digitAdded: () => "多写一位数字",
    sign: () => "正负号写反",
    otherUnit: () => "相差一万倍，像是单位写错",
    rounded: () => "填的是取整后的数",
    leftAtZero: () => "此格为 0，可能漏填",
    leftOut: (others) => `合计时漏加 ${others}`,
    countedTwice: (others) => `合计时重复加了 ${others}`,
    neighbour: (others) => `与相邻的 ${others} 相同，可能填错行列`,
    lastYear: () => "与上年的数相同，可能没有更新",
    followsLastYear: () => "按上年报告应为此数",
    followed: (others) => `是按 ${others} 的错数合计的`,
    exchanged: (others) => `与 ${others} 的数填反`,
    shifted: (others) => `与 ${others} 一起错了一格`,
    asText: () => "填的是文本，应改填数字",
    converted: () => "已换算成此格的单位",
    formula: () => "此格是公式，请检查公式范围",
    unusable: () => "填的不是有效数字",
  },
  blank: "空白",
  text: (written) => `文本“${written}”`,
  number: (suggested) => `数字 ${suggested}`,
  open: "请查原始数据",
  range: (least, most) => {
    if (least === null) return most === null ? "其他数" : `不大于 ${most} 的数`;
    return most === null ? `不小于 ${least} 的数` : `${least} 至 ${most} 之间的数`;
  },
  and: "、",
  or: " 或 ",
  placeOf: describePlace,
  because: (change, reasons) => `${change}（${reasons.join("；")}）`,
});
