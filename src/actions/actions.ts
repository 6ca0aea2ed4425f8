import { offerFile, readFile } from "../excel/file";
import { insertTables } from "../excel/insert/insert";
import { markTables, unmarkSheets, unmarkTables, type MarkTarget } from "../excel/mark";
import type { Monitor } from "../excel/monitor/monitor";
import type { TablesView } from "../excel/monitor/tables";
import { writeReport } from "../excel/report/report-sheet";
import { selectArea } from "../excel/select";
import { writeFigures } from "../excel/write-figures";
import { cellArea } from "../tables/areas";
import type { Action, ActionId, ActionTypes } from "./action";
import { NoTablesError, NotPassedError, ReviewingError, TableMissingError } from "./errors";
import { safeFileName } from "./file-name";
import { findingArea } from "./finding-area";
import type { Repairs } from "./repairs";
import { makeReport } from "./report";
import { EXERCISE_CONTENTS, EXERCISE_REQUEST, SAMPLE_CONTENTS, SAMPLE_REQUEST } from "./sample";
import { stampWorkbook } from "./stamp";
import type { AppState, PlacedTable } from "./state";
import type { Store } from "./store";
import { subjectOf } from "./subject";
import type { AppTexts } from "./texts";

export type Actions = { readonly [Id in ActionId]: Action<Id> };

/** What actions work on. */
export interface Workplace {
  monitor: Monitor;
  repairs: Repairs;
  store: Store;
  texts: AppTexts;
}

type Run<Id extends ActionId> = (input: ActionTypes[Id]["input"]) => Promise<ActionTypes[Id]["output"]>;
type Enabled = (state: AppState) => boolean;

const always: Enabled = () => true;
/** What writes figures. */
const notReviewing: Enabled = ({ isReviewing }) => !isReviewing;
const withTables: Enabled = ({ tables }) => tables.length > 0;
const someUnmarked: Enabled = ({ tables }) => tables.some(({ isMarked }) => isMarked !== true);
const someMarked: Enabled = ({ tables }) => tables.some(({ isMarked }) => isMarked !== false);

/** A unit's name may be as long as it likes, but not the file's. */
const LONGEST_UNIT = 50;

const targetOf = ({ worksheetId, filled }: PlacedTable): MarkTarget => ({ worksheetId, placement: filled.placement });

/** Everything that a person can do, by its id. */
export function makeActions({ monitor, repairs, store, texts }: Workplace): Actions {
  const action = <Id extends ActionId>(id: Id, isReasonable: Enabled, run: Run<Id>): Action<Id> => ({
    id,
    isEnabled: (state) => state.running === null && isReasonable(state),
    run,
  });

  const requireTable = (tableId: string): PlacedTable => {
    const table = monitor.table(tableId);
    if (!table) throw new TableMissingError(tableId);
    return table;
  };
  const requireTables = (view: Pick<TablesView, "tables">): readonly PlacedTable[] => {
    if (view.tables.length === 0) throw new NoTablesError();
    return view.tables;
  };
  const refuseInReview = () => {
    if (store.state.isReviewing) throw new ReviewingError();
  };
  const settings = () => ({ options: store.state.options, validation: texts.validation });

  const mark = async (tables: readonly PlacedTable[]): Promise<number> => {
    const formats = await markTables(tables.map(targetOf), store.state.options);
    monitor.setMarked(
      tables.map(({ id }) => id),
      true,
    );
    return formats;
  };

  return {
    insert: action("insert", notReviewing, async (request) => {
      refuseInReview();
      const result = await insertTables(request, settings());
      await monitor.readAll();
      return result;
    }),

    insertSample: action("insertSample", notReviewing, async () => {
      refuseInReview();
      const result = await insertTables(SAMPLE_REQUEST, { ...settings(), contents: SAMPLE_CONTENTS });
      await monitor.readAll();
      return result;
    }),

    insertExercise: action("insertExercise", notReviewing, async () => {
      refuseInReview();
      const result = await insertTables(EXERCISE_REQUEST, { ...settings(), contents: EXERCISE_CONTENTS });
      await monitor.readAll();
      return result;
    }),

    validate: action("validate", always, async () => {
      const view = await monitor.readAll();
      requireTables(view);
      const sheet = await writeReport(makeReport(view, texts.report, new Date()));
      return { verdict: view.summary.verdict, sheet };
    }),

    export: action("export", withTables, async ({ evenIfNotPassed = false }) => {
      const view = await monitor.readAll();
      const { tables, summary } = view;
      requireTables(view);
      const { verdict } = summary;
      if (verdict !== "pass" && !evenIfNotPassed) {
        throw new NotPassedError(verdict, summary.findings.error, summary.blanks);
      }
      const subject = subjectOf(tables);
      const time = new Date();
      // an older report in the file would contradict its stamp
      await writeReport(makeReport(view, texts.report, time));
      const bytes = await stampWorkbook(await readFile(), { ...subject, verdict, time }, texts);
      const unit = subject.unit?.slice(0, LONGEST_UNIT) ?? null;
      const fileName = safeFileName(texts.fileName({ ...subject, unit, verdict }));
      return { fileName, verdict, way: await offerFile(bytes, fileName) };
    }),

    mark: action("mark", someUnmarked, async ({ tableId }) => {
      const tables = tableId === undefined ? requireTables(store.state) : [requireTable(tableId)];
      return { formats: await mark(tables) };
    }),

    unmark: action("unmark", someMarked, async ({ tableId }) => {
      if (tableId !== undefined) {
        const formats = await unmarkTables([targetOf(requireTable(tableId))]);
        monitor.setMarked([tableId], false);
        return { formats };
      }
      const formats = await unmarkSheets(monitor.sheetIds);
      monitor.setMarked(
        store.state.tables.map(({ id }) => id),
        false,
      );
      return { formats };
    }),

    goTo: action("goTo", withTables, async ({ tableId, finding }) => {
      const { worksheetId, filled } = requireTable(tableId);
      await selectArea(worksheetId, filled.placement.sheet, findingArea(finding, filled.placement));
    }),

    show: action("show", withTables, async ({ tableId }) => {
      const { worksheetId, filled } = requireTable(tableId);
      await selectArea(worksheetId, filled.placement.sheet, filled.placement.area);
    }),

    goToCell: action("goToCell", withTables, async ({ tableId, key }) => {
      const { worksheetId, filled } = requireTable(tableId);
      const { sheet, area, cells } = filled.placement;
      const position = cells[key];
      await selectArea(worksheetId, sheet, position ? cellArea(position) : area);
    }),

    accept: action("accept", notReviewing, async ({ tableId, changes, overFormulas = false }) => {
      refuseInReview();
      const { worksheetId, filled } = requireTable(tableId);
      return { written: await writeFigures(worksheetId, filled.placement, changes, overFormulas) };
    }),

    trust: action("trust", withTables, async ({ tableId, key }) => repairs.trust(requireTable(tableId), key)),

    distrust: action("distrust", withTables, async ({ tableId, key }) => repairs.distrust(requireTable(tableId), key)),

    setReviewing: action("setReviewing", always, (isReviewing) => {
      store.set({ isReviewing });
      return Promise.resolve();
    }),

    setOptions: action("setOptions", always, async (change) => {
      const options = { ...store.state.options, ...change };
      if (options.blankIsZero === store.state.options.blankIsZero) return;
      store.set({ options });
      monitor.setOptions(options);
      // the flags in the sheet must say what the pane says
      const marked = store.state.tables.filter(({ isMarked }) => isMarked === true);
      if (marked.length > 0) await mark(marked);
    }),

    refresh: action("refresh", always, async () => {
      await monitor.readAll();
    }),
  };
}
