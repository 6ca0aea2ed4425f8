import type { ExcelHost } from "../../src/workbench/office/excel-host";
import { PaneChannel } from "../../src/workbench/office/pane/pane-channel";

/** A page of the pane's origin with nothing in it, and Microsoft's library; the test environment serves both. */
const PAGE = "https://pane.test/blank.html";
const LIBRARY = "https://pane.test/officejs/office.js";

/** What the library puts into its window; tests and the add-in's code find it in theirs. */
const GLOBALS = ["Office", "Excel", "OfficeExtension"] as const;

export interface OpenPane {
  channel: PaneChannel;
  close(): void;
}

type PaneWindow = Window & Record<(typeof GLOBALS)[number], unknown> & { MessageEvent: typeof MessageEvent };

/**
 * Opens a pane of `host` in a frame of its own, with the handshake of Excel on the web and Microsoft's unmodified Office.js, and
 * makes the library's names global here. A new pane starts with a fresh copy of the library: nothing that an earlier one
 * registered is left.
 */
export async function openPane(host: ExcelHost): Promise<OpenPane> {
  const frame = document.createElement("iframe");
  await loaded(frame, () => {
    frame.src = PAGE;
    document.body.append(frame);
  });
  const pane = frame.contentWindow as PaneWindow;
  const channel = new PaneChannel({
    host,
    window,
    isFromPane: () => true,
    // jsdom's own postMessage says neither origin nor source, which the library checks
    post: (data) =>
      setTimeout(() => pane.dispatchEvent(new pane.MessageEvent("message", { data, origin, source: window })), 0),
    pageUrl: `${origin}/workbench.html`,
    addinId: "test-pane",
    locale: "zh-CN",
  });
  pane.name = channel.windowName();
  Object.defineProperty(pane.document, "domain", { value: pane.location.hostname, configurable: true });
  const script = pane.document.createElement("script");
  await loaded(script, () => {
    script.src = LIBRARY;
    pane.document.head.append(script);
  });
  await (pane.Office as typeof Office).onReady();
  for (const name of GLOBALS) Object.assign(globalThis, { [name]: pane[name] });
  return {
    channel,
    close: () => {
      channel.dispose();
      frame.remove();
    },
  };
}

function loaded(element: HTMLElement, load: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", () => resolve(), { once: true });
    element.addEventListener("error", () => reject(new Error("The test environment did not serve it.")), {
      once: true,
    });
    load();
  });
}
