// npm test: what needs one core each side by side, then the tests, which use both cores themselves.
import { spawn } from "node:child_process";

/**
 * Scripts of package.json. A lane is for one of the two cores that a small machine has, and both take about as long; the pages
 * that the browser tests open are built in one of them, for jest would build them on one core and let the other wait.
 */
const LANES = [["lint"], ["stage", "types"]];

/** Runs a script and shows what it said once it has ended, so that two at a time do not talk into each other. */
function run(script) {
  return new Promise((resolve, reject) => {
    const child = spawn(`npm run ${script}`, { shell: true, stdio: ["ignore", "pipe", "pipe"] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(chunk));
    child.on("error", reject);
    child.on("close", (status) => {
      process.stdout.write(Buffer.concat(said));
      resolve(status === 0);
    });
  });
}

/** Every script is run, also after one that failed: a person sees all that is wrong at once. */
async function runLane(scripts) {
  const passed = [];
  for (const script of scripts) passed.push(await run(script));
  return passed.every(Boolean);
}

const arePassed = (await Promise.all(LANES.map(runLane))).every(Boolean);
if (arePassed) {
  const tests = spawn("npm run test:all", { shell: true, stdio: "inherit" });
  tests.on("close", (status) => (process.exitCode = status ?? 1));
} else {
  process.exitCode = 1;
}
