import { areaAddress } from "../../tables/address";
import { KIND_LIMITS } from "../../tables/kinds";
import { addressesOf } from "../lines";
import { formatTime, OFFICIAL_NAMES, signature, type SheetTexts } from "../sheet";
import { describeFinding } from "./findings";
import { describeReportFinding, describeSubject } from "./report-findings";
import { record } from "./record";
import { rules, severities, verdicts } from "./rules";
import { describeSuspect } from "./suspects";
import { words } from "./words";
import { years } from "./years";

/** Of more cells than these nobody reads the addresses. */
const MOST_ADDRESSES = 8;
/** In a narrow column. */
const MOST_PLACES = 2;

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
    scope: "校验范围",
    lastYear: "上年比对",
    noLastYear: "没有选择上年报告，未比对。",
    years,
    blanks: "空白格",
    blankIsZero: "按 0 计",
    verdicts,
    unknown: "（未注明）",
    noFindings: "没有发现问题。",
    findings: { heading: "一、问题", columns: ["序号", "类别", "审核关系", "位置", "问题说明"] },
    suspects: {
      heading: "二、疑似错格（同一组号的几行，只有一行是对的）",
      columns: ["组号", "把握", "改法", "位置", "依据"],
    },
    undecided: { heading: "三、无法判定的关系", columns: ["序号", "数量", "审核关系", "位置", "原因"] },
    explanation: "核实说明",
    objection: "不予认可",
    certainties: {
      certain: words["suspect.certain"],
      likely: words["suspect.likely"],
      likeliest: words["suspect.likeliest"],
      tied: "其中之一",
      confirmed: "确认无误",
    },
    confirmed: "填报人确认此格无误，不作疑似错格。",
    severities,
    record: {
      states: record.states,
      problems: record.problems,
      describeObjection: record.describeObjection,
      describeRetracted: record.describeRetracted,
      signature,
    },
    rewritten: "本页由插件写出，每次校验时重写，请勿在本页填写。核实说明请在面板中对应的问题下填写。",
    formatTime,
    describeTime: (time) => `${formatTime(time)}（本机时间）`,
    describeCounts: ({ tables, findings, blanks, undecided, unexplained, cutSheets }) => [
      [
        `${severities.error} ${findings.error} 个`,
        `${severities.warning} ${findings.warning} 个${unexplained > 0 ? `（其中待说明 ${unexplained} 个）` : ""}`,
        `${severities.hint} ${findings.hint} 个`,
      ].join("，"),
      [
        `${tables} 张表，未填 ${blanks} 格，无法判定的关系 ${undecided} 条`,
        ...(cutSheets > 0 ? [`未读完的工作表 ${cutSheets} 张`] : []),
      ].join("，"),
    ],
    describeCells: (addresses) =>
      addresses.length > MOST_PLACES
        ? `${addresses.slice(0, MOST_PLACES).join("、")} 等 ${addresses.length} 格`
        : addresses.join("、"),
    nameRule: (rule) => `${rules[rule].name}\n${rule}`,
    describeCount: (count) => `${count} 处`,
    describeUndecided: ({ cells }, { placement }) => {
      const addresses = addressesOf(cells, placement);
      const shown = addresses.slice(0, MOST_ADDRESSES).join("、");
      const missing = cells.length - addresses.length;
      const named = addresses.length > MOST_ADDRESSES ? `${shown} 等 ${addresses.length} 格` : shown;
      return (
        [named && `${named} 没有数字`, missing > 0 ? `表中缺少 ${missing} 格` : ""].filter(Boolean).join("，") + "。"
      );
    },
    describeSuspect: (suspect, placement) => {
      const { change, reasons } = describeSuspect(suspect, placement);
      return { change, reasons: reasons.length > 0 ? `${reasons.join("；")}。` : "只改这里就能使各项关系成立。" };
    },
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
