// npm run validate [FILE]: our own checks of the manifest, then those of Microsoft's service when there is a network.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import officeAddinManifest from "office-addin-manifest";
import { checkManifest } from "./manifest-checks.cjs";

const folder = fileURLToPath(new URL("..", import.meta.url));
const file = process.argv[2] ?? fileURLToPath(new URL("../manifest.xml", import.meta.url));

/** Microsoft's answer about the file: its problems in words, or null when the service could not be asked. */
async function askMicrosoft() {
  try {
    const answer = await officeAddinManifest.validateManifest(file);
    if (answer.isValid) return [];
    const errors = answer.report?.errors ?? [];
    return errors.length > 0
      ? errors.map(({ title, content, link }) => [title, content, link].filter(Boolean).join("：") || "（没有说明）")
      : [`服务没有接受清单（HTTP ${answer.status} ${answer.statusText}）`];
  } catch (error) {
    console.log(`未能询问微软的校验服务，这一步没有做。原因：${error.message.replaceAll("\n", " ")}`);
    return null;
  }
}

function report(who, problems) {
  for (const problem of problems) console.log(`  ✗ ${problem}`);
  console.log(problems.length === 0 ? `✓ ${who}：没有问题` : `✗ ${who}：${problems.length} 个问题`);
  if (problems.length > 0) process.exitCode = 1;
}

try {
  const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  report("结构检查（本机）", checkManifest(await readFile(file, "utf8"), { folder, version }));
  const answer = await askMicrosoft();
  if (answer) report("微软的校验服务", answer);
} catch (error) {
  // The file is missing or no XML; the message names the place.
  console.error(`无法检查 ${file}：${error.message}`);
  process.exitCode = 1;
}
