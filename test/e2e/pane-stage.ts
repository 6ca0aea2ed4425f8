import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import csp from "../../config/csp.cjs";
import type { DestinationId } from "../../src/taskpane/destinations";

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

/** From here the pane looks for the program of its workers. */
const SCRIPT = "/actions/desk/stage.js";
const WORKER = "/batch/web-worker.ts";
const READER = "/actions/desk/reader.worker.ts";

type Answers = Readonly<Record<string, [type: string, body: string]>>;

async function bundle(origin: string): Promise<Answers> {
  const { outputFiles } = await build({
    entryPoints: {
      stage: "test/taskpane/stage.tsx",
      worker: "src/batch/web-worker.ts",
      reader: "src/taskpane/import/reader.worker.ts",
    },
    bundle: true,
    minify: true,
    write: false,
    outdir: "/",
    format: "iife",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"', "import.meta.url": JSON.stringify(origin + SCRIPT) },
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

/**
 * Serves what `bundle` makes, under the policy that the pane has in Excel. The browser keeps the scripts: a test opens the page a
 * hundred times, and whatever passes through Playwright on its way passes through two more processes, several megabytes each time.
 */
async function serve(): Promise<{ origin: string; close(): void }> {
  let answers: Answers = {};
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url ?? "/", "http://localhost");
    const answer = answers[pathname];
    if (!answer) return response.writeHead(404).end();
    const [type, body] = answer;
    response.writeHead(200, {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": csp.pane,
      "cache-control": pathname === "/" ? "no-store" : "max-age=3600",
    });
    return response.end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  answers = await bundle(origin);
  return {
    origin,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export async function openPaneStage(): Promise<PaneStage> {
  const server = await serve();
  const { origin } = server;
  const mishaps: string[] = [];
  const browser: Browser = await chromium.connect(process.env.GOUJI_BROWSER!);
  const context = await browser.newContext({ viewport: { width: NARROWEST, height: 640 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("console", (message) => mishaps.push(message.text()));
  page.on("pageerror", (error) => mishaps.push(String(error)));
  page.on("request", (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && target !== origin) mishaps.push(`asked for ${request.url()}`);
  });
  page.on("response", (response) => {
    if (!response.ok()) mishaps.push(`${response.status()}: ${response.url()}`);
  });
  return {
    page,
    takeMishaps: () => mishaps.splice(0),
    async open(state, { theme, locale }, { isFirstTime = false } = {}) {
      const guide = isFirstTime ? "&guide" : "";
      await page.goto(`${origin}/?state=${state}&theme=${theme}&locale=${locale}${guide}`);
      await page.waitForSelector("h1");
      // The unit that an earlier test typed in.
      await page.evaluate(() => sessionStorage.clear());
    },
    async goTo(view) {
      await page.evaluate((name) => globalThis.goTo({ name }), view);
      await page.waitForSelector("main h2[tabindex]");
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
