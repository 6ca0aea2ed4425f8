import type { Locale } from "../locales";
import { RULE_SET_VERSION } from "../rules/catalogue";
import type { Finding } from "../rules/finding";
import type { FileTable } from "../batch/check-file";
import type { Suspect } from "../repair/suspects";
import type { CheckedTable } from "../rules/workbook";
import { areaAddress, fullAddress, sheetReference } from "../tables/address";
import type { Placement } from "../tables/filled";
import type { CellKey } from "../tables/table";
import type { ReadOutcome } from "./outcome";

/** What `--json` prints; others rely on it, so fields are added and never changed. */
export function makeJson(outcomes: readonly ReadOutcome[], version: string, locale: Locale) {
  const count = (verdict: string) => outcomes.filter((outcome) => outcome.check.verdict === verdict).length;
  return {
    version,
    rules: RULE_SET_VERSION,
    files: outcomes.map((outcome) => fileJson(outcome, locale)),
    summary: { files: outcomes.length, pass: count("pass"), fail: count("fail"), incomplete: count("incomplete") },
  };
}

function fileJson({ check, error }: ReadOutcome, locale: Locale) {
  return {
    file: check.file,
    unit: check.unit,
    year: check.year,
    verdict: check.verdict,
    ...(error && { error }),
    tables: check.tables.map(({ filled: { placement }, check: { verdict } }) => ({
      table: placement.table.section,
      format: placement.table.format,
      sheet: placement.sheet,
      range: `${sheetReference(placement.sheet)}!${areaAddress(placement.area)}`,
      verdict,
    })),
    findings: check.tables.flatMap((table) =>
      table.check.findings.map((finding) => findingJson(finding, table, locale)),
    ),
    suspects: suspectsJson(check.tables, locale),
  };
}

function addressIn({ sheet, cells }: Placement, key: CellKey): string[] {
  const position = cells[key];
  return position ? [fullAddress(sheet, position)] : [];
}

/** Groups are numbered through all tables of the file: different numbers are independent of each other. */
function suspectsJson(tables: readonly FileTable[], locale: Locale) {
  let first = 0;
  return tables.flatMap(({ filled: { placement }, repair }) => {
    const suspects = repair?.suspects ?? [];
    const from = first;
    first += suspects.reduce((count, { group }) => Math.max(count, group + 1), 0);
    return suspects.map((suspect) => suspectJson(suspect, from, placement, locale));
  });
}

function suspectJson(suspect: Suspect, from: number, placement: Placement, locale: Locale) {
  return {
    table: placement.table.section,
    group: from + suspect.group,
    /** 1 for the likeliest of its group; equal ranks are ties. */
    rank: suspect.rank,
    cells: suspect.cells.map(({ key, current, suggested, least, most }) => ({
      cell: addressIn(placement, key)[0] ?? null,
      key,
      current,
      suggested,
      ...(suggested === null && { least, most }),
    })),
    evidence: suspect.evidence.map(({ code }) => code),
    certain: suspect.certain,
    message: locale.describeSuspect(suspect, placement).sentence,
  };
}

/** Both sides of a sum, or what stands in a cell; null where a finding has no such thing. */
function sides(finding: Finding): { expected: string | null; actual: string | null } {
  switch (finding.kind) {
    case "sum":
      return { expected: finding.rightSum, actual: finding.leftSum };
    case "kind":
      return { expected: finding.meant?.number ?? null, actual: finding.written };
    case "label":
      return { expected: finding.doubt.expected.at(-1) ?? null, actual: finding.doubt.found ?? null };
    case "blank":
      return { expected: null, actual: null };
  }
}

function findingJson(finding: Finding, { filled: { placement } }: CheckedTable, locale: Locale) {
  const keys = finding.flags.length > 0 ? finding.flags : finding.cells;
  const cells = keys.flatMap((key) => addressIn(placement, key));
  return {
    rule: finding.rule,
    severity: finding.severity,
    table: placement.table.section,
    cells,
    keys,
    ...sides(finding),
    message: locale.describeFinding(finding, placement).sentence,
  };
}
