import { editDistance } from "../../recognise/distance";
import { readName } from "../../recognise/year";
import { fileStem } from "../document-names";
import { readUnitName, type UnitName } from "./unit-name";

/** A report as far as matching needs it. */
export interface NamedReport {
  /** Its path, or its name. */
  file: string;
  unit: string | null;
  year: number | null;
}

/**
 * How a report of last year was found. `name`: the units' names are the same; `prefix`: one has the name of a higher unit in
 * front; `file`: only the files' names tell the units; `chosen`: a person said so.
 */
export type MatchWay = "name" | "prefix" | "file" | "chosen";

/** `several`: more than one fits as well; `similar`: the names are only alike; `year`: it is not of the year before. */
export type MatchDoubt = "several" | "similar" | "year";

export type UnitMatch<Report extends NamedReport> =
  | { kind: "found"; way: MatchWay; report: Report }
  | { kind: "doubtful"; doubt: MatchDoubt; candidates: readonly Report[] }
  | { kind: "none" };

/** A person said that the unit had no report of the year before: there is nothing to compare. */
export interface Absent {
  kind: "absent";
}

/** Candidates that a person can look through. */
const MOST_CANDIDATES = 5;
/** One character in so many may differ between names that are alike. */
const CHARACTERS_PER_ERROR = 4;

interface Entry<Report> {
  report: Report;
  name: UnitName;
  isByFile: boolean;
}

function nameOf({ unit, file }: NamedReport): { name: UnitName; isByFile: boolean } {
  if (unit !== null) return { name: readUnitName(unit), isByFile: false };
  return { name: readUnitName(readName(file.replace(/^.*[/\\]/, "")).unit ?? fileStem(file)), isByFile: true };
}

/** The name of the unit that a report is of, by its title or by its file. */
export const unitNameOf = (report: NamedReport): UnitName => nameOf(report).name;

/** Whether one is the other in another rank: 平安县新城街道 and 平安县新城镇, or 新城镇. */
const isOfOtherRank = ({ stems: [first] }: UnitName, { stems }: UnitName): boolean =>
  first !== undefined && stems.includes(first);

/**
 * Names that differ only in their rank, or their highest unit, which may have been renamed; or in a character or two; or a
 * government and its office.
 */
function isAlike(a: UnitName, b: UnitName): boolean {
  if (a.seat === b.whole || b.seat === a.whole) return true;
  if (isOfOtherRank(a, b) || isOfOtherRank(b, a)) return true;
  if (a.tails.slice(0, -1).some((tail) => b.tails.slice(0, -1).includes(tail))) return true;
  const most = Math.floor(Math.max(a.whole.length, b.whole.length) / CHARACTERS_PER_ERROR);
  return most > 0 && editDistance(a.whole, b.whole, most) <= most;
}

/** Last year's reports, by unit. */
export class PreviousReports<Report extends NamedReport> {
  readonly #entries: readonly Entry<Report>[];
  readonly #byWhole = new Map<string, Entry<Report>[]>();
  readonly #byTail = new Map<string, Entry<Report>[]>();

  constructor(reports: Iterable<Report>) {
    this.#entries = [...reports].map((report) => ({ report, ...nameOf(report) }));
    for (const entry of this.#entries) {
      put(this.#byWhole, entry.name.whole, entry);
      for (const tail of entry.name.tails) put(this.#byTail, tail, entry);
    }
  }

  get size(): number {
    return this.#entries.length;
  }

  /** The reports unit by unit, as far as their names tell units apart. */
  get byUnit(): readonly (readonly Report[])[] {
    return [...this.#byWhole.values()].map((same) => same.map(({ report }) => report));
  }

  /** All reports of a unit, of whatever year; those of another only when one of their names has a higher unit in front. */
  ofUnit(unit: NamedReport): Report[] {
    const { name } = nameOf(unit);
    const same = this.#byWhole.get(name.whole) ?? this.#withPrefix(name);
    return same.map(({ report }) => report);
  }

  /** The report of the same unit of the year before, when that is certain. Nothing is guessed: what is only likely is told as doubtful. */
  match(current: NamedReport): UnitMatch<Report> {
    const { name, isByFile } = nameOf(current);
    const same = this.#byWhole.get(name.whole) ?? [];
    if (same.length > 0) {
      const isFileOnly = isByFile || same.some((entry) => entry.isByFile);
      return choose(same, current.year, isFileOnly ? "file" : "name");
    }
    const prefixed = this.#withPrefix(name);
    if (prefixed.length > 0) return choose(prefixed, current.year, "prefix");
    const alike = this.#entries.filter((entry) => isAlike(entry.name, name));
    return alike.length === 0 ? { kind: "none" } : doubtful("similar", alike);
  }

  #withPrefix({ whole, tails }: UnitName): Entry<Report>[] {
    return [...(this.#byTail.get(whole) ?? []), ...tails.flatMap((tail) => this.#byWhole.get(tail) ?? [])];
  }
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function doubtful<Report extends NamedReport>(doubt: MatchDoubt, entries: readonly Entry<Report>[]): UnitMatch<Report> {
  return { kind: "doubtful", doubt, candidates: entries.slice(0, MOST_CANDIDATES).map(({ report }) => report) };
}

/** Chooses among reports of one unit: that of the year before. */
function choose<Report extends NamedReport>(
  entries: readonly Entry<Report>[],
  year: number | null,
  way: MatchWay,
): UnitMatch<Report> {
  const isBefore = (entry: Entry<Report>) =>
    year === null || entry.report.year === null || entry.report.year === year - 1;
  const before = entries.filter(isBefore);
  const [only, other] = before;
  if (!only) return doubtful("year", entries);
  return other ? doubtful("several", before) : { kind: "found", way, report: only.report };
}
