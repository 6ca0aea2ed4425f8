import type { EventEntry } from "../event-desk";
import type { EventReceiver, ExcelHost } from "../excel-host";
import { HostError, type HostErrorCode } from "../host-error";
import { REQUIREMENTS } from "../requirements";
import type { RequestBatch } from "../wire";
import { DocumentFiles } from "./document-files";
import {
  DispatchError,
  DispatchId,
  type ExecuteMethod,
  type HostMessage,
  type PaneMessage,
  paneMessage,
} from "./envelope";
import { exitOf, type PaneExit } from "./pane-exit";
import { RibbonCommands } from "./ribbon-commands";

/** Largest slice of `getFileAsync`, and the one that is used when none is asked for. */
const SLICE_SIZE = 4_194_304;

/** Event type of `Office.addin.onVisibilityModeChanged`. */
const VISIBILITY_CHANGED = 65539;
/** Category and type of the message by which Excel calls what `Office.actions.associate` bound to a key. */
const ACTION_CATEGORY = 2;
const ACTION_DISPATCHED = 1000;
/** `OSF.AgaveHostAction.TabIn`: the focus comes into the pane from before it. */
const TAB_IN = 11;

/** What a batch that did not run at all is answered with, by the code of its error. */
const REFUSALS: Partial<Record<HostErrorCode, number>> = {
  InvalidOperationInCellEditMode: DispatchError.inCellEditMode,
  InvalidOrTimedOutSession: DispatchError.noSession,
};

export interface PaneChannelOptions {
  host: ExcelHost;
  /** Window whose messages are listened to: the page's own. */
  window: Window;
  /** Whether a message comes from the pane. */
  isFromPane(event: MessageEvent): boolean;
  /** Sends a message to the pane. */
  post(message: string): void;
  /** Address of the page, which Office.js wants to be https and on the pane's host. */
  pageUrl: string;
  addinId: string;
  /** Locale of Office's own words in the pane. */
  locale: string;
  /** A person leaves the pane by a key. */
  onExit?(exit: PaneExit): void;
}

/** The page's end of one load of a pane: the conversation that Office.js holds with Excel on the web. */
export class PaneChannel implements EventReceiver {
  readonly commands: RibbonCommands;
  readonly #options: PaneChannelOptions;
  readonly #conversationId = crypto.randomUUID();
  readonly #registered = new Map<string, PaneMessage>();
  readonly #files = new DocumentFiles();
  #lastRequest = 0;
  readonly #listener = (event: MessageEvent): void => this.#receive(event);

  constructor(options: PaneChannelOptions) {
    this.#options = options;
    this.commands = new RibbonCommands((data) => this.#raise("appCommandInvoked", data));
    // first of all listeners: in one window with the library, its own must not hear what is meant for the host
    options.window.addEventListener("message", this.#listener, true);
    options.host.connect(this);
  }

  /** What the pane's window must be called before it loads: Office.js learns from it where it is. */
  windowName(): string {
    const { addinId, locale, pageUrl } = this.#options;
    return JSON.stringify({
      baseFrameName: `_xdm_${addinId}`,
      hostInfo: `Excel$Web$16.00$${locale}$telemetry$$disableLogging$0`,
      xdmInfo: `${this.#conversationId}|${addinId}|${pageUrl}`,
      serializerVersion: "1",
      flights: "[]",
    });
  }

  deliver(entries: EventEntry[]): void {
    this.#raise("richApiMessage", { ArrayData: entries });
  }

  /** Tells the pane, wherever it runs, that it came into sight or went out of it. */
  visibilityChanged(isShown: boolean): void {
    const visibility = isShown ? "Visible" : "Hidden";
    this.#raise("richApiMessage", {
      ArrayData: [[65536, VISIBILITY_CHANGED, "", JSON.stringify({ visibility }), 0, false]],
    });
  }

  /** A person pressed the keys of an action. It is told in another way than a ribbon command, and does not say when it ended. */
  pressShortcut(actionId: string): void {
    this.#raise("richApiMessage", {
      ArrayData: [[ACTION_CATEGORY, ACTION_DISPATCHED, "", JSON.stringify([actionId]), 0, false]],
    });
  }

  /** Gives the focus to the first control of the pane. */
  focus(): void {
    this.#options.post(
      JSON.stringify({
        _messageType: 0,
        _actionName: "Office_notifyAgave",
        _conversationId: `${this.#conversationId}_ntf`,
        _correlationId: ++this.#lastRequest,
        _origin: new URL(this.#options.pageUrl).origin,
        _actionType: 0,
        _data: [TAB_IN],
        _serializerVersion: 1,
      }),
    );
  }

  selectionChanged(): void {
    this.#raise("documentSelectionChanged", {});
  }

  dispose(): void {
    this.#options.window.removeEventListener("message", this.#listener, true);
    this.#options.host.connect(null);
    this.commands.dispose();
  }

  #receive(event: MessageEvent): void {
    const message = paneMessage(event.data, this.#conversationId);
    if (!message || !this.#options.isFromPane(event)) return;
    event.stopImmediatePropagation();
    switch (message._actionType) {
      case 1:
        this.#registered.set(message._actionName, message);
        this.#answer(message, { Error: DispatchError.none });
        if (message._actionName === "appCommandInvoked") this.commands.ready();
        return;
      case 2:
        this.#registered.delete(message._actionName);
        return this.#answer(message, { Error: DispatchError.none });
      case 0:
        void this.#invoke(message);
    }
  }

  async #invoke(message: PaneMessage): Promise<void> {
    switch (message._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return this.#answer(message, this.#appContext());
      case "ContextActivationManager_notifyHost": {
        const exit = exitOf(message._data);
        return exit ? this.#options.onExit?.(exit) : undefined;
      }
      case "executeMethod":
        return this.#execute(message, message._data as ExecuteMethod);
      default:
        this.#answer(message, { Error: DispatchError.unsupported });
    }
  }

  async #execute(message: PaneMessage, method: ExecuteMethod): Promise<void> {
    const ok = (fields: Record<string, unknown> = {}): void =>
      this.#answer(message, { Error: DispatchError.none, Version: 1, ...fields });
    const fail = (error: number): void => this.#answer(message, { Error: error, Version: 1 });
    const { host } = this.#options;
    const { book } = host.model;
    switch (method.DdaMethod.DispatchId) {
      case DispatchId.richApi:
        return this.#executeBatch(message, method);
      case DispatchId.loadSettings:
        return ok({ Properties: { Settings: this.#settings().map(([Name, Value]) => ({ Name, Value })) } });
      case DispatchId.saveSettings:
        book.extras.settings = Object.fromEntries(
          (method.DdaSettingsMethod?.Properties ?? []).map(([key, json]) => [key, JSON.parse(json) as unknown]),
        );
        return ok();
      case DispatchId.getFile: {
        const sliceSize = typeof method[1] === "number" ? Math.min(method[1], SLICE_SIZE) : SLICE_SIZE;
        const bytes = await book.surroundings.save();
        return ok({ 0: this.#files.open(bytes, sliceSize), 1: bytes.length });
      }
      case DispatchId.getSlice: {
        const slice = this.#files.slice(Number(method[2]), Number(method[3]));
        return slice ? ok({ 0: Array.from(slice), 1: slice.length }) : fail(DispatchError.internalError);
      }
      case DispatchId.closeFile:
        this.#files.close(Number(method[2]));
        return ok();
      case DispatchId.commandCompleted:
        this.commands.completed(String(method[0]), Number(method[1]));
        return ok();
      default:
        return fail(DispatchError.unsupported);
    }
  }

  async #executeBatch(message: PaneMessage, { ArrayData = [] }: ExecuteMethod): Promise<void> {
    const { host } = this.#options;
    const [partition, , , , body, , flags] = ArrayData;
    let response;
    try {
      response = await host.execute(JSON.parse(String(body)) as RequestBatch, Number(flags), String(partition));
    } catch (error) {
      if (!(error instanceof HostError)) host.onDefect(error);
      const refusal = error instanceof HostError ? REFUSALS[error.code] : undefined;
      return this.#answer(message, { Error: refusal ?? DispatchError.internalError, Version: 1 });
    }
    const answer = { Error: DispatchError.none, Version: 1, Data: [200, [], JSON.stringify(response)] };
    this.#answer(message, answer);
    host.responseSent();
  }

  #settings(): [key: string, json: string][] {
    const { settings } = this.#options.host.model.book.extras;
    return Object.entries(settings).map(([key, value]) => [key, JSON.stringify(value)]);
  }

  #appContext(): Record<string, unknown> {
    const { addinId, locale, host, pageUrl } = this.#options;
    const { surroundings } = host.model.book;
    return {
      _id: addinId,
      _appInstanceId: addinId,
      _appName: 16,
      _appVersion: "16.0",
      _appMinorVersion: 0,
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: new URL(encodeURIComponent(surroundings.documentName()), pageUrl).href,
      _clientMode: 1,
      _settings: this.#settings(),
      _reason: 1,
      _osfControlType: 1,
      _eToken: "",
      _correlationId: "00000000-0000-0000-0000-000000000000",
      _requirementMatrix: JSON.stringify(REQUIREMENTS),
      _hostFullVersion: "16.0.0.0",
      _clientWindowHeight: 800,
      _clientWindowWidth: 350,
      _addinName: addinId,
      _appDomains: [],
      _featureGates: {},
      _initialDisplayMode: 0,
    };
  }

  #answer(message: PaneMessage, data: unknown): void {
    this.#send(message, data, 0);
  }

  #raise(event: string, data: unknown): void {
    const registration = this.#registered.get(event);
    if (registration) this.#send(registration, data, 1);
  }

  #send(message: PaneMessage, data: unknown, responseType: 0 | 1): void {
    const answer: HostMessage = {
      _messageType: 1,
      _actionName: message._actionName,
      _conversationId: this.#conversationId,
      _correlationId: message._correlationId,
      _origin: new URL(this.#options.pageUrl).origin,
      _errorCode: 0,
      _responseType: responseType,
      _data: data,
      _serializerVersion: 1,
    };
    this.#options.post(JSON.stringify(answer));
  }
}
