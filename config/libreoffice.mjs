// npm run libreoffice [-- FOLDER]: opens an export, one that explains what does not follow from last year, the results of a batch
// and a sum of units in LibreOffice, an application that is not ours, lets it save and print them, and says what of them is still
// there. For machines that have LibreOffice; the tests do not need it. What was made, saved and printed is left in FOLDER.
import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { fontEnvironment } from "./browser.cjs";
import { loadTypescript } from "./load-typescript.mjs";
import { setStage } from "./stage.cjs";

/** As it is now: a browser that came with `npm ci` sets paths of its own, in which LibreOffice finds no fonts. */
const ENVIRONMENT = { ...process.env, ...(hasChineseFont() ? {} : fontEnvironment()) };

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

/** A bare Linux has none: there the font is taken that the tests' browser draws with. */
function hasChineseFont() {
  if (process.platform !== "linux") return true;
  const { status, stdout } = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "";
}

/** What LibreOffice makes of a file; a profile of its own, so that a LibreOffice that is open is not disturbed. */
async function convert(folder, file, filter, ending) {
  const profile = pathToFileURL(path.join(folder, "profile")).href;
  const target = path.join(folder, "converted");
  const words = [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", filter, "--outdir", target, file];
  await promisify(execFile)(found, words, { timeout: 300_000, env: ENVIRONMENT });
  return readFile(path.join(target, `${path.basename(file, path.extname(file))}.${ending}`));
}

function tell(what, isGood, words) {
  console.log(`  ${isGood ? "✓" : "✗"} ${what}：${words.replaceAll("\n", "\n      ")}`);
  if (!isGood) process.exitCode = 1;
}

/** Lets LibreOffice save and print a workbook, and says what became of it. */
async function prove(folder, { name, make, compare, areaOf }) {
  const original = await make();
  const file = path.join(folder, `${name}.xlsx`);
  await writeFile(file, original);
  const resaved = await convert(folder, file, "xlsx:Calc MS Excel 2007 XML", "xlsx");
  console.log(name);
  for (const { what, before, after } of await compare(original, resaved)) {
    const isKept = before === after && before !== "";
    tell(what, isKept, `${before}${isKept ? "" : `\n另存之后：${after}`}`);
  }
  const pages = areaOf(await convert(folder, file, "pdf", "pdf"));
  tell("打印", pages.areA4, pages.words);
}

const stage = await setStage();
const [wanted] = process.argv.slice(2);
const folder = wanted ? path.resolve(wanted) : await mkdtemp(path.join(os.tmpdir(), "gouji-libreoffice-"));
await mkdir(folder, { recursive: true });
try {
  const { workbooks } = await loadTypescript("test/e2e/resaved-workbooks.ts");
  for (const workbook of workbooks) await prove(folder, workbook);
} finally {
  if (!wanted) await rm(folder, { recursive: true, force: true });
  await stage.close();
}
