import { areaAddress } from "../../tables/address";
import { KIND_LIMITS } from "../../tables/kinds";
import { formatTime, OFFICIAL_NAMES, type SheetTexts } from "../sheet";
import { describeFinding } from "./findings";
import { describeReportFinding, describeSubject } from "./report-findings";
import { rules, severities, verdicts } from "./rules";

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

export const sheet: SheetTexts = {
  validation: {
    count: {
      title: "A count is needed",
      message:
        "Type 0 or a positive whole number, in plain digits, without unit or separators. Nothing to report is 0.",
    },
    change: {
      title: "A change is needed",
      message: "Type a whole number: positive for more, negative for less (such as -3), 0 for no change. No unit.",
    },
    amount: {
      title: "An amount is needed",
      message: `Type an amount in 万元: a number from 0 with at most ${KIND_LIMITS.amount.decimals} decimals, without unit or separators. Nothing to report is 0.`,
    },
  },
  report: {
    sheet: OFFICIAL_NAMES.reportSheet,
    title: "Check of the tables of the annual report on government information disclosure",
    unit: "Unit",
    year: "Report year",
    time: "Checked at",
    rules: "Rule set",
    verdict: "Verdict",
    counts: "Counts",
    verdicts,
    unknown: "(not given)",
    noFindings: "Nothing was found.",
    columns: { number: "No.", severity: "Severity", rule: "Rule", place: "Place", message: "Finding" },
    severities,
    formatTime,
    describeCounts: ({ tables, findings, blanks, undecided }) =>
      [
        count(tables, "table", "tables"),
        `${findings.error} mandatory`,
        `${findings.warning} to verify`,
        `${findings.hint} for information`,
        count(blanks, "cell not filled", "cells not filled"),
        count(undecided, "rule not decided", "rules not decided"),
      ].join(", "),
    describeFinding: (finding, { filled }) => {
      const { sentence } = describeFinding(finding, filled.placement);
      return `${rules[finding.rule].broken}. ${sentence}`;
    },
    describeReportFinding: (finding) => `${rules[finding.rule].broken}. ${describeReportFinding(finding).sentence}`,
    wholeReport: (subject) => describeSubject(subject) || "whole report",
    describeCut: ({ sheet, area }) =>
      `Sheet “${sheet}” is too large: only ${areaAddress(area)} was read, the rest was not checked.`,
  },
  stamp: OFFICIAL_NAMES.stamp,
  fileName: OFFICIAL_NAMES.fileName,
};
