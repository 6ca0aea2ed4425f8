import type { ReportContent, ReportRow } from "../excel/report/content";
import type { TablesView } from "../excel/monitor/tables";
import { RULE_SET_VERSION } from "../rules/catalogue";
import { areaAddress } from "../tables/address";
import { findingArea } from "./finding-area";
import { subjectOf } from "./subject";
import type { ReportTexts } from "./texts";

/** What the report sheet says about a workbook: one row for each finding, in the order of tables. */
export function makeReport({ tables, summary, cutSheets }: TablesView, texts: ReportTexts, time: Date): ReportContent {
  const { unit, year } = subjectOf(tables);
  const found = tables.flatMap((placed) => placed.check.findings.map((finding) => ({ placed, finding })));
  const rows = found.map(({ placed, finding }, index): ReportRow => {
    const { placement } = placed.filled;
    const area = findingArea(finding, placement);
    return {
      number: index + 1,
      severity: texts.severities[finding.severity],
      rule: finding.rule,
      place: `${placement.sheet}!${areaAddress(area)}`,
      message: texts.describeFinding(finding, placed),
      target: { sheet: placement.sheet, area },
    };
  });
  return {
    name: texts.sheet,
    title: texts.title,
    facts: [
      [texts.unit, unit ?? texts.unknown],
      [texts.year, year === null ? texts.unknown : String(year)],
      [texts.time, texts.formatTime(time)],
      [texts.rules, RULE_SET_VERSION],
      [texts.verdict, texts.verdicts[summary.verdict]],
      [texts.counts, texts.describeCounts(summary)],
    ],
    header: texts.columns,
    rows,
    notes: [...(rows.length === 0 ? [texts.noFindings] : []), ...cutSheets.map((cut) => texts.describeCut(cut))],
  };
}
