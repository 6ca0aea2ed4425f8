import type { ReportContent, ReportRow } from "../excel/report/content";
import type { TablesView } from "../excel/monitor/tables";
import { RULE_SET_VERSION } from "../rules/catalogue";
import type { Finding } from "../rules/finding";
import { placesOf, type ReportCheck } from "../rules/report/check-reports";
import type { ReportFinding } from "../rules/report/report-finding";
import { areaAddress } from "../tables/address";
import { findingArea } from "./finding-area";
import type { PlacedTable } from "./state";
import { subjectOf } from "./subject";
import type { ReportTexts } from "./texts";

type Row = Omit<ReportRow, "number">;

/** Where a finding about a report stands: the whole of the first table that it is about, or nowhere. */
function reportRow(finding: ReportFinding, report: ReportCheck, tables: TablesView["tables"], texts: ReportTexts): Row {
  const placements = tables.map(({ filled }) => filled.placement);
  const sections = placements.map(({ table }) => table.section);
  const [place] = placesOf(finding, report, sections);
  const placement = place && placements[place.table]!;
  return {
    severity: texts.severities[finding.severity],
    rule: finding.rule,
    place: placement ? `${placement.sheet}!${areaAddress(placement.area)}` : texts.wholeReport(report),
    message: texts.describeReportFinding(finding),
    target: placement ? { sheet: placement.sheet, area: placement.area } : null,
  };
}

function findingRow(finding: Finding, placed: PlacedTable, texts: ReportTexts): Row {
  const { placement } = placed.filled;
  const area = findingArea(finding, placement);
  return {
    severity: texts.severities[finding.severity],
    rule: finding.rule,
    place: `${placement.sheet}!${areaAddress(area)}`,
    message: texts.describeFinding(finding, placed),
    target: { sheet: placement.sheet, area },
  };
}

/** What the report sheet says about a workbook: one row for each finding, about reports first, then in the order of tables. */
export function makeReport(
  { tables, reports, summary, cutSheets }: TablesView,
  texts: ReportTexts,
  time: Date,
): ReportContent {
  const { unit, year } = subjectOf(tables);
  const found: Row[] = [
    ...reports.flatMap((report) => report.findings.map((finding) => reportRow(finding, report, tables, texts))),
    ...tables.flatMap((placed) => placed.check.findings.map((finding) => findingRow(finding, placed, texts))),
  ];
  const rows = found.map((row, index): ReportRow => ({ number: index + 1, ...row }));
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
