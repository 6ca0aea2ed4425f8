// npm run bench [-- NAME...]: runs test/bench/*.bench.ts one after the other and prints what each measured as a table.
// A bench is a module whose default export is a Bench (config/bench.d.ts).
import { readdir } from "node:fs/promises";
import { loadTypescript } from "./load-typescript.mjs";
import { setStage } from "./stage.cjs";

const folder = new URL("../test/bench/", import.meta.url);
const wanted = process.argv.slice(2);

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

let stage;
try {
  for (const file of files) {
    const { default: bench } = await loadTypescript(`test/bench/${file}`);
    if (bench.inBrowser) stage ??= await setStage();
    console.log(`\n${bench.title}`);
    const measurements = await bench.run();
    console.table(measurements.map(row));
    if (measurements.some(exceeds)) process.exitCode = 1;
  }
} finally {
  await stage?.close();
}
