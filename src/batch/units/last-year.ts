import type { Standing } from "../../record/explanation-book";
import type { CheckOptions } from "../../rules/check";
import type { CrossCheck } from "../../rules/cross/cross-finding";
import type { FilledTable } from "../../tables/filled";
import { filledTables, type FileResult } from "../file-result";
import { compareReports, type ComparedReport, type Comparison } from "./compare-units";
import type { NamedReport, PreviousReports, UnitMatch } from "./match-units";

/** Last year's reports, beside a workbook that somebody works on. */
export interface LastYear {
  /** The same table of the year before; null when it is not known, or not for certain. The same one for the same table. */
  tableOf(filled: FilledTable): FilledTable | null;
  /** The report beside its unit's of the year before; the same comparison as before as long as it says the same. Null without tables. */
  compare(report: ComparedReport, options: CheckOptions): Comparison | null;
}

/**
 * Finds last year's report by unit and year.
 * @param chosen what a person said is last year's report of the workbook
 */
export function lastYearIn(previous: PreviousReports<FileResult>, chosen: FileResult | null = null): LastYear {
  return new FoundLastYear(previous, chosen);
}

class FoundLastYear implements LastYear {
  readonly #previous: PreviousReports<FileResult>;
  readonly #chosen: UnitMatch<FileResult> | null;
  readonly #matches = new Map<string, UnitMatch<FileResult>>();
  readonly #tables = new Map<FileResult, readonly FilledTable[]>();
  #last: Comparison | null = null;

  constructor(previous: PreviousReports<FileResult>, chosen: FileResult | null) {
    this.#previous = previous;
    this.#chosen = chosen && { kind: "found", way: "chosen", report: chosen };
  }

  tableOf({ placement: { table, unit, year } }: FilledTable): FilledTable | null {
    const own = unit === undefined ? null : this.#match({ file: "", unit, year: year ?? null });
    const match = own?.kind === "found" ? own : this.#chosen;
    if (match?.kind !== "found") return null;
    const [only, second] = this.#tablesOf(match.report).filter(
      ({ placement }) => placement.table.section === table.section,
    );
    return only && !second ? only : null;
  }

  compare(report: ComparedReport, options: CheckOptions): Comparison | null {
    if (report.filled.length === 0) return null;
    const match = this.#chosen ?? this.#match(report);
    const made = compareReports(report, match, options, (result) => this.#tablesOf(result));
    return (this.#last = steady(this.#last, made));
  }

  #match({ file, unit, year }: NamedReport): UnitMatch<FileResult> {
    const name = JSON.stringify([unit ?? { file }, year]);
    const known = this.#matches.get(name) ?? this.#previous.match({ file, unit, year });
    this.#matches.set(name, known);
    return known;
  }

  #tablesOf(result: FileResult): readonly FilledTable[] {
    const known = this.#tables.get(result) ?? filledTables(result);
    this.#tables.set(result, known);
    return known;
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Findings that say what they said keep their identity, so that nothing is drawn again. */
function steadyCheck(before: CrossCheck, check: CrossCheck): CrossCheck {
  if (isSame(before, check)) return before;
  const findings = check.findings.map((finding) => before.findings.find((one) => isSame(one, finding)) ?? finding);
  return { ...check, findings };
}

const isSameStanding = (one: Standing, other: Standing | undefined): boolean =>
  one.state === other?.state && one.last === other.last && one.earlier.length === other.earlier.length;

/** The earlier comparison when it says the same. */
function steady(before: Comparison | null, made: Comparison): Comparison {
  if (before?.match !== made.match) return made;
  const check = before.check && made.check && steadyCheck(before.check, made.check);
  const isStill =
    check === before.check && made.standings.every((one, index) => isSameStanding(one, before.standings[index]));
  return isStill ? before : { ...made, check };
}
