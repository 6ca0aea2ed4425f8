/** A function command that the pane did not carry out. */
export class RibbonCommandError extends Error {
  constructor(actionId: string, reason: string) {
    super(`Ribbon command "${actionId}": ${reason}.`);
    this.name = "RibbonCommandError";
  }
}

interface Running {
  actionId: string;
  resolve: () => void;
  reject: (error: Error) => void;
}

/** Function commands of the ribbon: the pane's `Office.actions.associate` says what each does. */
export class RibbonCommands {
  readonly #raise: (data: unknown) => void;
  readonly #running = new Map<string, Running>();
  #ready = false;
  #waiting: (() => void)[] = [];

  constructor(raise: (data: unknown) => void) {
    this.#raise = raise;
  }

  /** The pane listens for commands from now on. */
  ready(): void {
    this.#ready = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const invoke of waiting) invoke();
  }

  /** Runs a command once the pane is ready; resolves when it calls `event.completed()`. */
  run(actionId: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const id = crypto.randomUUID();
      const invoke = (): void => {
        this.#running.set(id, { actionId, resolve, reject });
        this.#raise({ 0: id, 1: actionId, 2: JSON.stringify({ source: { id: actionId } }) });
      };
      if (this.#ready) invoke();
      else this.#waiting.push(invoke);
    });
  }

  completed(id: string, status: number): void {
    const running = this.#running.get(id);
    this.#running.delete(id);
    if (status === 0) running?.resolve();
    else running?.reject(new RibbonCommandError(running.actionId, `refused with error ${status}; is it associated?`));
  }

  /** Commands of a pane that is gone never complete. */
  dispose(): void {
    for (const { actionId, reject } of this.#running.values()) {
      reject(new RibbonCommandError(actionId, "the pane was closed"));
    }
    this.#running.clear();
  }
}
