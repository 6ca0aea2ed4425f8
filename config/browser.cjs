/**
 * A Chromium-based browser for tests and pictures, driven by Playwright: the one that CHROME_PATH names, else an installed
 * Chrome, Edge or Chromium, else the one that came with `npm ci`. When none starts, the error says why each did not.
 */
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { chromium } = require("playwright-core");

const root = path.resolve(__dirname, "..");

const INSTALLED = {
  linux: ["google-chrome", "google-chrome-stable", "microsoft-edge", "chromium", "chromium-browser"].flatMap((name) =>
    ["/usr/bin", "/usr/local/bin", "/opt/google/chrome", "/snap/bin"].map((folder) => `${folder}/${name}`),
  ),
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => [
      path.join(folder, "Google/Chrome/Application/chrome.exe"),
      path.join(folder, "Microsoft/Edge/Application/msedge.exe"),
    ]),
};

/**
 * A machine without a graphics card draws with the processor, as here. Told to imitate a card with it, a browser takes several
 * times as long for each picture of the grid.
 */
const PLAIN = ["--disable-gpu", "--disable-background-networking", "--lang=zh-CN"];

/** Chinese is drawn with the same open font on every machine; without it a bare Linux shows boxes. */
function fontEnvironment() {
  if (process.platform !== "linux") return {};
  const fonts = path.dirname(require.resolve("@expo-google-fonts/noto-sans-sc/package.json"));
  const cache = path.join(root, ".cache/fonts");
  const file = path.join(cache, "fonts.conf");
  const folders = ["400Regular", "500Medium", "600SemiBold", "700Bold"].map(
    (weight) => `<dir>${fonts}/${weight}</dir>`,
  );
  fs.mkdirSync(cache, { recursive: true });
  fs.writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${folders.join("")}<cachedir>${cache}</cachedir></fontconfig>\n`,
  );
  return { FONTCONFIG_FILE: file };
}

/** The browser of @sparticuz/chromium, unpacked into a private folder. Its package is a module, so it is imported here. */
async function bundled() {
  // It is made for a cloud function: told to be on one, it unpacks the system libraries that it needs as well.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gouji-chromium-"));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const { default: sparticuz } = await import("@sparticuz/chromium");
  const executablePath = await sparticuz.executablePath();
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  const unwanted = [
    "--single-process",
    "--no-zygote",
    "--disable-web-security",
    "--allow-running-insecure-content",
    "--ignore-gpu-blocklist",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
  ];
  return {
    executablePath,
    args: sparticuz.args.filter((arg) => !unwanted.includes(arg) && !arg.startsWith("--headless")),
    cleanUp: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

function* candidates() {
  if (process.env.CHROME_PATH) {
    yield { name: "CHROME_PATH", options: () => ({ executablePath: process.env.CHROME_PATH, args: [] }) };
  }
  for (const executablePath of INSTALLED[process.platform] ?? []) {
    if (fs.existsSync(executablePath)) yield { name: executablePath, options: () => ({ executablePath, args: [] }) };
  }
  if (process.platform === "linux") yield { name: "@sparticuz/chromium", options: bundled };
}

/**
 * Starts the first browser that can be started.
 * @returns {Promise<import("playwright-core").BrowserServer>} its `wsEndpoint()` is what tests connect to
 */
async function launchBrowser() {
  const failures = [];
  for (const { name, options } of candidates()) {
    try {
      const { executablePath, args, cleanUp } = await options();
      const server = await chromium.launchServer({
        executablePath,
        args: [...args, ...PLAIN],
        env: { ...process.env, ...fontEnvironment() },
        host: "127.0.0.1",
      });
      if (cleanUp) server.on("close", cleanUp);
      return server;
    } catch (error) {
      failures.push(`${name}: ${error.message}`);
    }
  }
  throw new Error(
    `No browser starts. Set CHROME_PATH to a Chrome, Edge or Chromium.\n${failures.join("\n") || "None was found."}`,
  );
}

module.exports = { fontEnvironment, launchBrowser };
