import { MOST_NAMES, type BatchTexts } from "../batch";
import { severities, verdicts } from "./rules";

function list(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join("、");
  return names.length > MOST_NAMES ? `${shown} 等 ${names.length} 个` : shown;
}

export const batch: BatchTexts = {
  units: {
    sheet: "单位",
    columns: {
      number: "序号",
      unit: "单位",
      year: "年度",
      verdict: "结论",
      ...severities,
      blanks: "未填格",
      first: "首要问题",
      previous: "与上年比对",
      file: "文件",
    },
  },
  findings: {
    sheet: "问题",
    columns: {
      number: "序号",
      unit: "单位",
      severity: "类别",
      rule: "编号",
      name: "审核关系",
      place: "位置",
      message: "问题说明",
      file: "文件",
    },
  },
  rules: {
    sheet: "规则频次",
    columns: { rule: "编号", name: "审核关系", severity: "类别", findings: "问题数", units: "单位数" },
  },
  noTables: "没有找到年度报告的表格。",
  resultsFile: "批量校验结果",
  rollUp: {
    parts: {
      sheet: "汇总明细",
      columns: { cell: "单元格", place: "指标", total: "合计", unit: "单位", value: "数值", file: "文件" },
    },
    units: {
      sheet: "汇总单位",
      columns: { number: "序号", unit: "单位", verdict: "校验结论", gaps: "未计入的格", file: "文件" },
    },
    notes: ({ units, summary }) => {
      const open = units.filter(({ verdict }) => verdict !== "pass");
      const gaps = units.reduce((sum, unit) => sum + unit.gaps, 0);
      return [
        `汇总 ${units.length} 个单位，按单元格逐一相加。`,
        ...(open.length > 0
          ? [`注意：有 ${open.length} 个单位没有通过校验，仍计入汇总：${list(open.map(({ unit }) => unit))}。`]
          : []),
        ...(gaps > 0 ? [`注意：有 ${gaps} 格未填或不是数字，没有计入。`] : []),
        `汇总表自身的校验结论：${verdicts[summary.verdict]}。`,
      ];
    },
    unit: "汇总",
    refused: {
      nothing: () => "没有可以汇总的报表。",
      notPassed: (names) =>
        `有 ${names.length} 个单位没有通过校验：${list(names)}。请先改正；确需汇总的，要明确同意计入未通过的单位。`,
      mixedFormats: (formats) => `报告格式不一致（${formats.join("、")} 年版），不能相加。`,
      mixedYears: (years) => `报告年度不一致（${years.join("、")}），不能相加。`,
      doubledUnit: (names) => `同一单位有不止一份报告：${list(names)}。请只保留一份。`,
      doubledTable: (names) => `一个文件里有不止一张同样的表：${list(names)}。请一个文件只放一个单位的报告。`,
      inexact: (cells) => `合计超出表格能够精确表示的范围：${list(cells)}。`,
    },
  },
};
