import { groupBy } from "../tables/group-by";
import { compareNames } from "./document-names";
import { findSame, findSums, type FigurePrint } from "./figure-print";
import type { FileResult } from "./file-result";
import type { OwnFile } from "./own-file";
import type { Assignment } from "./units/assignments";
import { findSameUnits, type UnitReport } from "./units/same-units";
import { readUnitName } from "./units/unit-name";

/**
 * What only the files of a batch together tell, as coded data. `ownResults`, `ownRollUp`: a workbook of ours is no unit's report,
 * a sum not while units that it contains are there themselves; `severalReports`: a file that holds more than one report of a year;
 * `doubledUnit`: a unit's report of one year in several files; `similarUnits`: names that may be of one unit; `otherYear`: a
 * report of another year than most; `sameFile`: paths to files that are there under other paths, `listed`, too, and count once;
 * `notReported`: units with a report of last year, in `files`, and none of this year, and for each the unit, if any, that may be
 * it under a new name; `blankIsZero`: blank cells were counted as 0; `unusedMatch`: what was said of units that are not there;
 * `unreadPrevious`: what was named as last year's and holds no report; `sumOfOthers`: a report is the sum of so many others;
 * `higherUnit`: a unit that most others belong to, by their names; `sameFigures`: reports of several units with the same figures
 * throughout; `unnamed`: nothing tells whose reports they are, or of which year.
 */
export type BatchRemark =
  | { code: "ownResults"; files: readonly [string] }
  | { code: "ownRollUp"; files: readonly [string]; units: readonly string[] }
  | { code: "severalReports"; files: readonly [string]; units: readonly string[] }
  | { code: "doubledUnit"; files: readonly string[]; unit: string; units: readonly string[] }
  | { code: "similarUnits"; files: readonly string[]; units: readonly string[] }
  | { code: "otherYear"; files: readonly [string]; year: number; usual: number }
  | { code: "sameFile"; files: readonly string[]; listed: readonly string[] }
  | { code: "sumOfOthers"; files: readonly [string]; unit: string; others: number }
  | { code: "sameFigures"; files: readonly string[]; units: readonly string[] }
  | { code: "unnamed"; files: readonly string[] }
  | { code: "higherUnit"; files: readonly [string]; unit: string; below: number }
  | { code: "unreadPrevious"; files: readonly string[] }
  | { code: "blankIsZero"; files: readonly [] }
  | {
      code: "notReported";
      files: readonly string[];
      units: readonly string[];
      alike: readonly (string | null)[];
    }
  | { code: "unusedMatch"; files: readonly string[]; said: readonly Assignment[] };

/** A remark on each of several units, where each is to stand by itself. */
export function onePerUnit(remark: BatchRemark): BatchRemark[] {
  if (remark.code !== "notReported") return [remark];
  const { code, files, units, alike } = remark;
  return units.map((unit, index) => ({ code, files: [files[index]!], units: [unit], alike: [alike[index]!] }));
}

interface ReportName {
  unit: string;
  year: number | null;
}

/** What is kept of each file to compare it with the others: there may be very many. */
export interface BatchEntry {
  file: string;
  own: OwnFile | null;
  reports: readonly ReportName[];
  blankIsZero: boolean;
  /** Whether nothing tells the unit, or the year. */
  isUnnamed: boolean;
  print: FigurePrint | null;
}

export function entryOf({ file, own, unit, year, reports, tables, blanks, print }: FileResult): BatchEntry {
  const names = reports
    .filter((report) => report.tables.length > 0)
    .map((report) => ({ unit: report.unit ?? unit ?? file, year: report.year ?? year }));
  const isUnnamed = tables.length > 0 && (unit === null || year === null);
  return { file, own, reports: tables.length > 0 ? names : [], blankIsZero: blanks.areZero, isUnnamed, print };
}

/** Whether a file counts as none of the units': a sum of units that are there themselves would count them twice. */
function remarkOnOwn({ file, own }: BatchEntry, present: ReadonlySet<string>): BatchRemark | null {
  if (own === null) return null;
  if (own.kind === "results") return { code: "ownResults", files: [file] };
  const units = own.units.filter((unit) => present.has(unit));
  return units.length > 0 ? { code: "ownRollUp", files: [file], units } : null;
}

const unitsIn = (entries: readonly BatchEntry[]): Set<string> =>
  new Set(entries.flatMap(({ own, reports }) => (own ? [] : reports.map(({ unit }) => unit))));

function severalReports({ file, reports }: BatchEntry): BatchRemark[] {
  return [...groupBy(reports, ({ year }) => year).values()]
    .filter(({ length }) => length > 1)
    .map((same) => ({ code: "severalReports", files: [file], units: [...new Set(same.map(({ unit }) => unit))] }));
}

/** Results come in the order in which workers happen to end. */
const filesOf = (reports: readonly UnitReport[]): string[] =>
  [...new Set(reports.map(({ file }) => file))].sort(compareNames);
const unitsOf = (reports: readonly UnitReport[]): string[] => [...new Set(reports.map(({ unit }) => unit))];

/** Units that are there twice in one year, and units whose names are so much alike that they may be. */
function doubledUnits(entries: readonly BatchEntry[]): BatchRemark[] {
  const named = entries.flatMap(({ file, reports }) =>
    reports.flatMap((report) => (report.unit === file ? [] : [{ file, ...report }])),
  );
  return [...groupBy(named, ({ year }) => year).values()].flatMap((ofYear): BatchRemark[] => {
    const { certain, doubtful } = findSameUnits(ofYear);
    return [
      ...certain.flatMap((same): BatchRemark[] => {
        const files = filesOf(same);
        return files.length > 1 ? [{ code: "doubledUnit", files, unit: same[0]!.unit, units: unitsOf(same) }] : [];
      }),
      ...doubtful.map((alike) => ({ code: "similarUnits" as const, files: filesOf(alike), units: unitsOf(alike) })),
    ];
  });
}

/** The year of more than half of the reports that tell one; a batch of many years has none. */
function usualYear(entries: readonly BatchEntry[]): number | null {
  const years = entries.flatMap(({ reports }) => reports.flatMap(({ year }) => (year === null ? [] : [year])));
  const most = [...groupBy(years, (year) => year).values()].find(({ length }) => length > years.length / 2);
  return most?.[0] ?? null;
}

function otherYears(entries: readonly BatchEntry[]): BatchRemark[] {
  const usual = usualYear(entries);
  if (usual === null) return [];
  return entries.flatMap(({ file, reports }): BatchRemark[] => {
    const years = new Set(reports.map(({ year }) => year));
    const [year] = years;
    return years.size === 1 && year && year !== usual ? [{ code: "otherYear", files: [file], year, usual }] : [];
  });
}

/** The reports whose figures are compared with each other: of a file that holds one. */
const printed = (entries: readonly BatchEntry[]) =>
  entries.flatMap(({ file, reports: [report, ...others], print }) =>
    report && others.length === 0 ? [{ file, ...report, print }] : [],
  );

const sumsOfOthers = (entries: readonly BatchEntry[]): BatchRemark[] =>
  findSums(printed(entries)).map(({ report: { file, unit }, others }) => ({
    code: "sumOfOthers",
    files: [file],
    unit,
    others,
  }));

/** Fewer names with one beginning may have it by chance. */
const FEWEST_BELOW = 3;

/** A unit that most others belong to: what it reports may contain what they do, all or in part. */
function higherUnits(entries: readonly BatchEntry[]): BatchRemark[] {
  const named = printed(entries).map(({ file, unit }) => ({ file, unit, whole: readUnitName(unit).whole }));
  const names = [...new Set(named.map(({ whole }) => whole))].sort();
  // in this order names with one beginning stand together: most of them cannot but include the middle one
  const middle = names[Math.floor(names.length / 2)] ?? "";
  return named.flatMap(({ file, unit, whole }): BatchRemark[] => {
    if (whole === middle || !middle.startsWith(whole)) return [];
    const below = names.filter((name) => name !== whole && name.startsWith(whole)).length;
    const areMost = below >= FEWEST_BELOW && 2 * below > names.length - 1;
    return areMost ? [{ code: "higherUnit", files: [file], unit, below }] : [];
  });
}

/** Whose tables are another unit's: one unit's report in two files is told as such. */
function sameFigures(entries: readonly BatchEntry[]): BatchRemark[] {
  return findSame(printed(entries)).flatMap((same): BatchRemark[] => {
    const units = new Map(same.map(({ unit }) => [readUnitName(unit).whole, unit]));
    if (units.size < 2) return [];
    return [{ code: "sameFigures", files: same.map(({ file }) => file), units: [...units.values()] }];
  });
}

/** What is neither told apart by its unit nor checked by its year. */
function unnamed(entries: readonly BatchEntry[]): BatchRemark[] {
  const files = entries.flatMap(({ file, isUnnamed }) => (isUnnamed ? [file] : []));
  return files.length > 0 ? [{ code: "unnamed", files }] : [];
}

/** What a batch is told of as a whole. */
export interface BatchOverview {
  remarks: readonly BatchRemark[];
  /** Files that are not counted among the units'. */
  leftOut: ReadonlySet<string>;
}

/** Only what of ours there is: that is known at once, however many files there are. */
export function overlookOwn(entries: readonly BatchEntry[]): BatchOverview {
  const present = unitsIn(entries);
  const remarks = entries.flatMap((entry) => remarkOnOwn(entry, present) ?? []);
  return { remarks, leftOut: new Set(remarks.flatMap(({ files }) => [...files])) };
}

/** All that is told; compares all names and figures. */
export function overlook(entries: readonly BatchEntry[]): BatchOverview {
  const { remarks: own, leftOut } = overlookOwn(entries);
  const counted = entries.filter(({ file }) => !leftOut.has(file));
  const sums = sumsOfOthers(counted);
  const isSum = ({ files: [file] }: BatchRemark) => sums.some((sum) => sum.files[0] === file);
  return {
    remarks: [
      ...own,
      ...counted.flatMap(severalReports),
      ...doubledUnits(counted),
      ...otherYears(counted),
      ...sums,
      ...higherUnits(counted).filter((remark) => !isSum(remark)),
      ...sameFigures(counted),
      ...unnamed(counted),
      ...(entries.some(({ blankIsZero }) => blankIsZero) ? [{ code: "blankIsZero", files: [] } as const] : []),
    ],
    leftOut,
  };
}
