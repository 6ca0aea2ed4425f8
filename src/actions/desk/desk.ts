import { compareNames } from "../../batch/document-names";
import type { FileResult } from "../../batch/file-result";
import type { JobResult, StartWorker } from "../../batch/pool/pool";
import { ResultsBook, type ResultsBookTexts } from "../../batch/results-workbook";
import { refuseOwnReport, rollUp } from "../../batch/rollup/roll-up";
import { RollUpError } from "../../batch/rollup/roll-up-error";
import { makeRollUpWorkbook, type RollUpSubject, type RollUpTexts } from "../../batch/rollup/roll-up-workbook";
import { entryOf, overlook, overlookOwn, type BatchOverview } from "../../batch/remarks";
import { runBatch, type BatchFile } from "../../batch/run-batch";
import type { LastYear } from "../../batch/units/last-year";
import { offerFile } from "../../excel/file";
import type { CheckOptions } from "../../rules/check";
import { failureOf } from "../errors";
import { safeFileName } from "../file-name";
import { inSlices } from "./in-slices";
import { LastYearFiles } from "./last-year-files";
import { KnownFiles, type Taken } from "./known-files";
import { EMPTY_DESK, type Chosen, type DeskFile, type DeskState } from "./desk-state";

type Take = (file: DeskFile, result: JobResult) => void;

/** What is under way. */
interface Run {
  what: "current" | "previous";
  /** May grow while it runs. */
  jobs: { file: DeskFile; take: Take }[];
  abort: AbortController;
  /** Whether all files were done. */
  ended: Promise<boolean>;
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
const FILES_ONLY: Omit<Chosen, "files"> = { folders: [], passedOver: [] };

/** The files from one on, as a batch takes them; of those that come meanwhile what it still gets to. */
function* sourcesOf(
  { jobs }: Pick<Run, "jobs">,
  first: number,
  shelf: KnownFiles,
  options: CheckOptions,
): Generator<BatchFile> {
  for (let at = first; at < jobs.length; at++) {
    const { path, file } = jobs[at]!.file;
    const known = shelf.hashOf(path, options);
    yield { file: path, source: file, ...(known && { known }) };
  }
}

/** The supervisor's desk: many files, last year's, their sum. Knows nothing of how it is shown. */
export class Desk {
  #state = EMPTY_DESK;
  readonly #listeners = new Set<() => void>();
  readonly #settings: DeskSettings & Required<Pick<DeskSettings, "pace">>;
  readonly #current = new KnownFiles();
  readonly #lastYear: LastYearFiles;
  #run: Run | null = null;
  #lastOverview: { of: readonly FileResult[]; overview: BatchOverview } = { of: [], overview: overlook([]) };
  /** Changes when all is cleared: what was begun before has nothing more to add. */
  #era: object = {};

  constructor(settings: DeskSettings) {
    this.#settings = { pace: PACE, ...settings };
    this.#lastYear = new LastYearFiles(settings.options);
  }

  get state(): DeskState {
    return this.#state;
  }

  /** Last year's reports that were read. */
  get previousReports(): readonly FileResult[] {
    return this.#lastYear.reports;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Checks files and adds them to those that are there, and to what runs. Of files that were checked before only what changed is
   * checked again.
   */
  async check(files: readonly DeskFile[], { folders, passedOver }: Omit<Chosen, "files"> = FILES_ONLY): Promise<void> {
    const before = this.#run?.what === "current" ? this.#state : EMPTY_DESK;
    const options = this.#settings.options();
    const found: Taken[] = [];
    const fresh = files.filter((file) => {
      const same = this.#current.unchanged(file, options);
      if (same !== null) found.push({ way: "again", file: same });
      return same === null;
    });
    const again = this.#current
      .otherwiseMeasured(options)
      .filter(({ path }) => !fresh.some((one) => one.path === path));
    const { replaced, renamed, gone } = before;
    this.#set({
      unchanged: before.unchanged + files.length - fresh.length,
      passedOver: [...before.passedOver, ...passedOver],
      ...{ replaced, renamed, gone },
    });
    const isWhole = await this.#perform("current", [...fresh, ...again], (file, result) => {
      const taken = this.#current.take(file, result, options);
      if (!taken) return;
      found.push(taken);
      this.#tellTaken(taken, result === "unchanged");
    });
    if (!isWhole) return;
    const lost = this.#current.forgetGone(folders, found);
    for (const file of lost) this.#lastYear.unchoose(file);
    this.#show({ gone: this.#state.gone + lost.length });
  }

  /** Checks again what was checked with other options than those in force. */
  async remeasure(): Promise<void> {
    if (this.#current.otherwiseMeasured(this.#settings.options()).length > 0) await this.check([]);
  }

  /** Takes a file off the list; nothing happens to the file itself. */
  remove(file: string): void {
    this.#current.forget(file);
    this.#lastYear.unchoose(file);
    this.#show();
  }

  /** Reads last year's reports, adds them to those that are there, and compares every unit with its own. A reading that is ended changes nothing. */
  async setPrevious(files: readonly DeskFile[], { folders }: Pick<Chosen, "folders"> = FILES_ONLY): Promise<void> {
    const options = this.#settings.options();
    const read: [DeskFile, JobResult][] = [];
    const isWhole = await this.#perform("previous", files, (file, result) => void read.push([file, result]));
    if (!isWhole) return;
    this.#lastYear.add(read, folders, options);
    this.#settings.onLastYear?.(this.#lastYear.lastYear());
    await this.#judgeAll();
    this.#show();
  }

  /** Puts last year's reports away: nothing is compared any more. */
  clearPrevious(): void {
    this.#forgetPrevious();
    this.#show();
  }

  /** Says which report of last year is that of the workbook that is open. */
  chooseForWorkbook(previousFile: string): void {
    const report = this.#previousIn(previousFile);
    this.#settings.onLastYear?.(this.#lastYear.lastYear(report));
  }

  /** Assigns a report of last year to a unit whose own was doubtful. */
  choosePrevious(file: string, previousFile: string): void {
    this.#choose(file, this.#previousIn(previousFile).file);
  }

  /** Says that a unit had no report last year. */
  denyPrevious(file: string): void {
    this.#choose(file, null);
  }

  /** Takes back what a person said of a unit's report of last year. */
  unchoosePrevious(file: string): void {
    this.#lastYear.unchoose(file);
    this.#judgeAnew(file);
  }

  #choose(file: string, previousFile: string | null): void {
    this.#lastYear.choose(file, previousFile);
    this.#judgeAnew(file);
  }

  #judgeAnew(file: string): void {
    const result = this.#current.get(file);
    if (result) this.#lastYear.judgeAnew(result);
    this.#show();
  }

  /** Ends what runs at once; what was checked stays. */
  cancel(): void {
    this.#run?.abort.abort();
  }

  clear(): void {
    this.cancel();
    this.#run = null;
    this.#era = {};
    this.#current.clear();
    this.#forgetPrevious();
    this.#state = EMPTY_DESK;
    this.#tell();
  }

  /**
   * Adds the units up; what stands in the way is in the state.
   * @param unit whose sum it is to be; empty while nobody has said it
   */
  rollUp(evenIfNotPassed: boolean, unit = ""): void {
    const options = { ...this.#settings.options(), evenIfNotPassed, ...(unit && { unit }) };
    const rolled = this.#unlessRefused(() => rollUp(this.#state.units, options));
    if (rolled) this.#set({ rolled, obstacles: [], isSumOld: false });
  }

  #unlessRefused<Value>(add: () => Value): Value | null {
    try {
      return add();
    } catch (error) {
      if (!(error instanceof RollUpError)) throw error;
      this.#set({ rolled: null, obstacles: error.obstacles, isSumOld: false });
      return null;
    }
  }

  /** Gives the results to the person as a workbook. */
  async exportResults(name: string, texts: ResultsBookTexts): Promise<void> {
    await this.#offer(name, async () => {
      const book = new ResultsBook(texts, this.#settings.options());
      await inSlices(this.#state.units, (unit) => book.add(unit));
      for (const remark of this.#state.remarks) book.addRemark(remark);
      return book.make(new Date());
    });
  }

  /** Gives the sum to the person as a workbook of official tables; a name that a report in it has stands in the way. */
  async exportRollUp(name: string, subject: Omit<RollUpSubject, "time">, texts: RollUpTexts): Promise<void> {
    const { rolled: sum } = this.#state;
    const rolled = sum && this.#unlessRefused(() => (refuseOwnReport(sum, subject.unit), sum));
    if (!rolled) return;
    await this.#offer(name, () =>
      makeRollUpWorkbook(rolled, { ...subject, time: new Date() }, this.#settings.options(), texts),
    );
  }

  dismissFailure(): void {
    this.#set({ failure: null });
  }

  #previousIn(file: string): FileResult {
    const report = this.#lastYear.files.get(file);
    if (!report) throw new RangeError(`no report of last year in ${file}`);
    return report;
  }

  #forgetPrevious(): void {
    this.#lastYear.clear();
    this.#settings.onLastYear?.(null);
  }

  #tellTaken({ way, file }: Taken, isUnchanged: boolean): void {
    const { unchanged, replaced, renamed } = this.#state;
    if (isUnchanged) this.#set({ unchanged: unchanged + 1 });
    else if (way === "replaced") this.#set({ replaced: [...replaced, file] });
    else if (way === "beside") this.#set({ renamed: [...renamed, file] });
  }

  async #offer(name: string, make: () => Promise<Uint8Array> | Uint8Array): Promise<void> {
    try {
      await offerFile(await make(), safeFileName(name));
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * Does something with each file as soon as it is checked. What comes while the same runs goes along with it; anything else waits.
   * @returns whether all files were done
   */
  async #perform(what: Run["what"], files: readonly DeskFile[], take: Take): Promise<boolean> {
    const era = this.#era;
    while (this.#run && this.#run.what !== what) await this.#run.ended;
    if (this.#era !== era) return false;
    const jobs = files.map((file) => ({ file, take }));
    if (this.#run) {
      this.#run.jobs.push(...jobs);
      this.#set({ total: this.#run.jobs.length });
      return this.#run.ended;
    }
    const run: Run = { what, jobs, abort: new AbortController(), ended: Promise.resolve(false) };
    this.#run = run;
    this.#set({ running: what, done: 0, total: files.length, cancelled: null, failure: null });
    run.ended = this.#runThrough(run);
    return run.ended;
  }

  async #runThrough({ what, jobs, abort }: Run): Promise<boolean> {
    const era = this.#era;
    const shelf = what === "current" ? this.#current : this.#lastYear.files;
    const options = this.#settings.options();
    let done = 0;
    const pace = setInterval(() => this.#show({ done }), this.#settings.pace);
    let isWhole = false;
    try {
      for (let begun = 0; begun < jobs.length; begun = done) {
        const first = begun;
        await runBatch(sourcesOf({ jobs }, first, shelf, options), {
          workers: this.#settings.workers,
          start: this.#settings.start,
          options: { ...options, withFigures: true, withHash: true },
          signal: abort.signal,
          onResult: (result, index) => {
            done += 1;
            const { file, take } = jobs[first + index]!;
            take(file, result);
          },
        });
      }
      isWhole = !abort.signal.aborted;
    } catch (error) {
      if (!abort.signal.aborted) this.#fail(error);
    } finally {
      clearInterval(pace);
      // what was cleared meanwhile has nothing more to say
      if (this.#era === era) {
        this.#run = null;
        this.#show({ running: null, done, cancelled: abort.signal.aborted ? what : null });
      }
    }
    return isWhole && this.#era === era;
  }

  /** Compares all units with last year's reports, a little at a time; stops when all is cleared meanwhile. */
  async #judgeAll(): Promise<void> {
    const era = this.#era;
    await inSlices(
      this.#current.results,
      (result) => void this.#lastYear.unitOf(result),
      () => this.#era === era,
    );
  }

  /** Shows the units as they are now. A sum of units that have changed is put away: it would say of them what holds no longer. */
  #show(change: Partial<DeskState> = {}): void {
    const { results } = this.#current;
    const isRunning = (change.running === undefined ? this.#state.running : change.running) !== null;
    const { remarks, leftOut } = this.#overview(results, isRunning);
    const units = results
      .filter(({ file }) => !leftOut.has(file))
      .map((result) => this.#lastYear.unitOf(result))
      .sort((a, b) => compareNames(a.result.file, b.result.file));
    const { rolled, obstacles, units: before } = this.#state;
    const areSame = units.length === before.length && units.every((unit, index) => unit === before[index]);
    const { missing, unclaimed } = this.#lastYear.attendance(units);
    this.#set({
      ...change,
      units: areSame ? before : units,
      // who is missing is asked first
      remarks: [...missing, ...remarks],
      unclaimed,
      ...this.#lastYear.state,
      ...(!areSame && (rolled || obstacles.length > 0) && { rolled: null, obstacles: [], isSumOld: rolled !== null }),
    });
  }

  /** Compares all with all only once nothing runs, and only what has changed since: several times a second it would hold the pane up. */
  #overview(results: readonly FileResult[], isRunning: boolean): BatchOverview {
    const last = this.#lastOverview;
    const isSame = results.length === last.of.length && results.every((result, index) => result === last.of[index]);
    if (isSame) return last.overview;
    if (isRunning) return overlookOwn(results.map(entryOf));
    this.#lastOverview = { of: results, overview: overlook(results.map(entryOf)) };
    return this.#lastOverview.overview;
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
