// Writes dist/sbom.cdx.json, the list of everything that the add-in and the command line are made of (CycloneDX). Run by
// npm run build. What npm knows of this machine is left out: the same sources make the same list anywhere.
import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

const { name } = createRequire(import.meta.url)("../package.json");
const file = new URL("../dist/sbom.cdx.json", import.meta.url);
const question = ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--omit", "dev"];

/** npm as it runs this script, or the one that is found. */
const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
const { status, stdout, stderr } = spawnSync(npm[0], [...npm.slice(1), ...question], {
  cwd: new URL("..", import.meta.url),
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
});
if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
const bom = JSON.parse(stdout);
/** A random number, the time, paths within this folder and addresses of a registry. */
const OURS_ALONE = ["serialNumber", "timestamp", "properties", "externalReferences"];
const plain = (part) => Object.fromEntries(Object.entries(part).filter(([key]) => !OURS_ALONE.includes(key)));
const { metadata } = bom;
const tools = metadata.tools.map(({ vendor, name: tool }) => ({ vendor, name: tool }));
const component = { ...plain(metadata.component), name };
const list = {
  ...plain(bom),
  metadata: { ...plain(metadata), tools, component },
  components: bom.components.map(plain),
};
await mkdir(new URL(".", file), { recursive: true });
await writeFile(file, `${JSON.stringify(list, null, 1)}\n`);
console.log(`dist/sbom.cdx.json: ${list.components.length} components`);
