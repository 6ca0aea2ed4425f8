// npm run manifest -- --url https://intranet.example/gouji [--out FILE]
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { moveManifest } from "./manifest-origin.cjs";

const USAGE = "用法：npm run manifest -- --url https://intranet.example/gouji [--out 文件]";
const DEFAULT_FILE = "dist/manifest.xml";

async function run() {
  const { url, out } = parseArgs({
    options: { url: { type: "string" }, out: { type: "string", default: DEFAULT_FILE } },
  }).values;
  if (url === undefined) throw new Error(USAGE);
  const manifest = moveManifest(await readFile(new URL("../manifest.xml", import.meta.url), "utf8"), url);
  await mkdir(path.dirname(out), { recursive: true });
  await writeFile(out, manifest);
  console.log(`已写出 ${out}，其中的地址都在 ${url} 之下。请把 npm run build 生成的 dist 文件夹放到该地址。`);
}

try {
  await run();
} catch (error) {
  console.error(error.code?.startsWith("ERR_PARSE_ARGS") ? `${error.message}\n${USAGE}` : error.message);
  process.exitCode = 1;
}
