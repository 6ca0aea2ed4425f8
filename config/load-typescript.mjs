// Runs TypeScript of this project in Node without a compiler in the loop: bundled by esbuild, loaded as CommonJS.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);

/** The exports of a TypeScript file; `file` is relative to the project's folder. */
export async function loadTypescript(file) {
  // Within the project, so that packages are found.
  const cache = path.join(root, ".cache");
  await mkdir(cache, { recursive: true });
  const output = await mkdtemp(path.join(cache, "run-"));
  const outfile = path.join(output, `${path.basename(file, ".ts")}.cjs`);
  try {
    await build({
      entryPoints: [path.join(root, file)],
      outfile,
      bundle: true,
      // These look for files beside their own.
      external: ["esbuild", "playwright-core", "jsdom", "typescript", path.join(root, "config/*.cjs")],
      platform: "node",
      target: "node20",
      format: "cjs",
      logLevel: "error",
    });
    return require(outfile);
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}
