import type { FilledTable } from "../../tables/filled";
import { FIRST_YEAR, formatOf, SECTIONS } from "../../tables/formats";
import type { StatedYear } from "../../tables/report";
import type { FormatId } from "../../tables/table";
import { RULES } from "../catalogue";
import { isBlank, isPlaceholder } from "../cells";
import type { CheckOptions } from "../check";
import type { RuleSeverity } from "../rule";
import type { StatedYearFinding } from "../soft/soft-finding";
import type { ReportGroup } from "./group-reports";
import type { MissingFault, MissingFinding, ReportPart, VersionFinding } from "./report-finding";

/**
 * How far a report has come. `filling`: somebody works on the workbook; `submitted`: a workbook that was handed in; `excerpt`: a
 * part of a published report; `published`: all of one, with its text.
 */
export type ReportStage = "filling" | "submitted" | "excerpt" | "published";

/**
 * A table that is not there is never an error in a workbook: it may be another section's, or in another file, and a person can say
 * so. In a report that was published whole it is one, as in an excerpt nothing can be said of what was left out. A table that
 * nobody began to fill is told as cells to fill as long as it is worked on; handed in, it is as good as missing.
 */
const MISSING: Readonly<Record<ReportStage, Readonly<Record<MissingFault, RuleSeverity | null>>>> = {
  filling: { absent: "warning", empty: null },
  submitted: { absent: "warning", empty: "warning" },
  excerpt: { absent: "warning", empty: "error" },
  published: { absent: "error", empty: "error" },
};

/** More reports than these in one workbook collect what they have on purpose: a table that none of them has is not missed. */
const MOST_SINGLE = 2;

/** What to hold against a report besides its tables. */
export interface ReportContext {
  stage: ReportStage;
  options: CheckOptions;
  /** Where only the name of the file tells the year, a wrong format is less than certain. */
  isYearFromName: boolean;
}

const formatFor = (year: number | null | undefined): FormatId | null =>
  year != null && year >= FIRST_YEAR ? formatOf(year) : null;

/** Formats of a table's labels; section 四 reads the same in both, and a table may be mixed in itself. */
function partsOf({ placement: { table }, doubts }: FilledTable, index: number): ReportPart[] {
  if (table.section === "section4") return [];
  const part = { table: index, section: table.section, format: table.format };
  const isMixed = doubts.some(({ fault }) => fault === "foreign");
  return isMixed ? [part, { ...part, format: table.format === "2019" ? "2021" : "2019" }] : [part];
}

/** Whether a section is there whole in both formats: then two reports stand there, and nothing tells them apart. */
function isPair(parts: readonly ReportPart[], all: readonly FilledTable[]): boolean {
  const isWhole = ({ table }: ReportPart) => all[table]!.doubts.every(({ cells }) => cells.length === 0);
  const whole = parts.filter(isWhole);
  return whole.some(({ section, format, table }) =>
    whole.some((other) => other.section === section && other.format !== format && other.table !== table),
  );
}

/** Whether the tables have the format of their year, and all the same. */
export function checkVersion(
  { year, tables }: ReportGroup,
  all: readonly FilledTable[],
  { isYearFromName }: ReportContext,
): VersionFinding[] {
  const { severity: usual } = RULES["F.VERSION"];
  const parts = tables.flatMap((index) => partsOf(all[index]!, index));
  const yearOf = ({ table }: ReportPart) => all[table]!.placement.year ?? year;
  const base = { kind: "version", rule: "F.VERSION" } as const;
  const early = parts.filter((part) => (yearOf(part) ?? FIRST_YEAR) < FIRST_YEAR);
  if (early.length > 0) return [{ ...base, severity: usual, fault: "early", year: yearOf(early[0]!)!, parts: early }];
  const wrong = parts.filter((part) => (formatFor(yearOf(part)) ?? part.format) !== part.format);
  const years = new Set(parts.map(yearOf));
  const isOneYear = years.size === 1;
  // Of two years, each table has its own format.
  const isMixed = isOneYear && new Set(parts.map(({ format }) => format)).size > 1 && !isPair(parts, all);
  if (wrong.length === 0 && !isMixed) return [];
  const told = wrong[0] ? yearOf(wrong[0]) : null;
  const expected = formatFor(told);
  return [
    {
      ...base,
      severity: isYearFromName && !isMixed ? "warning" : usual,
      fault: isMixed ? "mixed" : "year",
      ...(told === null ? {} : { year: told }),
      ...(expected === null ? {} : { expected }),
      parts: isMixed ? parts : wrong,
    },
  ];
}

const isEmpty = ({ contents }: FilledTable, { blankIsZero }: CheckOptions): boolean => {
  const all = Object.values(contents);
  return (
    all.length > 0 && all.every((content) => content && (isPlaceholder(content) || (!blankIsZero && isBlank(content))))
  );
};

/** Tables that the report does not have, or has without any data. */
export function checkMissing(
  { tables }: ReportGroup,
  groups: readonly ReportGroup[],
  all: readonly FilledTable[],
  { stage, options }: ReportContext,
): MissingFinding[] {
  const sectionOf = (index: number) => all[index]!.placement.table.section;
  const isPublished = stage === "published" || stage === "excerpt";
  const base = { kind: "missing", rule: "F.MISSING", isPublished } as const;
  const { absent, empty } = MISSING[stage];
  const isCollection = groups.length > MOST_SINGLE;
  return SECTIONS.flatMap((section): MissingFinding[] => {
    const own = tables.filter((index) => sectionOf(index) === section);
    if (own.length === 0) {
      const isMissed =
        !isCollection || groups.some((group) => group.tables.some((index) => sectionOf(index) === section));
      return absent && isMissed ? [{ ...base, severity: absent, fault: "absent", section }] : [];
    }
    if (!empty) return [];
    return own
      .filter((index) => isEmpty(all[index]!, options))
      .map((table) => ({ ...base, severity: empty, fault: "empty", section, table }));
  });
}

/** Whether the titles of a report's tables tell one year. */
export function checkTitleYears({ tables }: ReportGroup, all: readonly FilledTable[]): StatedYearFinding[] {
  const years = tables.flatMap((table): StatedYear[] => {
    const {
      year,
      table: { section },
    } = all[table]!.placement;
    return year === undefined ? [] : [{ source: "table", section, year }];
  });
  const { id: rule, severity } = RULES["D.YEAR"];
  return new Set(years.map(({ year }) => year)).size <= 1 ? [] : [{ kind: "statedYear", rule, severity, years }];
}
