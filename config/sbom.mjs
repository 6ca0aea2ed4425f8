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
const { serialNumber: _random, ...bom } = JSON.parse(stdout);
const { timestamp: _now, component, ...metadata } = bom.metadata;
/** Paths within this folder and addresses of a registry. */
const plain = ({ properties: _paths, externalReferences: _addresses, ...rest }) => rest;
const list = {
  ...bom,
  metadata: {
    ...metadata,
    tools: metadata.tools.map(({ vendor, name: tool }) => ({ vendor, name: tool })),
    component: { ...plain(component), name },
  },
  components: bom.components.map(plain),
};
await mkdir(new URL(".", file), { recursive: true });
await writeFile(file, `${JSON.stringify(list, null, 1)}\n`);
console.log(`dist/sbom.cdx.json: ${list.components.length} components`);
