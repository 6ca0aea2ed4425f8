// Univer runs in Node only when everything of it comes from one CommonJS file. This makes that file, and for each module
// of Univer a small one that re-exports its part, so that there is exactly one copy however it is imported.
const { createHash } = require("node:crypto");
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { dirname, join, resolve } = require("node:path");
const esbuild = require("esbuild");

const root = resolve(__dirname, "../..");
const target = join(root, ".cache/univer");

/** Every module of Univer that the workbench imports outside its browser-only files. */
const MODULES = [
  "core",
  "core/facade",
  "data-validation",
  "docs",
  "engine-formula",
  "engine-formula/facade",
  "sheets",
  "sheets/facade",
  "sheets/locale/zh-CN",
  "sheets-conditional-formatting",
  "sheets-conditional-formatting/facade",
  "sheets-data-validation",
  "sheets-data-validation/facade",
  "sheets-formula",
  "sheets-formula/facade",
  "sheets-hyper-link",
  "sheets-hyper-link/facade",
  "sheets-note",
  "sheets-note/facade",
  "sheets-numfmt",
  "sheets-numfmt/facade",
];

function fingerprint() {
  const hash = createHash("sha256").update(readFileSync(__filename)).update(esbuild.version);
  for (const name of new Set(MODULES.map((module) => module.split("/")[0]))) {
    hash.update(readFileSync(join(root, "node_modules/@univerjs", name, "package.json")));
  }
  return hash.digest("hex");
}

/** Another run may be reading the same file: it appears whole or not at all. */
function writeWhole(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}

async function bundleUniver() {
  const stamp = join(target, "fingerprint");
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: MODULES.map((module, i) => `export * as m${i} from "@univerjs/${module}";`).join("\n"),
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "browser",
    target: "es2022",
    mainFields: ["module", "main"],
    logLevel: "error",
  });
  writeWhole(join(target, "all.cjs"), outputFiles[0].text);
  MODULES.forEach((module, i) => {
    const up = "../".repeat(module.split("/").length - 1) || "./";
    writeWhole(join(target, `${module}.cjs`), `module.exports = require("${up}all.cjs").m${i};\n`);
  });
  writeWhole(stamp, wanted);
}

module.exports = bundleUniver;
