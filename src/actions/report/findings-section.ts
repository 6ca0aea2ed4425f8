import type { ReportRow, ReportSection } from "../../excel/report/content";
import type { ExplanationBook, Standing } from "../../record/explanation-book";
import { reportSubjectOf, subjectOf, type Subject } from "../../record/subject";
import { isToExplain } from "../../rules/explained";
import type { AnyFinding, AnyRuleId } from "../../rules/cross/any-finding";
import { tableOfFinding } from "../../rules/cross/table-of-finding";
import { isReportToExplain, placesOf, type ReportCheck } from "../../rules/report/check-reports";
import type { ReportFinding } from "../../rules/report/report-finding";
import type { Severity } from "../../rules/rule";
import { areaAddress, cellAddress } from "../../tables/address";
import type { Placement } from "../../tables/filled";
import type { CellKey } from "../../tables/table";
import { findingArea } from "../finding-area";
import type { PlacedTable } from "../state";
import type { ReportTexts } from "../texts";
import type { WorkbookView } from "../years";

/** A finding as it is listed, and how it stands when it is a warning. */
interface Listed {
  severity: Severity;
  rule: AnyRuleId;
  place: string;
  message: string;
  target: ReportRow["target"];
  standing: Standing | null;
  /** What an explanation of it is about; null for what passes by no explanation. */
  subject: Subject | null;
}

/** Where a finding about a report stands: the whole of the first table that it is about, or nowhere. */
function listReportFinding(
  finding: ReportFinding,
  report: ReportCheck,
  tables: WorkbookView["tables"],
  book: ExplanationBook,
  texts: ReportTexts,
): Listed {
  const placements = tables.map(({ filled }) => filled.placement);
  const sections = placements.map(({ table }) => table.section);
  const [place] = placesOf(finding, report, sections);
  const placement = place && placements[place.table]!;
  const subject = isReportToExplain(finding) ? reportSubjectOf(finding, report) : null;
  return {
    severity: finding.severity,
    rule: finding.rule,
    place: placement ? `${placement.sheet}!${areaAddress(placement.area)}` : texts.wholeReport(report),
    message: texts.describeReportFinding(finding),
    target: placement ? { sheet: placement.sheet, area: placement.area } : null,
    standing: subject && book.standing(subject),
    subject,
  };
}

const addressesOf = (keys: readonly CellKey[], { cells }: Placement): string[] =>
  keys.flatMap((key) => (cells[key] ? [cellAddress(cells[key])] : []));

function listFinding(finding: AnyFinding, placed: PlacedTable, book: ExplanationBook, texts: ReportTexts): Listed {
  const { filled } = placed;
  const { placement } = filled;
  const area = findingArea(finding, placement);
  // what is to be filled is said cell by cell: an area around it would hold others
  const subject = isToExplain(finding) ? subjectOf(finding, filled) : null;
  const blanks = finding.kind === "blank" ? addressesOf(finding.cells, placement) : [];
  return {
    severity: finding.severity,
    rule: finding.rule,
    place: `${placement.sheet}!${blanks.length > 0 ? texts.describeCells(blanks) : areaAddress(area)}`,
    message: texts.describeFinding(finding, placed),
    target: { sheet: placement.sheet, area },
    standing: subject && book.standing(subject),
    subject,
  };
}

/** A finding, and below it what was written about it. */
function rowsOf(
  { severity, rule, place, message, target, standing }: Listed,
  index: number,
  texts: ReportTexts,
): ReportRow[] {
  const kind = texts.severities[severity];
  const state = standing && texts.record.states[standing.state];
  const row: ReportRow = {
    cells: [index + 1, state ? `${kind}\n${state}` : kind, texts.nameRule(rule), place, message],
    target,
  };
  if (!standing?.last) return [row];
  const { last } = standing;
  const remarks: readonly (readonly [string, typeof last.objection])[] = [
    [texts.explanation, last],
    [texts.objection, last.objection],
  ];
  return [
    row,
    ...remarks.flatMap(([name, remark]): ReportRow[] =>
      remark ? [{ cells: ["", "", name, "", `${remark.text}\n${texts.record.signature(remark)}`], target: null }] : [],
    ),
  ];
}

/** What blocks comes first. */
const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, unfilled: 2, hint: 3 };

/** Every finding: about reports before those in tables and those between years, in their order. */
export function listFindings(
  { tables, reports, comparison }: Pick<WorkbookView, "tables" | "reports" | "comparison">,
  book: ExplanationBook,
  texts: ReportTexts,
): Listed[] {
  return [
    ...reports.flatMap((report) =>
      report.findings.map((finding) => listReportFinding(finding, report, tables, book, texts)),
    ),
    ...tables.flatMap((placed) => placed.check.findings.map((finding) => listFinding(finding, placed, book, texts))),
    ...(comparison?.check?.findings ?? []).map((finding) => {
      const placed = tableOfFinding(finding, tables, ({ filled }) => filled.placement.table.section);
      return listFinding(finding, placed, book, texts);
    }),
  ];
}

/** The same, what blocks first, each with its explanation. */
export function findingsSection(
  view: Pick<WorkbookView, "tables" | "reports" | "comparison">,
  book: ExplanationBook,
  texts: ReportTexts,
): ReportSection {
  return {
    heading: texts.findings.heading,
    columns: texts.findings.columns,
    rows: listFindings(view, book, texts)
      .sort((a, b) => ORDER[a.severity] - ORDER[b.severity])
      .flatMap((one, index) => rowsOf(one, index, texts)),
  };
}
