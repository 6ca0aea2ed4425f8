// Draws assets/*.svg as the PNG files that the manifest names: NAME.svg, or NAME-SIZE.svg where a size has a drawing of its
// own. Run it after an SVG changed, and commit what it wrote.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { launchBrowser } from "./browser.cjs";

const assets = new URL("../assets/", import.meta.url);
/** Ribbon: 16, 32, 80. List of add-ins: 32, and 64 on screens of high resolution. */
const sizes = { icon: [16, 32, 64, 80], others: [16, 32, 80] };

const server = await launchBrowser();
const browser = await chromium.connect(server.wsEndpoint());
const page = await browser.newPage();
const drawings = (await readdir(assets)).filter((file) => file.endsWith(".svg"));
for (const name of drawings.map((file) => file.replace(/\.svg$/, "")).filter((name) => !/-\d+$/.test(name))) {
  for (const size of sizes[name] ?? sizes.others) {
    const own = `${name}-${size}.svg`;
    const svg = await readFile(new URL(drawings.includes(own) ? own : `${name}.svg`, assets), "utf8");
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await writeFile(new URL(`${name}-${size}.png`, assets), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
await server.close();
