import { unitNameOf, type Absent, type NamedReport, type UnitMatch } from "./match-units";
import { readUnitName } from "./unit-name";

/** What a person said of a unit's report of last year. */
export interface Assignment {
  /** Its line in the list in which it is written; null where it is written in the command itself. */
  line: number | null;
  /** The unit, or its file of this year. */
  current: string;
  /** The report of last year: its file, or its unit; null where the unit had none. */
  previous: string | null;
}

/** What is wrong with an assignment: no report of last year has that name, several have, or the unit was assigned another one, too. */
export type AssignmentFault =
  | { code: "unknown"; assignment: Assignment }
  | { code: "several"; assignment: Assignment; files: readonly string[] }
  | { code: "twice"; assignment: Assignment };

export class AssignmentError extends Error {
  override readonly name = "AssignmentError";

  /** @param faults all that are known: a person puts them right in one go */
  constructor(readonly faults: readonly AssignmentFault[]) {
    super(faults.map(({ code, assignment }) => `${code}: ${assignment.current}`).join("; "));
  }
}

/** A path as people write it on either system. */
const pathOf = (file: string): string =>
  file
    .replaceAll("\\", "/")
    .replace(/\/{2,}/g, "/")
    .replace(/^(?:\.\/)+/, "");

const baseOf = (file: string): string => pathOf(file).replace(/^.*\//, "");
const wholeOf = (unit: string): string => readUnitName(unit).whole;

/** How a name may be meant, the most certain first. */
const MEANINGS: readonly ((name: string, report: NamedReport) => boolean)[] = [
  (name, { file }) => pathOf(name) === pathOf(file),
  (name, { file }) => name === baseOf(file),
  (name, report) => wholeOf(name) === unitNameOf(report).whole,
  (name, report) => unitNameOf(report).tails.includes(wholeOf(name)),
];

interface Resolved<Report extends NamedReport> {
  assignment: Assignment;
  match: UnitMatch<Report> | Absent;
}

/** The reports of last year that persons assigned to units: their word goes before all likeness of names. */
export class Assignments<Report extends NamedReport> {
  readonly #byFile = new Map<string, Resolved<Report>>();
  readonly #byUnit = new Map<string, Resolved<Report>>();
  readonly #open = new Set<Assignment>();

  /** @throws AssignmentError for what cannot be meant */
  constructor(assignments: readonly Assignment[], reports: readonly Report[]) {
    const faults = assignments.flatMap((assignment) => this.#add(assignment, reports) ?? []);
    if (faults.length > 0) throw new AssignmentError(faults);
  }

  /** What was said of a unit; null when nothing was. */
  matchOf(current: NamedReport): UnitMatch<Report> | Absent | null {
    const found = this.#byFile.get(pathOf(current.file)) ?? this.#byUnit.get(unitNameOf(current).whole);
    if (!found) return null;
    this.#open.delete(found.assignment);
    return found.match;
  }

  /** Those whose unit has not been asked for. */
  get unused(): readonly Assignment[] {
    return [...this.#open];
  }

  #add(assignment: Assignment, reports: readonly Report[]): AssignmentFault | null {
    const match = this.#resolve(assignment, reports);
    if ("code" in match) return match;
    const resolved = { assignment, match };
    const [file, unit] = [pathOf(assignment.current), wholeOf(assignment.current)];
    const before = this.#byFile.get(file) ?? this.#byUnit.get(unit);
    if (before) return isSame(before.match, match) ? null : { code: "twice", assignment };
    this.#byFile.set(file, resolved);
    this.#byUnit.set(unit, resolved);
    this.#open.add(assignment);
    return null;
  }

  #resolve(assignment: Assignment, reports: readonly Report[]): UnitMatch<Report> | Absent | AssignmentFault {
    const { previous } = assignment;
    if (previous === null) return { kind: "absent" };
    for (const isMeant of MEANINGS) {
      const [report, other, ...more] = reports.filter((one) => isMeant(previous, one));
      if (other) return { code: "several", assignment, files: [report!, other, ...more].map(({ file }) => file) };
      if (report) return { kind: "found", way: "chosen", report };
    }
    return { code: "unknown", assignment };
  }
}

const fileIn = (match: UnitMatch<NamedReport> | Absent): string | null =>
  match.kind === "found" ? match.report.file : null;
const isSame = (one: UnitMatch<NamedReport> | Absent, other: UnitMatch<NamedReport> | Absent): boolean =>
  fileIn(one) === fileIn(other);
