import type { FileResult } from "../file-result";
import type { BatchRemark } from "../remarks";
import type { UnitCheck } from "./compare-units";
import { unitNameOf, type NamedReport, type PreviousReports } from "./match-units";

/** Whose reports a file holds, besides that of its own unit. */
const othersIn = ({ file, unit, reports }: FileResult): NamedReport[] =>
  reports
    .filter((report) => report.unit !== null && report.unit !== unit)
    .map((report) => ({ file, unit: report.unit, year: report.year }));

/** A government is not its office under a new name. */
function isRenamed(before: NamedReport, now: NamedReport): boolean {
  const [one, other] = [unitNameOf(before), unitNameOf(now)];
  return one.seat !== other.whole && other.seat !== one.whole;
}

const unitOf = ({ unit, file }: NamedReport): string => unit ?? file;

/**
 * Tells who has not reported: last year's folder has a report of the unit, and this year's none. A file that cannot be read was
 * sent all the same.
 */
export class Attendance {
  readonly #previous: PreviousReports<FileResult>;
  readonly #present = new Set<FileResult>();
  /** Units whose names are like those of reports of last year, and which may be these units under new names. */
  readonly #alike = new Map<FileResult, string>();

  constructor(previous: PreviousReports<FileResult>) {
    this.#previous = previous;
  }

  add({ result, comparison }: UnitCheck): void {
    const match = comparison?.match;
    const own = match?.kind === "found" ? match.report : result;
    for (const report of [own, ...othersIn(result)]) {
      for (const before of this.#previous.ofUnit(report)) this.#present.add(before);
    }
    if (match?.kind !== "doubtful" || match.doubt !== "similar") return;
    for (const candidate of match.candidates) {
      if (isRenamed(candidate, result)) this.#alike.set(candidate, unitOf(result));
    }
  }

  /** Last year's reports of units that have none this year, unit by unit. A sum that we made ourselves is nobody's report. */
  get #missing(): FileResult[][] {
    return this.#previous.byUnit
      .filter((reports) => !reports.some((report) => this.#present.has(report)))
      .map((reports) => reports.filter(({ own }) => own === null))
      .filter(({ length }) => length > 0);
  }

  /** Those that are no unit's of this year: of one that has not reported, or whose name has changed. */
  unclaimed(): FileResult[] {
    return this.#missing.flat();
  }

  /** None when everybody has reported. */
  remarks(): BatchRemark[] {
    const missing = this.#missing.map(([report]) => report!);
    if (missing.length === 0) return [];
    return [
      {
        code: "notReported",
        files: missing.map(({ file }) => file),
        units: missing.map(unitOf),
        alike: missing.map((report) => this.#alike.get(report) ?? null),
      },
    ];
  }
}
