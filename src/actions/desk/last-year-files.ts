import { figuresOnly, type FileResult } from "../../batch/file-result";
import type { JobResult } from "../../batch/pool/pool";
import type { BatchRemark } from "../../batch/remarks";
import { Attendance } from "../../batch/units/attendance";
import {
  compareWithLastYear,
  judgeUnit,
  makeUnitCheck,
  type Comparison,
  type UnitCheck,
} from "../../batch/units/compare-units";
import { lastYearIn, type LastYear } from "../../batch/units/last-year";
import { PreviousReports } from "../../batch/units/match-units";
import type { CheckOptions } from "../../rules/check";
import type { DeskFile, DeskState } from "./desk-state";
import { KnownFiles } from "./known-files";

const isReport = ({ tables }: FileResult): boolean => tables.length > 0;

/** Last year's reports, what a person said of whose they are, and this year's units as they are judged with them. */
export class LastYearFiles {
  readonly files = new KnownFiles();
  readonly #options: () => CheckOptions;
  /** By unit; null when none were chosen. */
  #reports: PreviousReports<FileResult> | null = null;
  /** What a person said of units' reports of last year, by this year's file: that of last year, or null when there is none. */
  readonly #chosen = new Map<string, string | null>();
  #judged = new WeakMap<FileResult, UnitCheck>();

  constructor(options: () => CheckOptions) {
    this.#options = options;
  }

  get reports(): readonly FileResult[] {
    return this.files.results.filter(isReport);
  }

  /** Takes over what was read, beside what is there. What a person said holds as long as its report is there. */
  add(
    read: readonly (readonly [file: DeskFile, result: JobResult])[],
    folders: readonly string[],
    options: CheckOptions,
  ): void {
    const found = read.flatMap(
      ([file, result]) => this.files.take(file, result === "unchanged" ? result : figuresOnly(result), options) ?? [],
    );
    this.files.forgetGone(folders, found);
    this.#reports = new PreviousReports(this.reports);
    this.#judged = new WeakMap();
  }

  clear(): void {
    this.files.clear();
    this.#reports = null;
    this.#chosen.clear();
    this.#judged = new WeakMap();
  }

  /** @param previousFile the unit's report of last year; null when it had none */
  choose(file: string, previousFile: string | null): void {
    this.#chosen.set(file, previousFile);
  }

  unchoose(file: string): void {
    this.#chosen.delete(file);
  }

  /** A unit as it is now; one whose result and report of last year stay keeps its identity. */
  unitOf(result: FileResult): UnitCheck {
    const known = this.#judged.get(result);
    if (known) return known;
    const unit = this.#judge(result);
    this.#judged.set(result, unit);
    return unit;
  }

  judgeAnew(result: FileResult): void {
    this.#judged.delete(result);
  }

  /** For the workbook that is open; null when there is nothing to compare it with. */
  lastYear(chosen: FileResult | null = null): LastYear | null {
    return this.#reports && this.#reports.size > 0 ? lastYearIn(this.#reports, chosen) : null;
  }

  /** What is shown of them. */
  get state(): Pick<DeskState, "previous" | "notPrevious"> {
    return {
      previous: this.#reports && this.#reports.size,
      notPrevious: this.files.results.filter((result) => !isReport(result)),
    };
  }

  /** Who has not reported, and the reports that are no unit's. */
  attendance(units: readonly UnitCheck[]): { missing: BatchRemark[]; unclaimed: FileResult[] } {
    if (!this.#reports) return { missing: [], unclaimed: [] };
    const attendance = new Attendance(this.#reports);
    for (const unit of units) attendance.add(unit);
    return { missing: attendance.remarks(), unclaimed: attendance.unclaimed() };
  }

  #judge(result: FileResult): UnitCheck {
    const options = this.#options();
    const judge = (match: Comparison["match"]) =>
      judgeUnit(result, compareWithLastYear(result, match, options), options);
    const chosen = this.#chosen.get(result.file);
    const report = typeof chosen === "string" ? this.files.get(chosen) : undefined;
    if (report) return judge({ kind: "found", way: "chosen", report });
    const unit = makeUnitCheck(result, this.#reports, options);
    // a report that was found meanwhile is there, whatever was said before
    const isAbsent = chosen === null && unit.comparison !== null && unit.comparison.match.kind !== "found";
    return isAbsent ? judge({ kind: "absent" }) : unit;
  }
}
