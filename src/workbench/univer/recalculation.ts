import {
  type ICommandInfo,
  ICommandService,
  type IDisposable,
  type Injector,
  requestImmediateMacroTask,
} from "@univerjs/core";
import {
  type ISetFormulaCalculationNotificationMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { TriggerCalculationController } from "@univerjs/sheets-formula";

/**
 * The parts of Univer's calculation trigger that its types call private. It collects what changed and starts a calculation
 * 100 ms after the last change. It stops one that is under way and starts it again, and then tells twice that one has ended,
 * or, when the first cannot be stopped any more, forgets what changed meanwhile.
 */
interface CalculationTrigger {
  _waitingCommandQueue: ICommandInfo[];
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _executingDirtyData: object;
  /** Called a second after a calculation began that has not ended, even when all is taken down by then. */
  _startProgress: () => void;
  _generateDirty(commands: ICommandInfo[]): object;
  _mergeDirty(before: object, more: object): object;
}

/** Starts calculations in place of Univer's trigger, right after each change and one after the other, and knows when they end. */
export class Recalculation {
  readonly #commands: ICommandService;
  readonly #trigger: CalculationTrigger;
  readonly #subscription: IDisposable;
  #running = 0;
  #waiting: (() => void)[] = [];
  #cancelStart: (() => void) | null = null;
  #isManual = false;
  #isDisposed = false;

  constructor(injector: Injector) {
    this.#commands = injector.get(ICommandService);
    this.#trigger = injector.get(TriggerCalculationController) as unknown as CalculationTrigger;
    // behind the trigger, which has taken a change in when it is heard of here
    this.#subscription = this.#commands.onCommandExecuted((command) => this.#watch(command));
  }

  /**
   * Whether changes are left uncalculated until `calculate` is called. A formula that is typed meanwhile shows its result then,
   * too; Excel shows that one at once.
   */
  get isManual(): boolean {
    return this.#isManual;
  }

  set isManual(isManual: boolean) {
    this.#isManual = isManual;
    if (this.#isDue) this.#startSoon();
  }

  /** Whether a change waits to be calculated. */
  get isPending(): boolean {
    return this.#trigger._waitingCommandQueue.length > 0;
  }

  /** Calculates what has changed until now, whatever the mode. */
  async calculate(): Promise<void> {
    await this.#ended();
    if (this.#running === 0 && !this.#isDisposed && this.isPending) this.#startWhatIsDue();
    await this.#ended();
  }

  /** Resolves when everything is calculated and the results stand in the cells, also what changed while it waited. */
  async settled(): Promise<void> {
    do await this.caughtUp();
    while (this.#running > 0 || this.#isDue);
  }

  /**
   * Resolves when every change until now is calculated. It does not wait for what changes meanwhile: where somebody types faster
   * than is calculated there is always something. Where calculation is manual, nothing is due.
   */
  async caughtUp(): Promise<void> {
    // what is under way may have begun before the last change; the next calculation has them all
    await this.#ended();
    if (this.#running === 0 && this.#isDue) this.#startWhatIsDue();
    await this.#ended();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#running = 0;
    this.#subscription.dispose();
    this.#forgetStart();
    clearTimeout(this.#trigger._setTimeoutKey);
    this.#trigger._startProgress = () => undefined;
    this.#release();
  }

  get #isDue(): boolean {
    return !this.#isDisposed && !this.#isManual && this.isPending;
  }

  async #ended(): Promise<void> {
    if (this.#running > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #watch({ id, params }: Readonly<ICommandInfo>): void {
    if (id === SetFormulaCalculationStartMutation.id) this.#running++;
    else if (id === SetFormulaCalculationNotificationMutation.id) {
      const { functionsExecutedState } = params as ISetFormulaCalculationNotificationMutation;
      if (functionsExecutedState !== undefined) this.#end();
    } else if (this.#isDue) this.#startSoon();
    else if (this.isPending) clearTimeout(this.#trigger._setTimeoutKey);
  }

  /** The results stand in the cells already. */
  #end(): void {
    this.#running = Math.max(0, this.#running - 1);
    if (this.#running === 0) this.#release();
  }

  /** When the act is complete that the change is part of: several changes in a row are calculated together. */
  #startSoon(): void {
    clearTimeout(this.#trigger._setTimeoutKey);
    this.#cancelStart ??= requestImmediateMacroTask(() => {
      this.#forgetStart();
      void this.caughtUp();
    });
  }

  /** Also after it has begun: what it waited with stays open otherwise, and keeps Node running. */
  #forgetStart(): void {
    this.#cancelStart?.();
    this.#cancelStart = null;
  }

  /** What Univer's own timer does when it fires. */
  #startWhatIsDue(): void {
    const trigger = this.#trigger;
    clearTimeout(trigger._setTimeoutKey);
    const dirty = trigger._generateDirty(trigger._waitingCommandQueue);
    trigger._waitingCommandQueue = [];
    trigger._executingDirtyData = trigger._mergeDirty(trigger._executingDirtyData, dirty);
    this.#commands.syncExecuteCommand(
      SetFormulaCalculationStartMutation.id,
      { ...trigger._executingDirtyData },
      { onlyLocal: true },
    );
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
