import { deepStrictEqual } from "node:assert";
import { buffer } from "node:stream/consumers";
import { type Browser, type Frame, type Page, chromium } from "playwright-core";
import { GridDriver } from "./grid";

/** What went wrong on the page without anybody being told. */
export interface Mishaps {
  /** Errors and warnings of the console, uncaught errors, answers of 400 and above, violations of the content policy. */
  errors: string[];
  /** Requests that left the page's own origin. */
  foreignRequests: string[];
}

export interface Download {
  fileName: string;
  bytes: Buffer;
}

/** The workbench in a browser, open and ready for a person. */
export interface OpenWorkbench {
  page: Page;
  /** The task pane: `pane.getByRole(...)` finds what is in it. */
  pane: Frame;
  grid: GridDriver;
  mishaps: Mishaps;
  /** Does something that makes the browser save a file, and gives that file. */
  download(action: () => Promise<unknown>): Promise<Download>;
  /** Fails when there was any mishap, then closes the page. */
  close(): Promise<void>;
}

/** Milliseconds for anything that the page does on its own; a slow machine with others at work on it needs some. */
const PATIENCE = 30_000;

let browser: Promise<Browser> | undefined;

function fromStage(name: "GOUJI_ORIGIN" | "GOUJI_BROWSER"): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: test/e2e/setup.cjs has not run`);
  return value;
}

/** Opens the workbench in a context of its own: no storage, no other pages. The guide is put away, unless it is a person's first time. */
export async function openWorkbench({ width = 1280, height = 800, isFirstTime = false } = {}): Promise<OpenWorkbench> {
  const origin = fromStage("GOUJI_ORIGIN");
  browser ??= chromium.connect(fromStage("GOUJI_BROWSER"));
  const context = await (
    await browser
  ).newContext({
    // The development certificate is signed by nobody whom a browser knows.
    ignoreHTTPSErrors: true,
    viewport: { width, height },
    locale: "zh-CN",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(PATIENCE);
  if (!isFirstTime) await context.addInitScript(() => localStorage.setItem("gouji.guided", "yes"));
  const blank = await context.newPage();
  const page = await context.newPage();
  const mishaps = collectMishaps(page, origin);
  await page.goto(origin);
  await page.waitForFunction(() => globalThis.workbench?.isReady);
  const pane = page.frame({ url: /\/taskpane\.html/ });
  if (!pane) throw new Error("The workbench shows no task pane");
  return {
    page,
    pane,
    grid: new GridDriver(page, blank),
    mishaps,
    async download(action) {
      const [download] = await Promise.all([page.waitForEvent("download"), action()]);
      return { fileName: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) };
    },
    async close() {
      await context.close();
      deepStrictEqual(mishaps, { errors: [], foreignRequests: [] });
    },
  };
}

/** Ends the connection to the browser; call it after the last test of a file. */
export async function disconnect(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

function collectMishaps(page: Page, origin: string): Mishaps {
  const mishaps: Mishaps = { errors: [], foreignRequests: [] };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) mishaps.errors.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => mishaps.errors.push(error.stack ?? error.message));
  page.on("response", (response) => {
    if (response.status() >= 400) mishaps.errors.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && target !== origin) mishaps.foreignRequests.push(request.url());
  });
  return mishaps;
}
