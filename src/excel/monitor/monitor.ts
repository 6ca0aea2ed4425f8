import { readName } from "../../recognise/year";
import { ownSheetsIn } from "../../record/own-sheets";
import type { RecordProblem } from "../../record/record";
import type { CheckOptions } from "../../rules/check";
import type { Explanations } from "../../rules/explained";
import { agreedOnBlanks } from "../../rules/formula";
import type { Grid } from "../../tables/grid";
import { ExcelError, TooLargeError } from "../errors";
import { partsOf } from "../job";
import { findMarks } from "../mark";
import type { PlacedTable } from "../placed-table";
import {
  areaReading,
  readSheets,
  requestArea,
  requestSheet,
  sheetReading,
  type SheetEntry,
  type SheetReading,
} from "../read";
import { isReportSheet } from "../../record/report-sheet";
import { recordProblemOf, recordReading, requestRecord, type RawRecord } from "../record";
import { visit } from "../session";
import { Burst, TIMING, type BurstTiming } from "./burst";
import { Dirt } from "./dirt";
import { WorkbookEvents, type WorkbookListener } from "./events";
import { inSlices } from "./slices";
import { Tables, type TablesView } from "./tables";
import { touchedTables } from "./touched";

export interface MonitorListener {
  /**
   * The workbook was read whole, and this is what it remembers besides its cells, or why Excel does not hand it over. Gives the
   * explanations that the tables are judged with.
   */
  onRecord(raw: RawRecord | RecordProblem): Promise<Explanations>;
  /** The tables changed, or their checks did. */
  onTables(view: TablesView): void;
  /** The flags in the sheets were looked at. They count blank cells as 0 or do not; null when they say nothing or do not agree. */
  onMarks(blankIsZero: boolean | null): void;
  /** The workbook was read whole, and this is a report sheet in it. */
  onReport(grid: Grid): void;
  /**
   * The workbook was read whole. `isManual`: Excel calculates only when it is told to, so that formulas may show results of
   * earlier numbers.
   */
  onWorkbook(workbook: { name: string; isManual: boolean }): void;
  /** Whether Excel does not answer now, so that the last view may be older than the sheet. */
  onStale(isStale: boolean): void;
  /** Something went wrong that waiting alone will not mend. It is tried again all the same. */
  onError(error: unknown): void;
}

interface ListReading {
  name: string;
  isManual: boolean;
  sheets: SheetEntry[];
  record: RawRecord | RecordProblem;
}

/** Sheets that are asked for in one round trip: Excel takes longer over more of them than a person waits. */
const SHEETS_AT_ONCE = 250;

/** Told while the workbook is read whole. */
export type WatchReading = (done: number, total: number) => void;

/** What passes by itself when the person goes on. */
const PASSING: ReadonlySet<string> = new Set(["CellEditMode", "HostBusy"]);

/** Milliseconds between whole readings that nobody asked for and no event called for. */
const REST = 10_000;

/**
 * Watches the workbook: finds its tables, keeps their checks up to date while a person types. It never writes, and reads with
 * one round trip for each burst of edits.
 */
export class Monitor implements WorkbookListener {
  readonly #listener: MonitorListener;
  readonly #tables: Tables;
  readonly #events = new WorkbookEvents(this);
  readonly #dirt = new Dirt();
  readonly #burst: Burst;
  #shown: TablesView | null = null;
  /** Set while the workbook is read whole, part by part: a part of its tables is not shown for all of them. */
  #isPartial = false;
  #isStale = false;
  /** When the workbook was read whole. */
  #readAt = -Infinity;
  /** Told how many of how many sheets were read, while all are. */
  readonly #watchers = new Set<WatchReading>();

  constructor(options: CheckOptions, listener: MonitorListener, timing: BurstTiming = TIMING) {
    this.#tables = new Tables(options);
    this.#listener = listener;
    this.#burst = new Burst(() => this.#catchUp(), timing);
  }

  /**
   * Reads the whole workbook; begins to watch it if that has not begun yet.
   * @throws ExcelError; it is tried again all the same
   */
  async readAll(watch?: WatchReading): Promise<TablesView> {
    this.#dirt.all = true;
    this.#dirt.marks = true;
    if (watch) this.#watchers.add(watch);
    try {
      await this.#burst.flush();
    } finally {
      if (watch) this.#watchers.delete(watch);
    }
    return this.#tables.view();
  }

  /** Looks soon at which tables carry flags: some were put or taken away, and it is not known which. */
  lookAtMarks(): void {
    this.#dirt.marks = true;
    this.#burst.touch();
  }

  /**
   * Reads everything again soon, unless that was done a moment ago. For moments in which a person comes back: Excel does not
   * tell of every change, and of none while the machine slept.
   */
  wake(): void {
    if (Date.now() - this.#readAt < REST) return;
    this.#dirt.all = true;
    this.#burst.touch();
  }

  /** Ids of all worksheets, as they were read last. */
  get sheetIds(): readonly string[] {
    return this.#tables.sheetIds;
  }

  table(tableId: string): PlacedTable | undefined {
    return this.#tables.get(tableId);
  }

  setOptions(options: CheckOptions): void {
    this.#tables.options = options;
    this.#show();
  }

  setExplanations(explanations: Explanations): void {
    this.#tables.explanations = explanations;
    this.#show();
  }

  setMarked(tableIds: readonly string[], isMarked: boolean): void {
    for (const id of tableIds) this.#tables.setMarked(id, isMarked);
    this.#show();
  }

  async dispose(): Promise<void> {
    this.#burst.dispose();
    await this.#events.dispose();
  }

  onCells(worksheetId: string, address: string | null): void {
    const touched = address === null ? null : touchedTables(this.#tables.on(worksheetId), address);
    if (touched) for (const { id } of touched) this.#dirt.tables.set(id, worksheetId);
    else this.#dirt.sheets.add(worksheetId);
    this.#burst.touch();
  }

  onSheetAdded(worksheetId: string): void {
    this.#dirt.sheets.add(worksheetId);
    this.#burst.touch();
  }

  onSheetDeleted(worksheetId: string): void {
    this.#tables.removeSheet(worksheetId);
    this.#show();
  }

  /** Its tables are looked at again, in case that a change of them was not told. */
  onSheetActivated(worksheetId: string): void {
    for (const { id } of this.#tables.on(worksheetId)) this.#dirt.tables.set(id, worksheetId);
    this.onSheets();
  }

  onSheets(): void {
    this.#dirt.list = true;
    this.#burst.touch();
  }

  /** Reads what is dirty; what fails stays dirty. */
  async #catchUp(): Promise<void> {
    const dirt = this.#dirt.take();
    try {
      if (dirt.all) await this.#readAll();
      else if (dirt.list || dirt.sheets.size > 0 || dirt.tables.size > 0) await this.#readChanges(dirt);
      this.#show();
      if (dirt.marks) await this.#readMarks();
    } catch (error) {
      this.#dirt.add(dirt);
      this.#fail(error);
      throw error;
    }
    this.#setStale(false);
    this.#show();
  }

  async #readAll(): Promise<void> {
    this.#readAt = Date.now();
    const { name, isManual, sheets, record } = await this.#readList();
    this.#listener.onWorkbook({ name, isManual });
    this.#tables.setName(readName(name));
    this.#tables.explanations = await this.#listener.onRecord(record);
    this.#tables.ownSheets = ownSheetsIn(typeof record === "string" ? {} : record.properties);
    const ids = sheets.map((sheet) => sheet.id);
    await this.#events.watchSheets(ids);
    this.#tables.setSheets(sheets);
    this.#isPartial = true;
    try {
      let done = 0;
      const tell = () => this.#watchers.forEach((watch) => watch(done, ids.length));
      tell();
      for (const part of partsOf(ids, SHEETS_AT_ONCE)) {
        await this.#readPart(part, () => {
          done += 1;
          tell();
        });
      }
    } finally {
      this.#isPartial = false;
    }
  }

  /**
   * Edits that come in between are read afterwards, as their tables or sheets are dirty; a sheet that was deleted in between
   * does not come back.
   */
  async #readPart(ids: readonly string[], onSheet: () => void): Promise<void> {
    const readings = await readSheets(ids);
    const read = new Set(readings.map(({ id }) => id));
    for (const id of ids) if (!read.has(id)) this.#tables.removeSheet(id);
    await inSlices(readings, (reading) => {
      if (this.#tables.isListed(reading.id)) this.#tables.setSheet(reading);
      if (isReportSheet(reading.grid.sheet)) this.#listener.onReport(reading.grid);
      onSheet();
    });
  }

  /** What the workbook is called, which sheets there are, and what it remembers, or why that cannot be had. */
  async #readList(known: RecordProblem | null = null): Promise<ListReading> {
    try {
      return await visit(async (context) => {
        const { workbook } = context;
        const { application, worksheets } = workbook;
        workbook.load("name");
        application.load("calculationMode");
        worksheets.load("items/id,items/name");
        const request = known ? null : requestRecord(context);
        const registrations = this.#events.isOn ? [] : this.#events.request(context);
        await context.sync();
        this.#events.keep(registrations);
        const sheets = worksheets.items.map(({ id, name }) => ({ id, name }));
        const record = request ? await recordReading(context, request) : known!;
        const isManual = application.calculationMode === Excel.CalculationMode.manual;
        return { name: workbook.name, isManual, sheets, record };
      });
    } catch (error) {
      // the tables can be checked all the same
      const problem = recordProblemOf(error);
      if (known || !problem) throw error;
      return this.#readList(problem);
    }
  }

  /** In one round trip; only what is too much for one is read with everything else, in parts. */
  async #readChanges(dirt: Dirt): Promise<void> {
    try {
      await this.#readDirty(dirt);
    } catch (error) {
      if (!(error instanceof TooLargeError)) throw error;
      await this.#readAll();
    }
  }

  async #readDirty(dirt: Dirt): Promise<void> {
    // A table that is found no more, or elsewhere: its sheet was recognised anew after the edit, from what was read before it.
    for (const [id, worksheetId] of dirt.tables) if (!this.#tables.get(id)) dirt.sheets.add(worksheetId);
    const isStructural = dirt.list || dirt.sheets.size > 0;
    const placed = [...dirt.tables.keys()]
      .flatMap((id) => this.#tables.get(id) ?? [])
      .filter(({ worksheetId }) => !dirt.sheets.has(worksheetId));
    await visit(async (context) => {
      const { worksheets } = context.workbook;
      if (isStructural) worksheets.load("items/id,items/name");
      const sheets = [...dirt.sheets].map((id) => requestSheet(context, id));
      const areas = placed.map(({ worksheetId, filled: { placement } }) =>
        requestArea(context, worksheetId, placement.surroundings?.area ?? placement.area),
      );
      await context.sync();
      if (isStructural) this.#takeSheets(worksheets.items, dirt);
      sheets.forEach((request) => this.#takeSheet(request.id, sheetReading(request)));
      placed.forEach((table, index) => this.#takeTable(table, areaReading(areas[index]!)));
    });
    if (isStructural) await this.#events.watchSheets(this.#tables.sheetIds);
  }

  async #readMarks(): Promise<void> {
    const { tables } = this.#tables.view();
    const targets = tables.map(({ worksheetId, filled }) => ({ worksheetId, placement: filled.placement }));
    const marks = targets.length === 0 ? [] : await findMarks(targets);
    tables.forEach(({ id }, index) => this.#tables.setMarked(id, marks[index] !== null));
    this.#listener.onMarks(agreedOnBlanks(marks.map((mark) => mark?.blankIsZero ?? null)));
  }

  #takeSheets(sheets: readonly SheetEntry[], dirt: Dirt): void {
    for (const id of this.#tables.setSheets(sheets)) if (!dirt.sheets.has(id)) this.onSheetAdded(id);
  }

  #takeSheet(worksheetId: string, reading: SheetReading | null): void {
    if (reading) this.#tables.setSheet(reading);
    else this.#tables.removeSheet(worksheetId);
  }

  /** A table whose labels changed too is recognised anew with its sheet, as soon as this reading has ended. */
  #takeTable({ id, worksheetId }: PlacedTable, grid: Grid | null): void {
    if (!grid) this.#tables.removeSheet(worksheetId);
    else if (!this.#tables.setTable(id, grid)) this.onCells(worksheetId, null);
  }

  #show(): void {
    if (this.#isPartial) return;
    const view = this.#tables.view();
    if (view === this.#shown) return;
    this.#shown = view;
    this.#listener.onTables(view);
  }

  /** What passes by itself is shown as waiting; anything else is told, once until a reading succeeds. */
  #fail(error: unknown): void {
    const isPassing = error instanceof ExcelError && PASSING.has(error.code);
    if (!isPassing && !this.#isStale) this.#listener.onError(error);
    this.#setStale(true);
  }

  #setStale(isStale: boolean): void {
    if (isStale === this.#isStale) return;
    this.#isStale = isStale;
    this.#listener.onStale(isStale);
  }
}
