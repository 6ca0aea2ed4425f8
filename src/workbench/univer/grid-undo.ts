import { type IUndoRedoItem, LocalUndoRedoService } from "@univerjs/core";

/**
 * The grid's undo stack, which can take several changes as one step. (Univer's own batching undoes the parts of a step in the
 * order in which they were done, which leaves half of it in place where two parts touch the same cell.)
 */
export class GridUndo extends LocalUndoRedoService {
  #gathered: IUndoRedoItem[] | null = null;

  override pushUndoRedo(item: IUndoRedoItem): void {
    if (this.#gathered) this.#gathered.push(item);
    else super.pushUndoRedo(item);
  }

  /** Everything that changes from now on is one step, until the function that is returned is called. */
  gather(): () => void {
    const gathered: IUndoRedoItem[] = [];
    this.#gathered = gathered;
    return () => {
      this.#gathered = null;
      const [first] = gathered;
      if (!first) return;
      super.pushUndoRedo({
        unitID: first.unitID,
        redoMutations: gathered.flatMap(({ redoMutations }) => redoMutations),
        undoMutations: [...gathered].reverse().flatMap(({ undoMutations }) => undoMutations),
      });
    };
  }
}
