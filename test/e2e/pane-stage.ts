import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import csp from "../../config/csp.cjs";
import type { DestinationId } from "../../src/taskpane/destinations";

/** No server has it: every request is answered here. */
const ORIGIN = "https://pane.test";
/** The narrowest that Excel makes a pane. */
export const NARROWEST = 300;

export interface Look {
  theme: "light" | "dark" | "highContrast";
  locale: "zh-CN" | "en-US";
}

/** The pane alone in a browser, over an app in memory, under the policy that it has in Excel. */
export interface PaneStage {
  page: Page;
  /** What the console said, errors, and requests for what is not there, since it was asked last. */
  takeMishaps(): string[];
  /** Goes to a further view, as the ribbon does. */
  goTo(view: DestinationId): Promise<void>;
  /** Opens one of STATES; `isFirstTime` with the guide. */
  open(state: string, look: Look, options?: { isFirstTime?: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** Where the pane looks for the program of its workers, as seen from its script. */
const SCRIPT = `${ORIGIN}/actions/desk/stage.js`;
const WORKER = "/batch/web-worker.ts";
const READER = "/actions/desk/reader.worker.ts";

async function bundle(): Promise<Record<string, [type: string, body: string]>> {
  const { outputFiles } = await build({
    entryPoints: {
      stage: "test/taskpane/stage.tsx",
      worker: "src/batch/web-worker.ts",
      reader: "src/taskpane/import/reader.worker.ts",
    },
    bundle: true,
    write: false,
    outdir: "/",
    format: "iife",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"', "import.meta.url": JSON.stringify(SCRIPT) },
    logLevel: "error",
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))!.text;
  return {
    "/": [
      "text/html",
      `<!doctype html><html lang="zh-CN"><head><title>勾稽</title><link rel="stylesheet" href="stage.css"></head>
       <body><div id="root"></div><script src="stage.js"></script><script src="axe.js"></script></body></html>`,
    ],
    "/stage.js": ["text/javascript", textOf("stage.js")],
    "/stage.css": ["text/css", textOf("stage.css")],
    [WORKER]: ["text/javascript", textOf("worker.js")],
    [READER]: ["text/javascript", textOf("reader.js")],
    "/axe.js": ["text/javascript", await readFile(require.resolve("axe-core/axe.min.js"), "utf8")],
  };
}

export async function openPaneStage(): Promise<PaneStage> {
  const answers = await bundle();
  const mishaps: string[] = [];
  const browser: Browser = await chromium.connect(process.env.GOUJI_BROWSER!);
  const context = await browser.newContext({ viewport: { width: NARROWEST, height: 640 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("console", (message) => mishaps.push(message.text()));
  page.on("pageerror", (error) => mishaps.push(String(error)));
  await page.route("**", (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const answer = origin === ORIGIN ? answers[pathname] : undefined;
    if (!answer) {
      mishaps.push(`asked for ${route.request().url()}`);
      return route.fulfill({ status: 404 });
    }
    const [contentType, body] = answer;
    return route.fulfill({ contentType, body, headers: { "content-security-policy": csp.pane } });
  });
  return {
    page,
    takeMishaps: () => mishaps.splice(0),
    async open(state, { theme, locale }, { isFirstTime = false } = {}) {
      const guide = isFirstTime ? "&guide" : "";
      await page.goto(`${ORIGIN}/?state=${state}&theme=${theme}&locale=${locale}${guide}`);
      await page.waitForSelector("h1");
      // The unit that an earlier test typed in.
      await page.evaluate(() => sessionStorage.clear());
    },
    async goTo(view) {
      await page.evaluate((name) => globalThis.goTo({ name }), view);
      await page.waitForSelector("main h2[tabindex]");
    },
    close: () => browser.close(),
  };
}
