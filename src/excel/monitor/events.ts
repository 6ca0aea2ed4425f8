import { supports, supportsSheetEvents } from "../capabilities";
import { visit } from "../session";

/** What may happen in a workbook, as far as tables can change by it. */
export interface WorkbookListener {
  /** Cells got another content; `address` names them, and is null when rows, columns or cells were inserted or deleted. */
  onCells(worksheetId: string, address: string | null): void;
  onSheetAdded(worksheetId: string): void;
  onSheetDeleted(worksheetId: string): void;
  onSheetActivated(worksheetId: string): void;
  /** A sheet was renamed or moved. */
  onSheets(): void;
}

type Registration = OfficeExtension.EventHandlerResult<unknown>;

/** Office.js waits for handlers; ours have nothing to wait for. */
const handle =
  <Args>(act: (args: Args) => void) =>
  (args: Args): Promise<void> => {
    act(args);
    return Promise.resolve();
  };

/** Listens to the workbook's events, with a handler for all sheets where Excel has such, else with one for each. */
export class WorkbookEvents {
  readonly #listener: WorkbookListener;
  #registrations: Registration[] = [];
  readonly #watched = new Set<string>();

  constructor(listener: WorkbookListener) {
    this.#listener = listener;
  }

  get isOn(): boolean {
    return this.#registrations.length > 0;
  }

  /** Asks for the handlers that do not belong to single sheets; after the sync they are to be given to `keep`. */
  request({ workbook: { worksheets } }: Excel.RequestContext): Registration[] {
    const listener = this.#listener;
    const registrations: Registration[] = [
      worksheets.onAdded.add(handle(({ worksheetId }) => listener.onSheetAdded(worksheetId))),
      worksheets.onDeleted.add(handle(({ worksheetId }) => listener.onSheetDeleted(worksheetId))),
      worksheets.onActivated.add(handle(({ worksheetId }) => listener.onSheetActivated(worksheetId))),
    ];
    if (supports("collectionEvents")) registrations.push(worksheets.onChanged.add(handle(this.#onChanged)));
    if (supports("calculatedEvents")) registrations.push(worksheets.onCalculated.add(handle(this.#onCalculated)));
    if (supportsSheetEvents()) {
      registrations.push(worksheets.onNameChanged.add(handle(() => listener.onSheets())));
      registrations.push(worksheets.onMoved.add(handle(() => listener.onSheets())));
    }
    return registrations;
  }

  keep(registrations: readonly Registration[]): void {
    this.#registrations.push(...registrations);
  }

  /** Registers for single sheets where Excel has no handler for all: one round trip for all that are new. */
  async watchSheets(ids: readonly string[]): Promise<void> {
    const added = ids.filter((id) => !this.#watched.has(id));
    if (supports("collectionEvents") || added.length === 0) return;
    const registrations = await visit(async (context) => {
      const requested = added.map((id) =>
        context.workbook.worksheets.getItem(id).onChanged.add(handle(this.#onChanged)),
      );
      await context.sync();
      return requested;
    });
    this.keep(registrations);
    for (const id of added) this.#watched.add(id);
  }

  /** Ends all registrations, each context's in one round trip. */
  async dispose(): Promise<void> {
    const registrations = this.#registrations;
    this.#registrations = [];
    this.#watched.clear();
    for (const registration of registrations) registration.remove();
    const contexts = new Set(registrations.map((registration) => registration.context));
    await visit(() => Promise.all([...contexts].map((one) => one.sync())));
  }

  readonly #onChanged = (args: Excel.WorksheetChangedEventArgs): void => {
    this.#listener.onCells(args.worksheetId, args.changeType === "RangeEdited" ? args.address : null);
  };

  readonly #onCalculated = ({ worksheetId, address }: Excel.WorksheetCalculatedEventArgs): void => {
    this.#listener.onCells(worksheetId, address);
  };
}
