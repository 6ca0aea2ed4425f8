import { SheetsSelectionsService } from "@univerjs/sheets";
import type { Grid } from "../univer/open-univer";
import { formatArea } from "./addresses";
import { Book, type BookSurroundings } from "./book";
import { raiseChanges } from "./change-events";
import { type BatchSummary, type BatchWorkbook, Dispatcher } from "./dispatcher";
import { EditMode } from "./edit-mode";
import { EventDesk, type EventEntry, EventType } from "./event-desk";
import { GridWatch } from "./grid-watch";
import { HostError } from "./host-error";
import type { HostObject } from "./host-object";
import { LiveAreas } from "./live-areas";
import type { Model } from "./model/model";
import { selectedAreas } from "./model/selection";
import { createServerObject, WebShell } from "./model/web-shell";
import { Workbook } from "./model/workbook";
import { Protection } from "./protection";
import { References } from "./references";
import { SheetCopies } from "./sheet-copies";
import { toWireId } from "./sheet-ids";
import { ActionType, PathType, RequestFlag, type RequestBatch, type ResponseBatch } from "./wire";

/** Batches are sent to this partition for what the web page around the workbook does. */
const WEB_PARTITION = "WacPartition";

export interface HostCounters {
  /** Batches since the last reset: one for each `context.sync()`, and those that Office.js sends by itself. */
  batches: number;
  /** The batches, oldest first. */
  readonly each: readonly BatchSummary[];
  reset(): void;
}

/** What takes events to a pane. */
export interface EventReceiver {
  deliver(entries: EventEntry[]): void;
  selectionChanged(): void;
}

/** Office.js lets go of its ranges after it has answered its caller; a refusal then would reach nobody. */
const releasesOnly = ({ Actions, ObjectPaths }: RequestBatch): boolean =>
  Actions.every(({ ActionType: type, Name, ObjectPathId }) =>
    type === ActionType.Instantiate
      ? ObjectPaths[ObjectPathId]?.ObjectPathType === PathType.GlobalObject
      : type === ActionType.Method && Name === "_RemoveReference",
  );

/**
 * Excel, as Office.js knows it: answers batches from the grid's workbook and tells of everything that happens in it. It knows
 * nothing of how batches and events travel.
 */
export class ExcelHost implements BatchWorkbook {
  readonly references = new References();
  readonly counters: HostCounters;
  readonly model: Model;
  readonly editMode: EditMode;
  readonly #book: Book;
  readonly #desk: EventDesk;
  readonly #live: LiveAreas;
  readonly #protection: Protection;
  readonly #copies: SheetCopies;
  readonly #watch: GridWatch;
  readonly #dispatcher: Dispatcher;
  readonly #selection: { unsubscribe(): void };
  readonly #defects: (error: unknown) => void;
  #receiver: EventReceiver | null = null;
  /** Set while a batch runs: ends the undo step that it makes. */
  #endUndo: (() => void) | null = null;
  #waiting = 0;
  /** Set while what a person did waits to be told. */
  #telling: Promise<void> | null = null;
  #disposed = false;
  #lastSelection = "";

  /** @param onDefect is told of errors of the host itself; an add-in sees them as `GeneralException` */
  constructor(grid: Grid, surroundings: BookSurroundings, onDefect: (error: unknown) => void) {
    const { injector } = grid;
    this.#defects = onDefect;
    this.#live = new LiveAreas(injector);
    this.#desk = new EventDesk(this.#live);
    this.#book = new Book(grid, this.#live, surroundings);
    this.#protection = new Protection(this.#book);
    this.#copies = new SheetCopies(this.#book);
    this.editMode = new EditMode(injector);
    this.model = {
      book: this.#book,
      desk: this.#desk,
      protection: this.#protection,
      session: { calculationMode: "Automatic", calculationSuspended: false, startState: "Inactive" },
    };
    this.#watch = new GridWatch(injector, () => this.#onGridChange());
    this.#selection = injector.get(SheetsSelectionsService).selectionChanged$.subscribe(() => this.#onGridChange());
    this.#dispatcher = new Dispatcher(this);
    const each: BatchSummary[] = [];
    this.counters = {
      get batches() {
        return each.length;
      },
      each,
      reset: () => {
        each.length = 0;
      },
    };
  }

  /** Where events go from now on. */
  connect(receiver: EventReceiver | null): void {
    this.#receiver = receiver;
  }

  /**
   * Runs one batch after those before it. While a person edits a cell it fails as in Excel, or waits if it asks for that; what is asked of the web page around the
   * workbook is not concerned.
   * Call `responseSent` when the answer is on its way: until then no event goes out.
   */
  async execute(batch: RequestBatch, flags: number, partition: string): Promise<ResponseBatch> {
    if (this.editMode.active && partition !== WEB_PARTITION && !releasesOnly(batch)) {
      if (!(flags & RequestFlag.delayForCellEdit)) throw new HostError("InvalidOperationInCellEditMode");
      await this.editMode.ended();
    }
    this.#waiting++;
    try {
      return await this.#dispatcher.execute(batch, partition);
    } catch (error) {
      this.#waiting--;
      throw error;
    }
  }

  responseSent(): void {
    this.#waiting--;
    this.#deliver();
  }

  /** Resolves when what a person did so far is calculated and told to all handlers. */
  async settled(): Promise<void> {
    do {
      await new Promise((resolve) => setTimeout(resolve, 0));
      await this.#telling;
      await this.#book.grid.recalculation.settled();
    } while (this.#waiting > 0 || this.#telling !== null);
  }

  dispose(): void {
    this.#disposed = true;
    this.#receiver = null;
    this.#selection.unsubscribe();
    this.#watch.dispose();
    this.editMode.dispose();
    this.#copies.dispose();
    this.#protection.dispose();
    this.#live.dispose();
  }

  root(partition: string): HostObject {
    return partition === WEB_PARTITION ? new WebShell(this.model) : new Workbook(this.model);
  }

  create(typeName: string): HostObject {
    return createServerObject(typeName, this.model);
  }

  beginBatch(): void {
    // what a person did before is told first, as the person's doing
    this.#flush(false);
    this.#endUndo = this.#book.grid.undo.gather(() => this.#book.acting);
  }

  async beforeRead(): Promise<void> {
    if (!this.model.session.calculationSuspended) await this.#book.calculated();
  }

  afterAction(): boolean {
    this.#flush(true);
    return this.#book.takeWrote();
  }

  endBatch(summary: BatchSummary): void {
    this.#endUndo?.();
    this.#endUndo = null;
    this.model.session.calculationSuspended = false;
    this.#live.forgetUnheld();
    (this.counters.each as BatchSummary[]).push(summary);
  }

  onDefect(error: unknown): void {
    this.#defects(error);
  }

  #onGridChange(): void {
    // one act of a person is several mutations in a row; what an add-in does is gathered after each action instead
    if (this.#endUndo || this.#telling) return;
    this.#telling = this.#tell();
  }

  /** An act is told when it is complete and calculated; an input that validation takes back was none. */
  async #tell(): Promise<void> {
    try {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (!this.#disposed) await this.#book.calculated();
    } finally {
      // what changes from here on is told anew, however soon it comes
      this.#telling = null;
    }
    if (this.#disposed) return;
    this.#flush(false);
    this.#deliver();
  }

  #flush(byAddin: boolean): void {
    raiseChanges(this.#desk, this.#watch.take(), byAddin);
    const sheetId = this.#book.openWorkbook?.getActiveSheet()?.getSheetId();
    if (sheetId === undefined) return;
    const address = selectedAreas(this.model, sheetId).map(formatArea).join(",");
    const selection = `${sheetId} ${address}`;
    if (selection === this.#lastSelection) return;
    const first = this.#lastSelection === "";
    this.#lastSelection = selection;
    if (first) return;
    const worksheetId = toWireId(sheetId);
    this.#desk.raise(EventType.SelectionChanged, worksheetId, { address, worksheetId });
    this.#desk.raiseSelectionChanged();
  }

  #deliver(): void {
    if (this.#waiting > 0) return;
    const { entries, selectionChanged } = this.#desk.take();
    if (entries.length > 0) this.#receiver?.deliver(entries);
    if (selectionChanged) this.#receiver?.selectionChanged();
  }
}
