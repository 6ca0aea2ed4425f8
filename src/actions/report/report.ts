import type { ReportContent } from "../../excel/report/content";
import { RULE_SET_VERSION } from "../../rules/catalogue";
import type { AppState } from "../state";
import { subjectOf } from "../subject";
import type { ReportTexts } from "../texts";
import { findingsSection } from "./findings-section";
import { suspectsSection } from "./suspects-section";
import { undecidedSection } from "./undecided-section";
import type { WorkbookView } from "../years";
import { describeYears } from "./years-words";

/** What is known of a workbook besides its tables. */
export interface Known extends Pick<AppState, "options" | "repairs" | "record"> {
  time: Date;
}

/** What the report sheet says about a workbook. */
export function makeReport(
  view: WorkbookView,
  { options, repairs, record, time }: Known,
  texts: ReportTexts,
): ReportContent {
  const { tables, summary, cutSheets } = view;
  const { unit, year } = subjectOf(tables);
  const [findings, scope] = texts.describeCounts(summary);
  const sections = [
    findingsSection(view, record.explanations, texts),
    suspectsSection(tables, repairs, texts),
    undecidedSection(tables, options, texts),
  ];
  const listed = sections.filter(({ rows }) => rows.length > 0);
  return {
    name: texts.sheet,
    title: texts.title,
    facts: [
      [texts.unit, unit ?? texts.unknown],
      [texts.year, year ?? texts.unknown],
      [texts.time, texts.describeTime(time)],
      [texts.rules, RULE_SET_VERSION],
      [texts.verdict, texts.verdicts[summary.verdict]],
      [texts.counts, findings],
      [texts.scope, scope],
      [texts.lastYear, describeYears(view.comparison, texts)],
      ...(options.blankIsZero ? [[texts.blanks, texts.blankIsZero] as const] : []),
    ],
    sections: listed,
    notes: [
      ...(listed.length === 0 ? [texts.noFindings] : []),
      ...cutSheets.map((cut) => texts.describeCut(cut)),
      ...(record.problem ? [texts.record.problems[record.problem]] : []),
      texts.rewritten,
    ],
  };
}
