import { type ICommandInfo, ICommandService, type IDisposable, type Injector } from "@univerjs/core";
import {
  type ISetFormulaCalculationNotificationMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
} from "@univerjs/engine-formula";
import { TriggerCalculationController } from "@univerjs/sheets-formula";

/**
 * The parts of Univer's calculation trigger that its types call private. It collects what changed and starts a
 * calculation 100 ms after the last change; a batch of Office.js cannot wait that long before it reads.
 */
interface CalculationTrigger {
  _waitingCommandQueue: ICommandInfo[];
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _executingDirtyData: object;
  _executionInProgressParams: object | null;
  _restartCalculation: boolean;
  _generateDirty(commands: ICommandInfo[]): object;
  _mergeDirty(before: object, more: object): object;
}

/** Knows whether formulas are being calculated, and hurries a calculation that is due. */
export class Recalculation {
  readonly #commands: ICommandService;
  readonly #trigger: CalculationTrigger;
  readonly #subscription: IDisposable;
  #running = 0;
  #waiting: (() => void)[] = [];

  constructor(injector: Injector) {
    this.#commands = injector.get(ICommandService);
    this.#trigger = injector.get(TriggerCalculationController) as unknown as CalculationTrigger;
    this.#subscription = this.#commands.onCommandExecuted((command) => this.#watch(command));
  }

  /** Resolves when every change so far is calculated and the results stand in the cells. */
  async settled(): Promise<void> {
    for (;;) {
      this.#startWhatIsDue();
      if (this.#running === 0) return;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    clearTimeout(this.#trigger._setTimeoutKey);
    this.#release();
  }

  #watch(command: Readonly<ICommandInfo>): void {
    if (command.id === SetFormulaCalculationStartMutation.id) this.#running++;
    if (command.id !== SetFormulaCalculationNotificationMutation.id) return;
    const { functionsExecutedState } = command.params as ISetFormulaCalculationNotificationMutation;
    if (functionsExecutedState === undefined) return;
    this.#running--;
    // the results stand in the cells already
    if (this.#running === 0) this.#release();
  }

  /** What Univer's own timer does when it fires. */
  #startWhatIsDue(): void {
    const trigger = this.#trigger;
    if (trigger._waitingCommandQueue.length === 0) return;
    clearTimeout(trigger._setTimeoutKey);
    const dirty = trigger._generateDirty(trigger._waitingCommandQueue);
    trigger._waitingCommandQueue = [];
    trigger._executingDirtyData = trigger._mergeDirty(trigger._executingDirtyData, dirty);
    if (trigger._executionInProgressParams === null) {
      this.#commands.syncExecuteCommand(
        SetFormulaCalculationStartMutation.id,
        { ...trigger._executingDirtyData },
        { onlyLocal: true },
      );
    } else {
      trigger._restartCalculation = true;
      this.#commands.syncExecuteCommand(SetFormulaCalculationStopMutation.id, {});
    }
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
