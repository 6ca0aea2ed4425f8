import { type ICommandInfo, ICommandService, type IDisposable, type Injector } from "@univerjs/core";

/** Id of the grid's operation that opens and closes the cell editor. */
export const CELL_EDITOR_OPERATION = "sheet.operation.set-cell-edit-visible";

/** Whether a person is editing a cell: while that lasts Excel refuses every batch. */
export class EditMode {
  readonly #subscription: IDisposable;
  #active = false;
  #waiting: (() => void)[] = [];

  constructor(injector: Injector) {
    this.#subscription = injector.get(ICommandService).onCommandExecuted((command) => this.#follow(command));
  }

  get active(): boolean {
    return this.#active;
  }

  /** Resolves when nobody edits a cell. */
  ended(): Promise<void> {
    return this.#active ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#end();
  }

  #follow({ id, params }: Readonly<ICommandInfo>): void {
    if (id !== CELL_EDITOR_OPERATION) return;
    if ((params as { visible?: boolean } | undefined)?.visible) this.#active = true;
    else this.#end();
  }

  #end(): void {
    this.#active = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
