import { LifecycleService, LifecycleStages } from "@univerjs/core";
import type { Grid } from "../univer/open-univer";
import { createGrid } from "../univer/browser";
import { watchChanges } from "./changes";
import { paintGreen } from "./colours";
import type { Question } from "./question";
import { Store } from "./store";
import { words } from "./words";

/** What the page shows around the grid. */
export interface WorkbenchState {
  fileName: string;
  hasChanges: boolean;
  /** What a person must wait for now, in words. */
  busy: string | null;
  question: Question | null;
}

/** The workbook that is open in the grid, as a file: new, open, save, and nothing lost without a question. */
export class Workbench {
  readonly store = new Store<WorkbenchState>({ fileName: "", hasChanges: false, busy: words.loading, question: null });
  #grid: Grid | null = null;
  #answer: ((id: string) => void) | null = null;

  /** Shows a blank workbook in `container`; returns what takes everything down again. */
  start(container: HTMLElement): () => void {
    const grid = createGrid(container);
    paintGreen(grid);
    const watch = watchChanges(grid, () => {
      if (!this.store.get().hasChanges) this.store.update({ hasChanges: true });
    });
    this.#grid = grid;
    this.#isNew(words.untitled);
    void grid.injector
      .get(LifecycleService)
      .onStage(LifecycleStages.Rendered)
      .then(() => this.store.update({ busy: null }));
    return () => {
      watch.dispose();
      grid.dispose();
      this.#grid = null;
    };
  }

  /** Whether the grid is drawn and a person can use it. */
  get isReady(): boolean {
    return this.#grid !== null && this.store.get().busy === null;
  }

  get grid(): Grid {
    if (!this.#grid) throw new Error("The workbench has not started");
    return this.#grid;
  }

  newWorkbook = async (): Promise<void> => {
    if (!(await this.#mayDropChanges())) return;
    this.grid.openWorkbook();
    this.#isNew(words.untitled);
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
    return answer === "discard";
  }

  #isNew(fileName: string): void {
    this.store.update({ fileName, hasChanges: false });
  }
}
