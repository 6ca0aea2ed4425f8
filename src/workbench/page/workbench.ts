import { type IWorkbookData, LifecycleService, LifecycleStages } from "@univerjs/core";
import { ILayoutService } from "@univerjs/preset-sheets-core";
import type { WorkbookExtras } from "../extras";
import { type OpenedWorkbook, openWorkbook } from "../file/open-workbook";
import { saveWorkbook } from "../file/save-workbook";
import type { Loss } from "../file/loss";
import { blankExtras } from "../office/extras-access";
import { type OfficeHost, startOfficeHost } from "../office/office-host";
import { createGrid } from "../univer/browser";
import type { Grid } from "../univer/open-univer";
import { watchChanges } from "./changes";
import { paintGreen } from "./colours";
import { addCellMenu } from "./cell-menu";
import { download } from "./download";
import type { Question } from "./question";
import { loadRibbon, type Ribbon, type RibbonButton } from "./ribbon";
import { Store } from "./store";
import { words } from "./words";

/** The task pane's page, beside this one. */
const PANE = "taskpane.html";

/** What the page shows around the grid. */
export interface WorkbenchState {
  fileName: string;
  hasChanges: boolean;
  isPaneShown: boolean;
  /** What Excel would read from the add-in's manifest; null until it is there. */
  ribbon: Ribbon | null;
  /** What a person must wait for now, in words. */
  busy: string | null;
  question: Question | null;
}

/** The workbook that is open in the grid, as a file: new, open, save, and nothing lost without a question. */
export class Workbench {
  readonly store = new Store<WorkbenchState>({
    fileName: "",
    hasChanges: false,
    isPaneShown: true,
    ribbon: null,
    busy: words.loading,
    question: null,
  });
  #started: { grid: Grid; host: OfficeHost } | null = null;
  #extras: WorkbookExtras = blankExtras();
  #answer: ((id: string) => void) | null = null;

  /** Shows a blank workbook in `container` and the add-in in `frame`; returns what takes everything down again. */
  start(container: HTMLElement, frame: HTMLIFrameElement): () => void {
    const grid = createGrid(container);
    paintGreen(grid);
    const watch = watchChanges(grid, () => {
      if (!this.store.get().hasChanges) this.store.update({ hasChanges: true });
    });
    const host = startOfficeHost({
      grid,
      frame,
      paneUrl: PANE,
      extras: () => this.#extras,
      documentName: () => this.store.get().fileName,
      save: () => this.#bytes(),
      open: (bytes) => this.#openBytes(bytes, words.untitled),
      isPaneShown: () => this.store.get().isPaneShown,
      showPane: this.showPane,
      onDefect: reportError,
      // the pane has a title of its own: Tab goes round in it, and F6 and Escape lead out of it
      onExit: (exit) => {
        if (exit === "tab" || exit === "tabBack") frame.closest("aside")?.querySelector("button")?.focus();
        else this.focusGrid();
      },
    });
    this.#started = { grid, host };
    this.store.update({ fileName: words.untitled });
    const rendered = grid.injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
    void Promise.all([loadRibbon(), rendered]).then(([ribbon]) => {
      addCellMenu(grid, ribbon.cellMenu, this.press);
      this.store.update({ busy: null, ribbon });
    }, reportError);
    return () => {
      this.#started = null;
      host.dispose();
      watch.dispose();
      grid.dispose();
    };
  }

  /** Whether the grid is drawn and a person can use it. */
  get isReady(): boolean {
    return this.#started !== null && this.store.get().busy === null;
  }

  get grid(): Grid {
    return this.#running.grid;
  }

  get host(): OfficeHost {
    return this.#running.host;
  }

  newWorkbook = async (): Promise<void> => {
    if (!(await this.#mayDropChanges())) return;
    this.#show(undefined, blankExtras(), words.untitled);
  };

  /** Opens the file that a person picked or dropped. */
  openFiles = async (files: readonly File[]): Promise<void> => {
    const [file] = files;
    if (!file) return;
    if (files.length > 1) {
      await this.#tell(words.failure.severalFiles, words.failure.severalFilesText(files.length));
      return;
    }
    await this.#openBytes(new Uint8Array(await file.arrayBuffer()), file.name);
  };

  /** Saves as a download; whether it succeeded. */
  save = async (): Promise<boolean> => {
    const { fileName } = this.store.get();
    try {
      const bytes = await this.#during(words.saving, () => this.#bytes());
      download(bytes, fileName.replace(/(\.xlsx)?$/i, ".xlsx"));
    } catch (error) {
      await this.#tell(words.failure.save, words.failure.reason(error));
      return false;
    }
    this.store.update({ hasChanges: false });
    return true;
  };

  showPane = (isShown: boolean): void => {
    if (isShown === this.store.get().isPaneShown) return;
    this.store.update({ isPaneShown: isShown });
    this.host.visibilityChanged(isShown);
  };

  focusGrid = (): void => this.grid.injector.get(ILayoutService).focus();

  focusPane = (): void => {
    if (this.store.get().isPaneShown) this.host.focusPane();
  };

  /** A person pressed one of the add-in's buttons on the ribbon or in the menu of a cell. */
  press = async ({ command, label }: RibbonButton): Promise<void> => {
    if (command === null) return this.showPane(true);
    try {
      await this.host.runCommand(command);
    } catch (error) {
      await this.#tell(words.failure.command(label), words.failure.reason(error));
    }
  };

  /** Shows a question and waits for its answer. Asking again answers the earlier question with its dismissal. */
  ask<Answer extends string>(question: Question<Answer>): Promise<Answer> {
    const earlier = this.store.get().question;
    if (earlier) this.answer(earlier.onDismiss);
    return new Promise((resolve) => {
      this.#answer = (id) => resolve(id as Answer);
      this.store.update({ question });
    });
  }

  /** The dialog calls this with the id of the answer that was chosen. */
  answer = (id: string): void => {
    const answer = this.#answer;
    this.#answer = null;
    this.store.update({ question: null });
    answer?.(id);
  };

  get #running(): { grid: Grid; host: OfficeHost } {
    if (!this.#started) throw new Error("The workbench has not started");
    return this.#started;
  }

  /** Whether the changes of the open workbook are saved, or the person lets them go. */
  async #mayDropChanges(): Promise<boolean> {
    const { hasChanges, fileName } = this.store.get();
    if (!hasChanges) return true;
    const { title, text, save, discard } = words.unsavedQuestion;
    const answer = await this.ask({
      title,
      text: text(fileName),
      answers: [
        { id: "save", label: save },
        { id: "discard", label: discard },
        { id: "cancel", label: words.cancel },
      ],
      onDismiss: "cancel",
    });
    return answer === "save" ? this.save() : answer === "discard";
  }

  /** Whether the person opens the workbook although parts of it have no place here. */
  async #acceptsLosses(fileName: string, losses: readonly Loss[]): Promise<boolean> {
    if (losses.length === 0) return true;
    const { title, text, item, open } = words.lossQuestion;
    const answer = await this.ask({
      title,
      text: text(fileName),
      items: losses.map(item),
      answers: [
        { id: "open", label: open },
        { id: "cancel", label: words.cancel },
      ],
      onDismiss: "cancel",
    });
    return answer === "open";
  }

  async #tell(title: string, text: string): Promise<void> {
    await this.ask({ title, text, answers: [{ id: "ok", label: words.ok }], onDismiss: "ok" });
  }

  async #openBytes(bytes: Uint8Array, fileName: string): Promise<void> {
    let opened: OpenedWorkbook;
    try {
      opened = await this.#during(words.opening(fileName), () => openWorkbook(bytes));
    } catch (error) {
      await this.#tell(words.failure.open(fileName), words.failure.reason(error));
      return;
    }
    if (!(await this.#acceptsLosses(fileName, opened.lost)) || !(await this.#mayDropChanges())) return;
    this.#show(opened.data, opened.extras, fileName);
  }

  /** Puts a workbook into the grid; the add-in starts anew, as it does for every workbook in Excel. */
  #show(data: Partial<IWorkbookData> | undefined, extras: WorkbookExtras, fileName: string): void {
    this.#extras = extras;
    this.grid.openWorkbook(data);
    this.store.update({ fileName, hasChanges: false });
    this.host.reload();
  }

  async #bytes(): Promise<Uint8Array> {
    await this.grid.recalculation.settled();
    const workbook = this.grid.api.getActiveWorkbook();
    if (!workbook) throw new Error("No workbook is open");
    return saveWorkbook(workbook.save(), this.#extras);
  }

  /** Says what is going on for as long as it takes. */
  async #during<Result>(what: string, action: () => Promise<Result> | Result): Promise<Result> {
    this.store.update({ busy: what });
    // Reading and writing hold the page up: let it show the words first.
    await new Promise((resolve) => setTimeout(resolve));
    try {
      return await action();
    } finally {
      this.store.update({ busy: null });
    }
  }
}
