// npm run libreoffice: opens an export in LibreOffice, an application that is not ours, lets it save the workbook and print it,
// and says what of it is still there. For machines that have LibreOffice; the tests do not need it.
import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { loadTypescript } from "./load-typescript.mjs";
import { setStage } from "./stage.cjs";

/** As it is now: a browser that came with `npm ci` sets paths of its own, in which LibreOffice finds no fonts. */
const ENVIRONMENT = { ...process.env };
/** Millimetres. */
const A4 = { width: 210, height: 297 };

const NAMES = [
  process.env.SOFFICE_PATH,
  "soffice",
  "libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
];

const found = NAMES.filter(Boolean).find((name) => spawnSync(name, ["--version"]).status === 0);
if (!found) {
  console.error(
    "没有找到 LibreOffice，没有做任何检查。请先安装（Debian：apt-get install libreoffice-calc），或用 SOFFICE_PATH 指明 soffice 的位置。",
  );
  process.exit(2);
}
console.log(spawnSync(found, ["--version"], { encoding: "utf8" }).stdout.trim());

/** What LibreOffice makes of a file; a profile of its own, so that a LibreOffice that is open is not disturbed. */
async function convert(folder, file, filter, ending) {
  const profile = pathToFileURL(path.join(folder, "profile")).href;
  const target = path.join(folder, "converted");
  const words = [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", filter, "--outdir", target, file];
  await promisify(execFile)(found, words, { timeout: 120_000, env: ENVIRONMENT });
  return readFile(path.join(target, `${path.basename(file, path.extname(file))}.${ending}`));
}

const stage = await setStage();
const folder = await mkdtemp(path.join(os.tmpdir(), "gouji-libreoffice-"));
try {
  const { makeExport, WHY } = await loadTypescript("test/e2e/explained-report.ts");
  const { compareResaved, pagesOf } = await loadTypescript("test/e2e/resaved.ts");
  const original = await makeExport();
  const file = path.join(folder, "export.xlsx");
  await writeFile(file, original);
  const resaved = await convert(folder, file, "xlsx:Calc MS Excel 2007 XML", "xlsx");
  const compared = await compareResaved(original, resaved, WHY);
  for (const { what, before, after } of compared) {
    const isKept = before === after && before !== "";
    console.log(`${isKept ? "✓" : "✗"} ${what}：${before}${isKept ? "" : `\n    另存之后：${after}`}`);
    if (!isKept) process.exitCode = 1;
  }
  const pages = pagesOf(await convert(folder, file, "pdf", "pdf"));
  const areA4 = pages.length > 0 && pages.every(({ width, height }) => width === A4.width && height === A4.height);
  console.log(
    `${areA4 ? "✓" : "✗"} 打印：${pages.length} 页，${pages.map(({ width, height }) => `${width}×${height}`).join(" ")} 毫米`,
  );
  if (!areA4) process.exitCode = 1;
  if (process.argv[2]) await writeFile(process.argv[2], original);
} finally {
  await rm(folder, { recursive: true, force: true });
  await stage.close();
}
