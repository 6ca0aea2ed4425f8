// Writes what the build is made of (CycloneDX): dist/sbom.cdx.json for the add-in and the command line, and
// dist/workbench/sbom.cdx.json for the workbench, whose grid is no part of the add-in. Run by npm run build; --out FOLDER writes
// elsewhere than dist. What npm knows of this machine is left out: the same sources make the same lists anywhere.
import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { name, dependencies } = createRequire(import.meta.url)("../package.json");
const out = process.argv[2] === "--out" ? path.resolve(process.argv[3]) : path.join(root, "dist");

/** npm as it runs this script, or the one that is found. */
const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];

function ask() {
  const question = ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application"];
  const { status, stdout, stderr } = spawnSync(npm[0], [...npm.slice(1), ...question], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
  return JSON.parse(stdout);
}

/** The packages that the sources in a folder name: "@univerjs/core" for "@univerjs/core/facade". */
async function packagesIn(folder) {
  const files = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  const sources = files.filter((file) => file.isFile() && /\.tsx?$/.test(file.name));
  const texts = await Promise.all(sources.map((file) => readFile(path.join(file.parentPath, file.name), "utf8")));
  const named = texts.flatMap((text) => [...text.matchAll(/(?:from|import) "((?:@[^/"]+\/)?[^./"][^/"]*)/g)]);
  return new Set(named.map(([, specifier]) => specifier));
}

/** The part of a list that packages of these names need, themselves included. */
function neededBy(names, bom) {
  const needs = new Map(bom.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const own = needs.get(bom.metadata.component["bom-ref"]);
  const refOf = new Map(bom.components.map((part) => [part["bom-ref"], part.name]));
  const needed = new Set(own.filter((ref) => names.has(refOf.get(ref))));
  // a set is walked on while it grows
  for (const ref of needed) for (const next of needs.get(ref) ?? []) needed.add(next);
  return {
    ...bom,
    components: bom.components.filter((part) => needed.has(part["bom-ref"])),
    dependencies: bom.dependencies.filter(({ ref }) => needed.has(ref)),
  };
}

/** A random number, the time, paths within this folder and addresses of a registry. */
const OURS_ALONE = ["serialNumber", "timestamp", "properties", "externalReferences"];
const plain = (part) => Object.fromEntries(Object.entries(part).filter(([key]) => !OURS_ALONE.includes(key)));

async function write(file, bom) {
  const { metadata } = bom;
  const tools = metadata.tools.map(({ vendor, name: tool }) => ({ vendor, name: tool }));
  const component = { ...plain(metadata.component), name };
  const list = {
    ...plain(bom),
    metadata: { ...plain(metadata), tools, component },
    components: bom.components.map(plain),
  };
  const target = path.join(out, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, `${JSON.stringify(list, null, 1)}\n`);
  console.log(`${path.relative(root, target)}: ${list.components.length} components`);
}

// npm's own way to leave tools out leaves out React, too, which a tool wants as well
const all = ask();
await write("sbom.cdx.json", neededBy(new Set(Object.keys(dependencies)), all));
await write("workbench/sbom.cdx.json", neededBy(await packagesIn("src/workbench"), all));
