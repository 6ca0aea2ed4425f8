// npm run bench [-- NAME...]: runs test/bench/*.bench.ts one after the other and prints what each measured as a table.
// A bench is a module whose default export is a Bench (config/bench.d.ts). It runs in Node, bundled by esbuild.
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { setStage } from "./stage.cjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, "test/bench");
const cache = path.join(root, ".cache");
const require = createRequire(import.meta.url);
const wanted = process.argv.slice(2);

/** The bench of a file, compiled into `output`, which lies within the project so that packages are found. */
async function load(file, output) {
  const outfile = path.join(output, file.replace(/\.ts$/, ".cjs"));
  await build({
    entryPoints: [path.join(folder, file)],
    outfile,
    bundle: true,
    // Both look for files beside their own.
    external: ["playwright-core", "jsdom"],
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "error",
  });
  return require(outfile).default;
}

const exceeds = ({ value, limit }) => limit !== undefined && value > limit;

function row(measurement) {
  const { what, value, unit, limit } = measurement;
  const verdict = limit === undefined ? "" : `${exceeds(measurement) ? "✗ >" : "✓ ≤"} ${limit}`;
  return { 指标: what, 数值: Number(value.toPrecision(4)), 单位: unit, 要求: verdict };
}

const files = (await readdir(folder))
  .filter((name) => name.endsWith(".bench.ts"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
if (files.length === 0) throw new Error(`No bench in test/bench matches ${wanted.join(" ") || "*.bench.ts"}`);

await mkdir(cache, { recursive: true });
const output = await mkdtemp(path.join(cache, "bench-"));
let stage;
try {
  for (const file of files) {
    const bench = await load(file, output);
    if (bench.inBrowser) stage ??= await setStage();
    console.log(`\n${bench.title}`);
    const measurements = await bench.run();
    console.table(measurements.map(row));
    if (measurements.some(exceeds)) process.exitCode = 1;
  }
} finally {
  await stage?.close();
  await rm(output, { recursive: true });
}
