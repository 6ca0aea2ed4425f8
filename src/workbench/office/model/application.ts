import { oneOf } from "../arguments";
import { HostObject } from "../host-object";
import { fromBase64 } from "./base64";
import type { CalculationMode, Model } from "./model";

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const satisfies CalculationMode[];

/** `Excel.Application`. */
export class Application extends HostObject {
  override readonly typeName = "Application";

  constructor(readonly model: Model) {
    super();
  }

  get CalculationMode(): CalculationMode {
    return this.model.session.calculationMode;
  }

  set CalculationMode(value: unknown) {
    const mode = oneOf(MODES, value);
    this.model.session.calculationMode = mode;
    this.model.book.grid.recalculation.isManual = mode === "Manual";
  }

  get CalculationState(): "Done" | "Pending" {
    return this.model.book.grid.recalculation.isPending ? "Pending" : "Done";
  }

  get DecimalSeparator(): string {
    return ".";
  }

  get ThousandsSeparator(): string {
    return ",";
  }

  get UseSystemSeparators(): boolean {
    return true;
  }

  /** The grid knows what depends on what: the more thorough kinds would give the same. */
  async Calculate(type: unknown): Promise<void> {
    oneOf(["Recalculate", "Full", "FullRebuild"], type);
    await this.model.book.grid.recalculation.calculate();
  }

  SuspendApiCalculationUntilNextSync(): void {
    this.model.session.calculationSuspended = true;
  }

  SuspendScreenUpdatingUntilNextSync(): void {
    // a batch is drawn in one go as it is
  }

  CreateWorkbook(base64: unknown): WorkbookCreated {
    return new WorkbookCreated(this.model, fromBase64(base64));
  }
}

/** `Excel.WorkbookCreated`: a workbook that is not open yet. */
export class WorkbookCreated extends HostObject {
  override readonly typeName = "WorkbookCreated";

  constructor(
    readonly model: Model,
    private readonly bytes: Uint8Array,
  ) {
    super();
  }

  async Open(): Promise<void> {
    await this.model.book.surroundings.open(this.bytes);
  }
}
