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

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** Of more cells than these nobody reads the addresses. */
const MOST_ADDRESSES = 8;
/** In a narrow column. */
const MOST_PLACES = 2;

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
    counts: "Findings",
    scope: "Checked",
    lastYear: "Last year",
    noLastYear: "No report of last year was chosen; nothing was compared.",
    years,
    blanks: "Blank cells",
    blankIsZero: "counted as 0",
    verdicts,
    unknown: "(not given)",
    noFindings: "Nothing was found.",
    findings: { heading: "Findings", columns: ["No.", "Severity", "Rule", "Place", "Finding"] },
    suspects: {
      heading: "Probably wrong cells (of lines with one number, one is right)",
      columns: ["Group", "Certainty", "Change", "Place", "Reasons"],
    },
    undecided: { heading: "Rules not decided", columns: ["No.", "Count", "Rule", "Place", "Reason"] },
    explanation: "Explanation",
    objection: "Not accepted",
    certainties: {
      certain: words["suspect.certain"],
      likely: words["suspect.likely"],
      likeliest: words["suspect.likeliest"],
      tied: "one of these",
      confirmed: "confirmed",
    },
    confirmed: "A person said that this cell is right: it is not suspected.",
    severities,
    record: {
      states: record.states,
      problems: record.problems,
      describeObjection: record.describeObjection,
      describeRetracted: record.describeRetracted,
      signature,
    },
    rewritten:
      "This sheet is written anew at each check: do not type here. Explanations are written in the pane, below the warning.",
    formatTime,
    describeTime: (time) => `${formatTime(time)} (this computer's time)`,
    describeCounts: ({ tables, findings, blanks, undecided, unexplained, cutSheets }) => [
      [
        `${findings.error} mandatory`,
        `${findings.warning} to verify${unexplained > 0 ? ` (${unexplained} of them to be explained)` : ""}`,
        `${findings.hint} for information`,
      ].join(", "),
      [
        count(tables, "table", "tables"),
        count(blanks, "cell not filled", "cells not filled"),
        count(undecided, "rule not decided", "rules not decided"),
        ...(cutSheets > 0 ? [count(cutSheets, "sheet not read whole", "sheets not read whole")] : []),
      ].join(", "),
    ],
    describeCells: (addresses) =>
      addresses.length > MOST_PLACES
        ? `${addresses.slice(0, MOST_PLACES).join(", ")} and ${addresses.length - MOST_PLACES} more`
        : addresses.join(", "),
    nameRule: (rule) => `${rules[rule].name}\n${rule}`,
    describeCount: (number) => count(number, "place", "places"),
    describeUndecided: ({ cells }, { placement }) => {
      const addresses = addressesOf(cells, placement);
      const shown = addresses.slice(0, MOST_ADDRESSES).join(", ");
      const missing = cells.length - addresses.length;
      const named =
        addresses.length > MOST_ADDRESSES ? `${shown} and ${addresses.length - MOST_ADDRESSES} more` : shown;
      const reasons = [
        named && `No number in ${named}`,
        missing > 0 ? `${count(missing, "cell is", "cells are")} not in the table` : "",
      ];
      return `${reasons.filter(Boolean).join("; ")}.`;
    },
    describeSuspect: (suspect, placement) => {
      const { change, reasons } = describeSuspect(suspect, placement);
      return {
        change,
        reasons: reasons.length > 0 ? `${reasons.join("; ")}.` : "Every rule holds when only this is changed.",
      };
    },
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
