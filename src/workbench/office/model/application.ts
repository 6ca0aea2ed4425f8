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

  /** Kept as set; the grid itself always calculates. */
  get CalculationMode(): CalculationMode {
    return this.model.session.calculationMode;
  }

  set CalculationMode(value: unknown) {
    this.model.session.calculationMode = oneOf(MODES, value);
  }

  get CalculationState(): "Done" {
    return "Done";
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

  Calculate(type: unknown): void {
    oneOf(["Recalculate", "Full", "FullRebuild"], type);
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
