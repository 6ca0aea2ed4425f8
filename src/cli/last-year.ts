import type { FileError } from "../batch/file-error";
import { figuresOnly, type FileResult } from "../batch/file-result";
import type { BatchRemark } from "../batch/remarks";
import { AssignmentError, Assignments, type AssignmentFault } from "../batch/units/assignments";
import { Attendance } from "../batch/units/attendance";
import { compareWithLastYear, judgeUnit, type Comparison, type UnitCheck } from "../batch/units/compare-units";
import { PreviousReports } from "../batch/units/match-units";
import { matchSentence } from "../batch/units/match-words";
import type { Locale } from "../locales";
import { COMMAND_TEXTS } from "../locales/command";
import { MATCH_TEXTS, type MatchListTexts } from "../locales/match-list";
import type { CheckOptions } from "../rules/check";
import { ArgumentError } from "./argument-error";
import type { CheckArguments } from "./arguments";
import { checkAll } from "./check-all";
import { errorMessage } from "./lines";
import { InputError } from "./input-error";
import { csvOf, readMatches } from "./match-list";
import type { Terminal } from "./terminal";

/** A unit that was not matched with a report of last year. */
interface Unmatched {
  unit: string;
  file: string;
  reason: string;
  candidates: readonly string[];
}

/** A file of last year without a report, and why; null when it was read and has none. */
interface Unread {
  file: string;
  error: FileError | null;
}

const unreadLines = (unread: readonly Unread[], locale: Locale): string[] =>
  unread.map(({ file, error }) => {
    const { noTables } = COMMAND_TEXTS[locale.id];
    return `${file}\n${error ? `  ${errorMessage(file, error, locale)}` : noTables}`;
  });

function faultText(fault: AssignmentFault, texts: MatchListTexts): string {
  const { code, assignment } = fault;
  return code === "several" ? texts.several(assignment, fault.files) : texts[code](assignment);
}

/** Last year's reports, and what a person said of which unit's they are. */
export class LastYear {
  readonly #reports: readonly FileResult[];
  readonly #previous: PreviousReports<FileResult>;
  readonly #assignments: Assignments<FileResult>;
  readonly #attendance: Attendance;
  readonly #taken = new Set<string>();
  readonly #unmatched: Unmatched[] = [];

  /** @throws AssignmentError */
  private constructor(
    reports: readonly FileResult[],
    assignments: ConstructorParameters<typeof Assignments<FileResult>>[0],
    /** What is to be said of last year's files themselves. */
    private readonly files: { repeated: readonly BatchRemark[]; unread: readonly Unread[] },
    private readonly locale: Locale,
  ) {
    this.#reports = reports;
    this.#previous = new PreviousReports(reports);
    this.#attendance = new Attendance(this.#previous);
    this.#assignments = new Assignments(assignments, reports);
  }

  /**
   * Reads last year's reports with their figures.
   * @throws ArgumentError when none was found where they should be: every unit would look like one that had no report
   * @throws InputError for what is said of them and cannot be meant
   */
  static async read(parsed: CheckArguments, terminal: Terminal, locale: Locale): Promise<LastYear> {
    const assignments = await readMatches(parsed.match, terminal, locale);
    const reports: FileResult[] = [];
    const unread: Unread[] = [];
    const repeated = await checkAll(parsed.previous, parsed, terminal, {
      withFigures: true,
      take: (result) => {
        if (result.tables.length > 0) reports.push(figuresOnly(result));
        else if (result.own === null) unread.push({ file: result.file, error: result.error });
      },
    });
    if (reports.length === 0) {
      // a path that leads nowhere was mistyped
      const there = unread.filter(({ error }) => error?.code !== "ENOENT");
      if (there.length > 0) throw new InputError(unreadLines(there, locale).join("\n"));
      throw new ArgumentError("noPrevious", parsed.previous.join(" "));
    }
    try {
      return new LastYear(reports, assignments, { repeated, unread }, locale);
    } catch (error) {
      if (!(error instanceof AssignmentError)) throw error;
      throw new InputError(error.faults.map((fault) => faultText(fault, MATCH_TEXTS[locale.id])).join("\n"));
    }
  }

  /** A result beside its report of last year. */
  judge(result: FileResult, options: CheckOptions): UnitCheck {
    const match = this.#assignments.matchOf(result) ?? this.#previous.match(result);
    const unit = judgeUnit(result, compareWithLastYear(result, match, options), options);
    this.#attendance.add(unit);
    if (match.kind === "found") this.#taken.add(match.report.file);
    if (unit.comparison) this.#note(result, match);
    return unit;
  }

  /** What only all units together tell. */
  get remarks(): readonly BatchRemark[] {
    const { unused } = this.#assignments;
    const notUsed: BatchRemark[] = unused.length > 0 ? [{ code: "unusedMatch", files: [], said: unused }] : [];
    const { repeated, unread } = this.files;
    const notRead: BatchRemark[] =
      unread.length > 0 ? [{ code: "unreadPrevious", files: unread.map(({ file }) => file) }] : [];
    return [...notRead, ...this.#attendance.remarks(), ...repeated, ...notUsed];
  }

  /** Why files of last year hold no report, a line for each. */
  get faults(): string[] {
    return unreadLines(this.files.unread, this.locale);
  }

  get unmatched(): number {
    return this.#unmatched.length;
  }

  /** The list in which a person says whose the reports are: the units that wait for one, then the reports that nobody has. */
  draft(): Uint8Array {
    const { columns, leftOver } = MATCH_TEXTS[this.locale.id];
    const most = Math.max(1, ...this.#unmatched.map(({ candidates }) => candidates.length));
    const candidateHeads = Array.from({ length: most }, (_, index) => `${columns.candidate}${index + 1}`);
    const left = this.#reports.filter(({ file }) => !this.#taken.has(file));
    return csvOf([
      [columns.unit, columns.file, columns.previous, columns.reason, ...candidateHeads],
      ...this.#unmatched.map(({ unit, file, reason, candidates }) => [unit, file, "", reason, ...candidates]),
      ...left.map(({ file, unit }) => ["", "", "", `${leftOver}${unit === null ? "" : `（${unit}）`}`, file]),
    ]);
  }

  #note({ unit, file }: FileResult, match: Comparison["match"]): void {
    if (match.kind === "found" || match.kind === "absent") return;
    const candidates = match.kind === "doubtful" ? match.candidates.map((report) => report.file) : [];
    this.#unmatched.push({ unit: unit ?? "", file, reason: matchSentence({ match }, this.locale.years), candidates });
  }
}
