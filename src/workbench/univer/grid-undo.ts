import { type IUndoRedoItem, LocalUndoRedoService } from "@univerjs/core";

interface Gathering {
  isPart: () => boolean;
  items: IUndoRedoItem[];
}

/**
 * The grid's undo stack, which can take several changes as one step. (Univer's own batching undoes the parts of a step in the
 * order in which they were done, which leaves half of it in place where two parts touch the same cell.)
 */
export class GridUndo extends LocalUndoRedoService {
  #gathering: Gathering | null = null;

  override pushUndoRedo(item: IUndoRedoItem): void {
    const gathering = this.#gathering;
    if (gathering?.isPart()) gathering.items.push(item);
    else {
      // steps keep the order in which things were done
      if (gathering) this.#pushGathered(gathering);
      super.pushUndoRedo(item);
    }
  }

  /**
   * What changes from now on is one step, until the function that is returned is called.
   * @param isPart whether what changes just now belongs to it; what does not is a step of its own, and cuts this one in two
   */
  gather(isPart: () => boolean): () => void {
    const gathering: Gathering = { isPart, items: [] };
    this.#gathering = gathering;
    return () => {
      this.#gathering = null;
      this.#pushGathered(gathering);
    };
  }

  #pushGathered(gathering: Gathering): void {
    const { items } = gathering;
    gathering.items = [];
    // The formula bar is a unit of its own: it follows the selected cell, and what it shows is no part of the workbook's step.
    for (const unitID of new Set(items.map((item) => item.unitID))) {
      const own = items.filter((item) => item.unitID === unitID);
      super.pushUndoRedo({
        unitID,
        redoMutations: own.flatMap(({ redoMutations }) => redoMutations),
        undoMutations: [...own].reverse().flatMap(({ undoMutations }) => undoMutations),
      });
    }
  }
}
