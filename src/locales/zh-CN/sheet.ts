import { areaAddress } from "../../tables/address";
import { KIND_LIMITS } from "../../tables/kinds";
import { formatTime, OFFICIAL_NAMES, type SheetTexts } from "../sheet";
import { describeFinding } from "./findings";
import { describeReportFinding, describeSubject } from "./report-findings";
import { rules, severities, verdicts } from "./rules";

export const sheet: SheetTexts = {
  validation: {
    count: {
      title: "请填写数量",
      message: "此格只能填 0 或正整数。请用半角数字，不带单位和逗号；确无此项的填 0。",
    },
    change: {
      title: "请填写增减数量",
      message: "此格只能填整数：增加填正数，减少填负数（如 -3），没有变化填 0。请用半角数字，不带单位。",
    },
    amount: {
      title: "请填写金额",
      message: `此格以万元为单位，只能填不小于 0 的数，最多 ${KIND_LIMITS.amount.decimals} 位小数。请用半角数字，不带单位和逗号；没有的填 0。`,
    },
  },
  report: {
    sheet: OFFICIAL_NAMES.reportSheet,
    title: "政府信息公开工作年度报告统计表校验结果",
    unit: "填报单位",
    year: "报告年度",
    time: "校验时间",
    rules: "规则版本",
    verdict: "校验结论",
    counts: "问题数量",
    verdicts,
    unknown: "（未注明）",
    noFindings: "没有发现问题。",
    columns: { number: "序号", severity: "类别", rule: "审核关系", place: "位置", message: "问题说明" },
    severities,
    formatTime,
    describeCounts: ({ tables, findings, blanks, undecided }) =>
      [
        `${tables} 张表`,
        `${severities.error}问题 ${findings.error} 个`,
        `${severities.warning}问题 ${findings.warning} 个`,
        `${severities.hint}问题 ${findings.hint} 个`,
        `未填 ${blanks} 格`,
        `无法判定的关系 ${undecided} 条`,
      ].join("，"),
    describeFinding: (finding, { filled }) => {
      const { sentence } = describeFinding(finding, filled.placement);
      return `${rules[finding.rule].broken}。${sentence}`;
    },
    describeReportFinding: (finding) => `${rules[finding.rule].broken}。${describeReportFinding(finding).sentence}`,
    wholeReport: (subject) => describeSubject(subject) || "整份报告",
    describeCut: ({ sheet, area }) => `工作表“${sheet}”过大，只读取了 ${areaAddress(area)}，这以外的内容没有校验。`,
  },
  stamp: OFFICIAL_NAMES.stamp,
  fileName: OFFICIAL_NAMES.fileName,
};
