import { ICommandService, type IDisposable } from "@univerjs/core";
import { CopySheetCommand } from "@univerjs/sheets";
import type { Book } from "./book";

/** Gives a copied sheet the protection and page set-up of its original, whoever copies it. */
export class SheetCopies {
  readonly #subscriptions: IDisposable[];
  #before = new Set<string>();

  constructor(book: Book) {
    const commands = book.grid.injector.get(ICommandService);
    this.#subscriptions = [
      commands.beforeCommandExecuted(({ id }) => {
        if (id === CopySheetCommand.id) this.#before = new Set(book.workbook.getSheetOrders());
      }),
      commands.onCommandExecuted(({ id, params }) => {
        if (id !== CopySheetCommand.id) return;
        const original = (params as { subUnitId?: string } | undefined)?.subUnitId;
        const copy = book.workbook.getSheetOrders().find((sheetId) => !this.#before.has(sheetId));
        const extras = original === undefined ? undefined : book.extras.sheets[original];
        if (copy !== undefined && extras) book.extras.sheets[copy] = structuredClone(extras);
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
