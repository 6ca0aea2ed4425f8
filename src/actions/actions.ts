import { WorkbookProtectedError } from "../excel/errors";
import { offerFile, readFile } from "../excel/file";
import type { InsertRequest, InsertResult } from "../excel/insert/request";
import { unlessStopped, UNWATCHED, type Job } from "../excel/job";
import { markTables, unmarkSheets, unmarkTables, type Marked, type MarkTarget } from "../excel/mark";
import type { ConfirmedCells } from "../record/confirmed-cells";
import type { Monitor } from "../excel/monitor/monitor";
import type { TablesView } from "../excel/monitor/tables";
import { recalculate } from "../excel/recalculate";
import type { WrittenReport } from "../excel/report/report-sheet";
import { selectArea } from "../excel/select";
import { cellArea } from "../tables/areas";
import type { Action, ActionId } from "./action";
import { explainActions } from "./explain";
import { NoTablesError, NotPassedError, ReviewingError, StoppedError, TableMissingError } from "./errors";
import { safeFileName } from "./file-name";
import { findingArea } from "./finding-area";
import { hasFormulas } from "./has-formulas";
import type { RecordDesk } from "./record-desk";
import { always, makeAction, notReviewing, withTables, type Enabled } from "./make-action";
import type { Repairs } from "./repairs";
import { sealExport } from "./seal-export";
import type { PlacedTable } from "./state";
import type { Store } from "./store";
import { subjectOf } from "./subject";
import type { AppTexts } from "./texts";
import type { WorkbookView } from "./years";

export type Actions = { readonly [Id in ActionId]: Action<Id> };

/** What actions work on. */
export interface Workplace {
  monitor: Monitor;
  repairs: Repairs;
  record: RecordDesk;
  store: Store;
  texts: AppTexts;
}

const someUnmarked: Enabled = ({ tables }) => tables.some(({ isMarked }) => isMarked !== true);
const someMarked: Enabled = ({ tables }) => tables.some(({ isMarked }) => isMarked !== false);

/** Loaded with the first action that needs them, so that the pane is there sooner. */
const loadInsertion = () => import("../excel/insert/insert");
const loadFilling = () => import("../excel/fill-tables");
const loadWriting = () => import("../excel/write-figures");
const loadSamples = () => import("./sample");
const loadReport = async () => {
  const [{ makeReport }, { writeReport }] = await Promise.all([
    import("./report/report"),
    import("../excel/report/report-sheet"),
  ]);
  return { makeReport, writeReport };
};

/** A unit's name may be as long as it likes, but not the file's. */
const LONGEST_UNIT = 50;

const targetOf = ({ worksheetId, filled }: PlacedTable): MarkTarget => ({ worksheetId, placement: filled.placement });

/** A workbook that takes no new sheet is exported all the same. */
function noRoomForReport(error: unknown): null {
  if (error instanceof WorkbookProtectedError) return null;
  throw error;
}

/** What is stopped after the report was written says so. */
const withReport =
  (written: WrittenReport | null) =>
  (error: unknown): never => {
    throw error instanceof StoppedError && written ? new StoppedError({ ...written }) : error;
  };

/** Everything that a person can do, by its id. */
export function makeActions({ monitor, record, repairs, store, texts }: Workplace): Actions {
  const requireTable = (tableId: string): PlacedTable => {
    const table = monitor.table(tableId);
    if (!table) throw new TableMissingError(tableId);
    return table;
  };
  const requireTables = (view: Pick<WorkbookView, "tables">): readonly PlacedTable[] => {
    if (view.tables.length === 0) throw new NoTablesError();
    return view.tables;
  };
  const refuseInReview = () => {
    if (store.state.isReviewing) throw new ReviewingError();
  };
  /** In review mode nothing is written: what a supervisor takes for right is forgotten with the pane. */
  const remember = async (change: (confirmed: ConfirmedCells) => ConfirmedCells): Promise<void> => {
    const { isReviewing, record: known } = store.state;
    if (!isReviewing && known.problem === null) await record.confirm(change);
  };
  const settings = () => ({ options: store.state.options, validation: texts.validation });

  /** Reads the workbook; when that is stopped, it is read to its end all the same, but not waited for. */
  const read = (job: Job): Promise<TablesView> =>
    unlessStopped(job, () => monitor.readAll((done, total) => job.onProgress({ step: "sheets", done, total })));

  /** Reads the workbook; where formulas wait to be calculated, they are first. */
  const readCalculated = async (job: Job): Promise<WorkbookView> => {
    const view = await read(job);
    if (store.state.isManual && hasFormulas(view)) {
      await unlessStopped(job, recalculate);
      await read(job);
    }
    return store.state;
  };

  /** Writes the report sheet; one that was begun is written to its end. */
  const report = async (view: WorkbookView, time: Date, job: Job): Promise<WrittenReport> => {
    const { makeReport, writeReport } = await loadReport();
    const suspects = await repairs.settle(job);
    job.signal.throwIfAborted();
    const { options, record: known } = store.state;
    const content = makeReport(view, { options, repairs: suspects, record: known, time }, texts.report);
    return writeReport(content, job);
  };

  /** What was stopped half-way changed some of them, whole. */
  const requireAll = ({ formats, done }: Marked, total: number): number => {
    if (done < total) throw new StoppedError({ done, total });
    return formats;
  };

  /** Changes the flags of tables; when not all of it came about, looks which tables have theirs. */
  const changeMarks = async (tableIds: readonly string[], isMarked: boolean, change: () => Promise<number>) => {
    try {
      const formats = await change();
      monitor.setMarked(tableIds, isMarked);
      return formats;
    } catch (error) {
      monitor.lookAtMarks();
      throw error;
    }
  };

  const insert = async (request: InsertRequest): Promise<InsertResult> => {
    refuseInReview();
    const { insertTables } = await loadInsertion();
    const result = await insertTables(request, settings());
    await monitor.readAll();
    return result;
  };

  const mark = (tables: readonly PlacedTable[], job: Job): Promise<number> =>
    changeMarks(
      tables.map(({ id }) => id),
      true,
      async () => requireAll(await markTables(tables.map(targetOf), store.state.options, job), tables.length),
    );

  return {
    insert: makeAction("insert", notReviewing, insert),
    insertSample: makeAction("insertSample", notReviewing, async () => insert((await loadSamples()).SAMPLE_REQUEST)),
    insertExercise: makeAction("insertExercise", notReviewing, async () =>
      insert((await loadSamples()).EXERCISE_REQUEST),
    ),

    fill: makeAction("fill", notReviewing, async ({ tables, overwrite = false }) => {
      refuseInReview();
      const targets = tables.map(({ tableId, contents }) => {
        const { worksheetId, filled } = requireTable(tableId);
        return { worksheetId, placement: filled.placement, contents };
      });
      const { fillTables } = await loadFilling();
      const addresses = await fillTables(targets, overwrite);
      await monitor.readAll();
      return { addresses };
    }),

    validate: makeAction("validate", always, async (_, job) => {
      const view = await readCalculated(job);
      requireTables(view);
      const { sheet, unlinked } = await report(view, new Date(), job);
      if (unlinked > 0) throw new StoppedError({ sheet, unlinked });
      return { verdict: view.summary.verdict, sheet };
    }),

    export: makeAction("export", withTables, async ({ evenIfNotPassed = false }, job) => {
      const view = await readCalculated(job);
      const { tables, summary } = view;
      requireTables(view);
      const { verdict } = summary;
      if (verdict !== "pass" && !evenIfNotPassed) {
        throw new NotPassedError(verdict, summary);
      }
      const subject = subjectOf(tables);
      const time = new Date();
      // an older report in the file would contradict its stamp; without any the stamp stands alone
      const written = await report(view, time, job).catch(noRoomForReport);
      const { record: known, options } = store.state;
      const { explanations, confirmed } = known;
      const { blankIsZero } = options;
      const request = { ...subject, view, time, explanations, confirmed, blankIsZero, part: record.part };
      const sealed = async () => sealExport(await readFile(job), request, texts);
      const bytes = await unlessStopped(job, sealed).catch(withReport(written));
      const sheet = written?.sheet ?? null;
      const unit = subject.unit?.slice(0, LONGEST_UNIT) ?? null;
      const fileName = safeFileName(texts.fileName({ ...subject, unit, verdict }));
      return { fileName, verdict, sheet, way: await offerFile(bytes, fileName) };
    }),

    mark: makeAction("mark", someUnmarked, async ({ tableId }, job) => {
      const tables = tableId === undefined ? requireTables(store.state) : [requireTable(tableId)];
      return { formats: await mark(tables, job) };
    }),

    unmark: makeAction("unmark", someMarked, async ({ tableId }, job) => {
      if (tableId !== undefined) {
        const target = targetOf(requireTable(tableId));
        return {
          formats: await changeMarks([tableId], false, async () => requireAll(await unmarkTables([target], job), 1)),
        };
      }
      const tableIds = store.state.tables.map(({ id }) => id);
      const sheets = monitor.sheetIds;
      const unmarkAll = async () => requireAll(await unmarkSheets(sheets, job), sheets.length);
      return { formats: await changeMarks(tableIds, false, unmarkAll) };
    }),

    goTo: makeAction("goTo", withTables, async ({ tableId, finding }) => {
      const { worksheetId, filled } = requireTable(tableId);
      await selectArea(worksheetId, filled.placement.sheet, findingArea(finding, filled.placement));
    }),

    ...explainActions({ monitor, record }),

    show: makeAction("show", withTables, async ({ tableId }) => {
      const { worksheetId, filled } = requireTable(tableId);
      await selectArea(worksheetId, filled.placement.sheet, filled.placement.area);
    }),

    goToCell: makeAction("goToCell", withTables, async ({ tableId, key }) => {
      const { worksheetId, filled } = requireTable(tableId);
      const { sheet, area, cells } = filled.placement;
      const position = cells[key];
      await selectArea(worksheetId, sheet, position ? cellArea(position) : area);
    }),

    accept: makeAction("accept", notReviewing, async ({ tableId, changes, overFormulas = false }) => {
      refuseInReview();
      const { writeFigures } = await loadWriting();
      const { worksheetId, filled } = requireTable(tableId);
      const written = await writeFigures(worksheetId, filled.placement, changes, overFormulas);
      return { sheet: filled.placement.sheet, written };
    }),

    trust: makeAction("trust", withTables, async ({ tableId, key }) => {
      const table = requireTable(tableId);
      await repairs.trust(table, key);
      await remember((confirmed) => confirmed.confirm(table.filled, key));
    }),

    distrust: makeAction("distrust", withTables, async ({ tableId, key }) => {
      const table = requireTable(tableId);
      await repairs.distrust(table, key);
      await remember((confirmed) => confirmed.withdraw(table.filled, key));
    }),

    setReviewing: makeAction("setReviewing", always, (isReviewing) => {
      store.set({ isReviewing });
      return Promise.resolve();
    }),

    setOptions: makeAction("setOptions", always, async (change, { onProgress }) => {
      const options = { ...store.state.options, ...change };
      if (options.blankIsZero === store.state.options.blankIsZero) return;
      store.set({ options });
      monitor.setOptions(options);
      // the flags in the sheet must say what the pane says
      const marked = store.state.tables.filter(({ isMarked }) => isMarked === true);
      if (marked.length > 0) await mark(marked, { ...UNWATCHED, onProgress });
    }),

    recalculate: makeAction("recalculate", always, async (_, job) => {
      await unlessStopped(job, recalculate);
      await read(job);
    }),

    refresh: makeAction("refresh", always, async (_, job) => {
      await read(job);
    }),
  };
}
