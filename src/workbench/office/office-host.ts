import type { Grid } from "../univer/open-univer";
import type { BookSurroundings } from "./book";
import { ExcelHost, type HostCounters } from "./excel-host";
import { PaneChannel } from "./pane/pane-channel";
import type { PaneExit } from "./pane/pane-exit";

/** Stands for the id that a manifest gives an add-in; settings of the pane are kept under it. */
const ADDIN_ID = "workbench-pane";

export interface OfficeHostOptions extends BookSurroundings {
  grid: Grid;
  /** The pane's frame. It must be served over https and by the page's own host, or Office.js does not trust the page. */
  frame: HTMLIFrameElement;
  paneUrl: string;
  /** Locale of Office's own words, "zh-CN" by default. */
  locale?: string;
  /** Is told of errors of the host itself; by default they are reported as uncaught. */
  onDefect?(error: unknown): void;
  /** A person leaves the pane by a key. */
  onExit?(exit: PaneExit): void;
}

export interface OfficeHost {
  readonly counters: HostCounters;
  /** Runs a function command of the ribbon in the pane; resolves when the command calls `event.completed()`. */
  runCommand(actionId: string): Promise<void>;
  /** Calls what the add-in has bound to a key. */
  pressShortcut(actionId: string): void;
  /** Gives the focus to the pane. */
  focusPane(): void;
  /** Tells the add-in that its pane came into sight or went out of it. */
  visibilityChanged(isShown: boolean): void;
  /** Resolves when everything so far is calculated and told to the pane. */
  settled(): Promise<void>;
  /** Loads the pane anew, as a fresh conversation. */
  reload(): void;
  /** Ends the conversation; the frame is left as it is. */
  dispose(): void;
}

/**
 * Plays Excel on the web for the pane in `frame`: loads it as Excel does, and answers Microsoft's unmodified Office.js from the
 * grid's workbook. One grid has one host.
 */
export function startOfficeHost(options: OfficeHostOptions): OfficeHost {
  const { grid, frame, paneUrl, locale = "zh-CN" } = options;
  const host = new ExcelHost(grid, options, options.onDefect?.bind(options) ?? reportError);
  const { origin } = new URL(paneUrl, location.href);
  const open = (): PaneChannel => {
    const channel = new PaneChannel({
      host,
      window,
      isFromPane: ({ source }) => source === frame.contentWindow,
      post: (message) => frame.contentWindow?.postMessage(message, origin),
      pageUrl: location.href,
      addinId: ADDIN_ID,
      locale,
      onExit: (exit) => options.onExit?.(exit),
    });
    // A frame that is already in the page takes no new name from its attribute.
    if (frame.contentWindow) frame.contentWindow.name = channel.windowName();
    else frame.name = channel.windowName();
    frame.src = paneUrl;
    return channel;
  };
  let channel = open();
  return {
    counters: host.counters,
    runCommand: (actionId) => channel.commands.run(actionId),
    pressShortcut: (actionId) => channel.pressShortcut(actionId),
    focusPane: () => {
      frame.focus();
      channel.focus();
    },
    visibilityChanged: (isShown) => channel.visibilityChanged(isShown),
    settled: () => host.settled(),
    reload: () => {
      channel.dispose();
      channel = open();
    },
    dispose: () => {
      channel.dispose();
      host.dispose();
    },
  };
}
