import type { TableResult } from "../batch/file-result";
import type { Locale } from "../locales";
import { placesOf, type ReportCheck } from "../rules/report/check-reports";
import type { ReportFinding } from "../rules/report/report-finding";
import type { SectionId } from "../tables/table";
import type { Locate } from "./addresses";

/** A finding about a report as a whole: of one table where it is about one, of none otherwise. */
export function reportFindingJson(
  finding: ReportFinding,
  report: ReportCheck,
  tables: readonly TableResult[],
  locale: Locale,
  locate: Locate,
) {
  const places = placesOf(
    finding,
    report,
    tables.map(({ section }) => section),
  );
  const { expected = null, actual = null } = reportSides(finding);
  return {
    rule: finding.rule,
    severity: finding.severity,
    table: sectionOf(finding),
    cells: places.flatMap(({ table, cells }) => cells.flatMap((key) => locate(tables[table]!, key))),
    keys: places.flatMap((place) => place.cells),
    expected,
    actual,
    message: locale.describeReportFinding(finding).sentence,
    report: { unit: report.unit, year: report.year },
  };
}

/** The one table that a finding is about. */
function sectionOf(finding: ReportFinding): SectionId | null {
  switch (finding.kind) {
    case "missing":
    case "claim":
      return finding.section;
    case "version": {
      const [section, ...others] = new Set(finding.parts.map((part) => part.section));
      return section && others.length === 0 ? section : null;
    }
    case "chapter":
    case "year":
    case "statedYear":
      return null;
  }
}

function reportSides(finding: ReportFinding): { expected?: string | null; actual?: string } {
  switch (finding.kind) {
    case "claim":
      return {
        expected: [...new Set(finding.expected.map(({ sum }) => sum))].join(" / "),
        actual: finding.claim.number,
      };
    case "version":
      return {
        expected: finding.expected ?? null,
        actual: [...new Set(finding.parts.map(({ format }) => format))].join(" / "),
      };
    case "year":
      return { expected: String(finding.reportYear), actual: String(finding.year) };
    case "chapter":
    case "missing":
    case "statedYear":
      return {};
  }
}
