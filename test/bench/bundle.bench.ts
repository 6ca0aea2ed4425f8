import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Bench } from "../../config/bench";
import { cachedBuild } from "../../config/cached-build.cjs";

const KILOBYTE = 1024;
/** What the pane may load before it shows anything, Office.js not counted. */
const LIMIT_KB = 180;

const kilobytes = (bytes: number): number => bytes / KILOBYTE;

/** Scripts that a built page loads at once: those in its script elements, but not Microsoft's. */
function initialScripts(folder: string): string[] {
  const html = readFileSync(path.join(folder, "taskpane.html"), "utf8");
  return [...html.matchAll(/<script[^>]* src="([^"]+)"/g)]
    .map(([, source = ""]) => source)
    .filter((source) => !source.startsWith("officejs/"));
}

export default {
  title: "任务窗格的大小（构建后，不含 Office.js）",
  async run() {
    const folder = await cachedBuild();
    const files = initialScripts(folder).map((source) => path.join(folder, source));
    if (files.length === 0) throw new Error("taskpane.html loads no script");
    const zipped = files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
    const plain = files.reduce((sum, file) => sum + statSync(file).size, 0);
    return [
      { what: "首次加载的 JavaScript，gzip 后", value: kilobytes(zipped), unit: "KB", limit: LIMIT_KB },
      { what: "首次加载的 JavaScript，未压缩", value: kilobytes(plain), unit: "KB" },
    ];
  },
} satisfies Bench;
