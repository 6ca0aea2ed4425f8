import type {
  AcceptRequest,
  AcceptResult,
  ActionId,
  ActionTypes,
  App,
  FillRequest,
  InsertRequest,
  InsertResult,
  StoppableId,
} from "../../src/actions/action";
import { failureOf, NotPassedError, StoppedError } from "../../src/actions/errors";
import { EXERCISE_REQUEST } from "../../src/actions/sample";
import type { AppState, PlacedTable } from "../../src/actions/state";
import type { TableRepair, TrustedCell } from "../../src/actions/table-repair";
import { Years } from "../../src/actions/years";
import type { LastYear } from "../../src/batch/units/last-year";
import { suspectsOf } from "../../src/repair/suspects";
import { HoldsFormulaError, OccupiedError } from "../../src/excel/errors";
import { ConfirmedCells } from "../../src/record/confirmed-cells";
import { ExplanationBook } from "../../src/record/explanation-book";
import { writtenIn } from "../../src/rules/cells";
import { checkTable, judgeTable, recheckTable } from "../../src/rules/check";
import { summarise } from "../../src/rules/workbook";
import { areaAddress, cellAddress } from "../../src/tables/address";
import { BLANK, type CellContent, type FilledTable } from "../../src/tables/filled";
import { formatOf, tableOf } from "../../src/tables/formats";
import type { CellKey, SectionId } from "../../src/tables/table";
import { fillTable, placeTable, type Given } from "../locales/filled";

export interface Call {
  id: ActionId;
  input: unknown;
}

const START: AppState = {
  phase: "ready",
  options: { blankIsZero: false },
  name: "报表.xlsx",
  tables: [],
  reports: [],
  comparison: null,
  summary: summarise([]),
  repairs: new Map(),
  isReviewing: false,
  isStale: false,
  isManual: false,
  cutSheets: [],
  record: { explanations: ExplanationBook.EMPTY, confirmed: ConfirmedCells.EMPTY, problem: null, seal: null, lost: [] },
  running: null,
  progress: null,
  done: null,
  stopped: null,
  failure: null,
  limits: [],
};

/** When everything is written. */
const NOW = "2026-01-31T01:05:00Z";

const NEEDS_TABLES: ReadonlySet<ActionId> = new Set<ActionId>(["validate", "export", "mark", "unmark", "show", "goTo"]);

const WRITES_FIGURES: ReadonlySet<ActionId> = new Set<ActionId>([
  "insert",
  "insertSample",
  "insertExercise",
  "fill",
  "accept",
]);

/** The add-in over tables in memory: the same state and the same checks as in Excel, without a workbook. */
export class MemoryApp implements App {
  /** Every action that was run, in order. */
  readonly calls: Call[] = [];
  /** Cells in the way of the next insertion. */
  occupied: readonly string[] = [];
  /** Formulas in cells, by their key. */
  formulas: Readonly<Record<CellKey, string>> = {};
  private state: AppState = START;
  private readonly listeners = new Set<() => void>();
  private readonly failures = new Map<ActionId, Error>();
  private gate: Promise<void> | null = null;
  private readonly years: Years;

  constructor(state: Partial<AppState> = {}) {
    this.state = { ...START, ...state };
    const now = () => this.state;
    this.years = new Years({
      get state() {
        return now();
      },
      set: (part) => this.set(part),
    });
  }

  getState = (): AppState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  isEnabled = (id: ActionId): boolean =>
    this.state.running === null &&
    (this.state.tables.length > 0 || !NEEDS_TABLES.has(id)) &&
    !(this.state.isReviewing && WRITES_FIGURES.has(id));

  run = async <Id extends ActionId>(id: Id, input: ActionTypes[Id]["input"]): Promise<ActionTypes[Id]["output"]> => {
    this.calls.push({ id, input });
    this.set({ running: id });
    try {
      await this.gate;
      const failure = this.failures.get(id);
      this.failures.delete(id);
      if (failure) throw failure;
      const output = this.actions[id](input);
      this.set({ done: { action: id, output } });
      return output;
    } catch (error) {
      if (error instanceof StoppedError) this.set({ stopped: { action: id as StoppableId, ...error.stopped } });
      else this.set({ failure: failureOf(error, id) });
      throw error;
    } finally {
      this.set({ running: null, progress: null });
    }
  };

  dismissFailure = (): void => this.set({ failure: null });

  /** How often a person asked to stop what runs. */
  stops = 0;
  stop = (): void => {
    this.stops += 1;
  };

  wake = (): void => undefined;

  setLastYear = (lastYear: LastYear | null): void => this.years.setLastYear(lastYear);

  dispose = (): Promise<void> => Promise.resolve();

  /** Changes any part of the state, as something outside of the pane does. */
  set(part: Partial<AppState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }

  failNext(id: ActionId, error: Error): void {
    this.failures.set(id, error);
  }

  /** Actions that are run from now on wait until the returned function is called. */
  hold(): () => void {
    let release = () => {};
    this.gate = new Promise((resolve) => (release = resolve));
    return () => {
      this.gate = null;
      release();
    };
  }

  /** Adds a table on a sheet of its own. Returns its id. */
  add(section: SectionId, year: number, given?: Given | FilledTable, sheet?: string): string {
    const filled =
      given && "placement" in given ? given : fillTable(placeTable(tableOf(formatOf(year), section), sheet), given);
    const check = checkTable(filled, this.state.options);
    const id = `${this.state.tables.length}!A2`;
    const table: PlacedTable = { id, worksheetId: String(this.state.tables.length), isMarked: true, filled, check };
    this.setTables([...this.state.tables, table]);
    return id;
  }

  /** A person types into a cell; only that table is checked again, and keeps what did not change. */
  type(tableId: string, key: CellKey, content: CellContent): void {
    this.setTables(
      this.state.tables.map((table) => {
        if (table.id !== tableId) return table;
        const filled = { ...table.filled, contents: { ...table.filled.contents, [key]: content } };
        return { ...table, filled, check: recheckTable(table.check, filled, [key], this.state.options) };
      }),
    );
  }

  /** Works out which cells are wrong, as the add-in does after a change. */
  localise(): void {
    this.set({ repairs: new Map(this.state.tables.map((table) => [table.id, this.repair(table, [])])) });
  }

  /** A person has taken cells for right. */
  confirm(tableId: string, keys: readonly CellKey[]): void {
    this.trust(tableId, () => keys.map((key) => ({ key, written: this.written(tableId, key) })));
  }

  private repair(table: PlacedTable, trusted: readonly TrustedCell[]): TableRepair {
    const confirmed = new Set(trusted.map(({ key }) => key));
    return { check: table.check, repair: suspectsOf(table.filled, table.check, { confirmed }), trusted };
  }

  private trust(tableId: string, change: (trusted: readonly TrustedCell[]) => readonly TrustedCell[]): void {
    const trusted = change(this.state.repairs.get(tableId)?.trusted ?? []);
    const repair = this.repair(this.table(tableId), trusted);
    this.set({ repairs: new Map([...this.state.repairs, [tableId, repair]]) });
  }

  private table(tableId: string): PlacedTable {
    return this.state.tables.find(({ id }) => id === tableId)!;
  }

  private written(tableId: string, key: CellKey): string {
    return writtenIn(this.table(tableId).filled.contents[key] ?? BLANK);
  }

  private accept({ tableId, changes, overFormulas }: AcceptRequest): AcceptResult {
    const { cells, sheet } = this.table(tableId).filled.placement;
    const addressOf = (key: CellKey) => cellAddress(cells[key]!);
    const computed = changes.filter(({ key }) => this.formulas[key]);
    if (computed.length > 0 && !overFormulas) {
      const addresses = computed.map(({ key }) => addressOf(key));
      throw new HoldsFormulaError(sheet, addresses, this.formulas[computed[0]!.key]!);
    }
    for (const { key, suggested } of changes) this.type(tableId, key, { type: "number", value: Number(suggested) });
    this.localise();
    return {
      sheet,
      written: changes.map(({ key, current, suggested }) => ({
        address: addressOf(key),
        from: current,
        to: suggested,
      })),
    };
  }

  private setTables(tables: readonly PlacedTable[]): void {
    const { reports, cutSheets } = this.state;
    this.set(this.years.join({ tables, reports, cutSheets, summary: summarise(tables) }));
  }

  /** Changes the explanations, and judges all tables with them. */
  explain(change: (book: ExplanationBook) => ExplanationBook): void {
    const { record, options, tables } = this.state;
    const explanations = change(record.explanations);
    const judged = { ...options, explanations };
    this.set({ record: { ...record, explanations } });
    this.setTables(tables.map((table) => ({ ...table, check: judgeTable(table.check, table.filled, judged) })));
  }

  private insert({ unit, year, sections, where, overwrite, filled }: InsertRequest): InsertResult {
    if (this.occupied.length > 0 && !overwrite) throw new OccupiedError("Sheet1", this.occupied);
    const addresses = sections.map((section) => {
      const given = filled?.find(({ table }) => table.section === section);
      const placement = { ...placeTable(given?.table ?? tableOf(formatOf(year), section)), unit, year };
      const blank = Object.fromEntries(placement.table.numbers.map(({ key }) => [key, null]));
      const table = fillTable(placement, blank);
      this.add(section, year, { ...table, contents: { ...table.contents, ...given?.contents } });
      return `${placement.sheet}!${areaAddress(placement.area)}`;
    });
    return { addresses, sheets: where === "newSheets" ? addresses.map((address) => address.split("!")[0]!) : [] };
  }

  private fill(tables: FillRequest["tables"], overwrite = false): Pick<InsertResult, "addresses"> {
    if (this.occupied.length > 0 && !overwrite) throw new OccupiedError("表三", this.occupied);
    const addresses = tables.map(({ tableId, contents }) => {
      const { placement } = this.table(tableId).filled;
      for (const { key } of placement.table.numbers) this.type(tableId, key, contents[key] ?? BLANK);
      return `${placement.sheet}!${areaAddress(placement.area)}`;
    });
    return { addresses };
  }

  private mark(tableId: string | undefined, isMarked: boolean): { formats: number } {
    const tables = this.state.tables.map((table) =>
      !tableId || table.id === tableId ? { ...table, isMarked } : table,
    );
    this.setTables(tables);
    return { formats: 12 };
  }

  private readonly actions: { [Id in ActionId]: (input: ActionTypes[Id]["input"]) => ActionTypes[Id]["output"] } = {
    insert: (request) => this.insert(request),
    fill: ({ tables, overwrite }) => this.fill(tables, overwrite),
    insertSample: () =>
      this.insert({
        unit: "新郑市辛店镇",
        year: 2020,
        sections: ["section2", "section3", "section4"],
        where: "newSheets",
        totals: "typed",
      }),
    insertExercise: () => this.insert(EXERCISE_REQUEST),
    validate: () => ({ verdict: this.state.summary.verdict, sheet: "校验结果" }),
    export: ({ evenIfNotPassed }) => {
      const { verdict } = this.state.summary;
      if (verdict !== "pass" && !evenIfNotPassed) throw new NotPassedError(verdict, this.state.summary);
      return { fileName: "辛店镇-2020-校验通过.xlsx", verdict, way: "download", sheet: "校验结果" };
    },
    mark: ({ tableId }) => this.mark(tableId, true),
    unmark: ({ tableId }) => this.mark(tableId, false),
    goTo: () => {},
    goToCell: () => {},
    accept: (request) => this.accept(request),
    trust: ({ tableId, key }) =>
      this.trust(tableId, (trusted) => [...trusted, { key, written: this.written(tableId, key) }]),
    distrust: ({ tableId, key }) => this.trust(tableId, (trusted) => trusted.filter((cell) => cell.key !== key)),
    setReviewing: (isReviewing) => this.set({ isReviewing }),
    explain: ({ subject, text, by, at = NOW }) => this.explain((book) => book.explain(subject, { text, by, at })),
    withdrawExplanation: ({ subject }) => this.explain((book) => book.withdraw(subject)),
    objectToExplanation: ({ subject, text, by }) => this.explain((book) => book.object(subject, { text, by, at: NOW })),
    acceptExplanation: ({ subject, by }) => this.explain((book) => book.accept(subject, { by, at: NOW })),
    show: () => {},
    setOptions: (options) => {
      const next = { ...this.state.options, ...options };
      this.set({ options: next });
      this.setTables(this.state.tables.map((table) => ({ ...table, check: checkTable(table.filled, next) })));
    },
    recalculate: () => this.set({ isManual: false }),
    refresh: () => {},
  };
}
