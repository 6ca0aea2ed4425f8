import { compareNames } from "../../batch/document-names";
import { figuresOnly, type FileResult } from "../../batch/file-result";
import type { JobResult, StartWorker } from "../../batch/pool/pool";
import { ResultsBook, type ResultsBookTexts } from "../../batch/results-workbook";
import { rollUp } from "../../batch/rollup/roll-up";
import { RollUpError } from "../../batch/rollup/roll-up-error";
import { makeRollUpWorkbook, type RollUpSubject, type RollUpTexts } from "../../batch/rollup/roll-up-workbook";
import { entryOf, overlook, type BatchRemark } from "../../batch/remarks";
import { runBatch } from "../../batch/run-batch";
import {
  compareWithLastYear,
  judgeUnit,
  makeUnitCheck,
  type Comparison,
  type UnitCheck,
} from "../../batch/units/compare-units";
import { Attendance } from "../../batch/units/attendance";
import { lastYearIn, type LastYear } from "../../batch/units/last-year";
import { PreviousReports } from "../../batch/units/match-units";
import { offerFile } from "../../excel/file";
import type { CheckOptions } from "../../rules/check";
import { failureOf } from "../errors";
import { safeFileName } from "../file-name";
import { EMPTY_DESK, type Chosen, type DeskFile, type DeskState } from "./desk-state";

/** What is known of a file that was checked. */
interface Known {
  size: number;
  modified: number;
  result: FileResult;
}

export interface DeskSettings {
  start: StartWorker;
  workers: number;
  /** Those in force in the pane. */
  options: () => CheckOptions;
  /** Told when last year's reports were read or put away. */
  onLastYear?: (lastYear: LastYear | null) => void;
  /** Milliseconds between two updates while a batch runs: a list that changes with every file cannot be read. */
  pace?: number;
}

const PACE = 120;
/** Milliseconds of work after which the pane is let answer: a person notices a tenth of a second. */
const SLICE = 24;

const FILES_ONLY: Omit<Chosen, "files"> = { folders: [], passedOver: [] };

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Does something with each, and lets the pane answer in between. */
async function inSlices<Value>(
  values: readonly Value[],
  act: (value: Value) => void,
  goesOn: () => boolean = () => true,
): Promise<void> {
  let started = performance.now();
  for (const value of values) {
    if (!goesOn()) return;
    act(value);
    if (performance.now() - started < SLICE) continue;
    await breathe();
    started = performance.now();
  }
}

/** The supervisor's desk: many files, last year's, their sum. Knows nothing of how it is shown. */
export class Desk {
  #state = EMPTY_DESK;
  readonly #listeners = new Set<() => void>();
  readonly #settings: DeskSettings & Required<Pick<DeskSettings, "pace">>;
  #known = new Map<string, Known>();
  #previous: PreviousReports<FileResult> | null = null;
  #previousByFile = new Map<string, FileResult>();
  /** What a person said of units' reports of last year, by this year's file. */
  readonly #chosen = new Map<string, Comparison["match"]>();
  /** Units as they were judged with `#previous`. */
  #judged = new WeakMap<FileResult, UnitCheck>();
  #abort: AbortController | null = null;
  /** Changes when all is cleared: what was begun before has nothing more to add. */
  #era: object = {};

  constructor(settings: DeskSettings) {
    this.#settings = { pace: PACE, ...settings };
  }

  get state(): DeskState {
    return this.#state;
  }

  /** Last year's reports that were read. */
  get previousReports(): readonly FileResult[] {
    return [...this.#previousByFile.values()];
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Checks files and adds them to those that are there. Of files that were checked before only what changed is checked again. */
  async check(files: readonly DeskFile[], { folders, passedOver }: Omit<Chosen, "files"> = FILES_ONLY): Promise<void> {
    const gone = this.#forgetGone(folders, new Set(files.map(({ path }) => path)));
    const fresh = files.filter(({ path, file }) => !this.#isSame(path, file));
    this.#set({ unchanged: files.length - fresh.length, gone, passedOver, rolled: null, obstacles: [] });
    await this.#run("current", fresh, ({ path, file }, result) => {
      const known = this.#known.get(path)?.result;
      if (result === "unchanged" && !known) return;
      const kept = result === "unchanged" ? known! : result;
      if (result === "unchanged") this.#set({ unchanged: this.#state.unchanged + 1 });
      this.#known.set(path, { size: file.size, modified: file.lastModified, result: kept });
    });
  }

  /** Reads last year's reports, and compares every unit with its own. */
  async setPrevious(files: readonly DeskFile[]): Promise<void> {
    const era = this.#era;
    const results: FileResult[] = [];
    const notPrevious: { file: string; error: FileResult["error"] }[] = [];
    await this.#run("previous", files, ({ path: file }, result) => {
      if (result === "unchanged") return;
      if (result.tables.length > 0) results.push(figuresOnly(result));
      else notPrevious.push({ file, error: result.error });
    });
    if (this.#era !== era) return;
    this.#previous = new PreviousReports(results);
    this.#previousByFile = new Map(results.map((result) => [result.file, result]));
    this.#chosen.clear();
    this.#settings.onLastYear?.(results.length > 0 ? lastYearIn(this.#previous) : null);
    this.#judged = new WeakMap();
    await this.#judgeAll(this.#judged);
    this.#show({ previous: this.#previous?.size ?? null, notPrevious });
  }

  /** Puts last year's reports away: nothing is compared any more. */
  clearPrevious(): void {
    this.#forgetPrevious();
    this.#show({ previous: null, notPrevious: [] });
  }

  /** Says which report of last year is that of the workbook that is open. */
  chooseForWorkbook(previousFile: string): void {
    const report = this.#previousIn(previousFile);
    if (this.#previous) this.#settings.onLastYear?.(lastYearIn(this.#previous, report));
  }

  /** Assigns a report of last year to a unit whose own was doubtful. */
  choosePrevious(file: string, previousFile: string): void {
    this.#choose(file, { kind: "found", way: "chosen", report: this.#previousIn(previousFile) });
  }

  /** Says that a unit had no report last year. */
  denyPrevious(file: string): void {
    this.#choose(file, { kind: "absent" });
  }

  /** Takes back what a person said of a unit's report of last year. */
  unchoosePrevious(file: string): void {
    this.#choose(file, null);
  }

  #choose(file: string, match: Comparison["match"] | null): void {
    if (match) this.#chosen.set(file, match);
    else this.#chosen.delete(file);
    const known = this.#known.get(file);
    if (known) this.#judged.delete(known.result);
    this.#show();
  }

  /** Ends what runs at once; what was checked stays. */
  cancel(): void {
    this.#abort?.abort();
  }

  clear(): void {
    this.cancel();
    this.#era = {};
    this.#known.clear();
    this.#forgetPrevious();
    this.#state = EMPTY_DESK;
    this.#tell();
  }

  /** Adds the units up; what stands in the way is in the state. */
  rollUp(evenIfNotPassed: boolean): void {
    try {
      const rolled = rollUp(this.#state.units, { ...this.#settings.options(), evenIfNotPassed });
      this.#set({ rolled, obstacles: [] });
    } catch (error) {
      if (!(error instanceof RollUpError)) throw error;
      this.#set({ rolled: null, obstacles: error.obstacles });
    }
  }

  /** Gives the results to the person as a workbook. */
  async exportResults(name: string, texts: ResultsBookTexts): Promise<void> {
    await this.#offer(name, async () => {
      const book = new ResultsBook(texts);
      await inSlices(this.#state.units, (unit) => book.add(unit));
      for (const remark of this.#state.remarks) book.addRemark(remark);
      return book.make(new Date());
    });
  }

  /** Gives the sum to the person as a workbook of official tables. */
  async exportRollUp(name: string, subject: RollUpSubject, texts: RollUpTexts): Promise<void> {
    const { rolled } = this.#state;
    if (rolled) await this.#offer(name, () => makeRollUpWorkbook(rolled, subject, this.#settings.options(), texts));
  }

  dismissFailure(): void {
    this.#set({ failure: null });
  }

  #previousIn(file: string): FileResult {
    const report = this.#previousByFile.get(file);
    if (!report) throw new RangeError(`no report of last year in ${file}`);
    return report;
  }

  #forgetPrevious(): void {
    this.#chosen.clear();
    this.#previousByFile.clear();
    this.#previous = null;
    this.#judged = new WeakMap();
    this.#settings.onLastYear?.(null);
  }

  async #offer(name: string, make: () => Promise<Uint8Array> | Uint8Array): Promise<void> {
    try {
      await offerFile(await make(), safeFileName(name));
    } catch (error) {
      this.#fail(error);
    }
  }

  #isSame(path: string, file: File): boolean {
    const known = this.#known.get(path);
    return known?.result.error === null && known.size === file.size && known.modified === file.lastModified;
  }

  /** Puts away what was in folders before and is not there now; says how many files that are. */
  #forgetGone(folders: readonly string[], present: ReadonlySet<string>): number {
    const gone = [...this.#known.keys()].filter(
      (path) => !present.has(path) && folders.some((folder) => path.startsWith(`${folder}/`)),
    );
    for (const path of gone) {
      this.#known.delete(path);
      this.#chosen.delete(path);
    }
    return gone.length;
  }

  async #run(
    what: "current" | "previous",
    files: readonly DeskFile[],
    take: (file: DeskFile, result: JobResult) => void,
  ): Promise<void> {
    this.cancel();
    const abort = new AbortController();
    this.#abort = abort;
    this.#set({ running: what, done: 0, total: files.length, isCancelled: false, failure: null });
    let done = 0;
    const pace = setInterval(() => this.#show({ done }), this.#settings.pace);
    try {
      await runBatch(
        files.map(({ path, file }) => {
          const known = what === "current" ? this.#known.get(path)?.result.hash : null;
          return { file: path, source: file, ...(known ? { known } : {}) };
        }),
        {
          workers: this.#settings.workers,
          start: this.#settings.start,
          options: { ...this.#settings.options(), withFigures: true, withHash: what === "current" },
          signal: abort.signal,
          onResult: (result, index) => {
            done += 1;
            take(files[index]!, result);
          },
        },
      );
    } catch (error) {
      if (!abort.signal.aborted) this.#fail(error);
    } finally {
      clearInterval(pace);
      // a run that was replaced by another has nothing more to say
      if (this.#abort === abort) {
        this.#abort = null;
        this.#show({ running: null, done, isCancelled: abort.signal.aborted });
      }
    }
  }

  /** A unit as it is now; one whose result and report of last year stay keeps its identity. */
  #unitOf(result: FileResult): UnitCheck {
    const known = this.#judged.get(result);
    if (known) return known;
    const options = this.#settings.options();
    const match = this.#chosen.get(result.file);
    const unit = match
      ? judgeUnit(result, compareWithLastYear(result, match, options), options)
      : makeUnitCheck(result, this.#previous, options);
    this.#judged.set(result, unit);
    return unit;
  }

  /** Compares all units with last year's reports, a little at a time; stops when other reports are chosen meanwhile. */
  async #judgeAll(judged: WeakMap<FileResult, UnitCheck>): Promise<void> {
    await inSlices(
      [...this.#known.values()],
      ({ result }) => void this.#unitOf(result),
      () => this.#judged === judged,
    );
  }

  #show(change: Partial<DeskState> = {}): void {
    const results = [...this.#known.values()].map(({ result }) => result);
    const { remarks, leftOut } = overlook(results.map(entryOf));
    const units = results
      .filter(({ file }) => !leftOut.has(file))
      .map((result) => this.#unitOf(result))
      .sort((a, b) => compareNames(a.result.file, b.result.file));
    this.#set({ ...change, units, remarks: [...this.#notReported(units), ...remarks] });
  }

  /** Who is missing is asked first. */
  #notReported(units: readonly UnitCheck[]): BatchRemark[] {
    if (!this.#previous) return [];
    const attendance = new Attendance(this.#previous);
    for (const unit of units) attendance.add(unit);
    return attendance.remarks();
  }

  #fail(error: unknown): void {
    const { code, details } = failureOf(error, null);
    this.#set({ failure: { code, details } });
  }

  #set(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
