/** The built pages for tests and pictures: built once for each state of their sources. `npm run stage` does so ahead of the tests. */
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "..");
const INPUTS = [
  "src",
  "assets",
  "manifest.xml",
  "config/ribbon.cjs",
  "config/csp.cjs",
  "config/office-js.cjs",
  "config/web.config",
  "webpack.config.js",
  "package-lock.json",
];
/** Builds that are kept beside the newest, so that tests of two states can run at the same time. */
const KEPT = 3;
/** A build that takes longer than this was interrupted. */
const LONGEST_BUILD_MS = 60 * 60 * 1000;

function* filesIn(entry) {
  if (fs.statSync(entry).isFile()) return yield entry;
  for (const name of fs.readdirSync(entry).sort()) yield* filesIn(path.join(entry, name));
}

function digest() {
  const hash = crypto.createHash("sha256");
  for (const file of INPUTS.flatMap((input) => [...filesIn(path.join(root, input))])) {
    hash.update(path.relative(root, file)).update("\0").update(fs.readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

/** Runs webpack for the two pages, as `npm run build` does, into another folder. */
async function build(folder) {
  const webpack = require("webpack");
  const configurations = require("../webpack.config.js")(undefined, { mode: "production" });
  const pages = configurations.filter(({ name }) => name !== "cli");
  for (const { output } of pages) output.path = folder;
  const stats = await new Promise((resolve, reject) => {
    const compiler = webpack(pages);
    compiler.run((error, result) =>
      compiler.close((closing) => ((error ?? closing) ? reject(error ?? closing) : resolve(result))),
    );
  });
  if (stats.hasErrors()) throw new Error(stats.toString({ preset: "errors-only", colors: false }));
}

/** Deletes what no run can need any more: all but the newest builds, and what an interrupted run has left. */
function dropOld(cache) {
  const entries = fs
    .readdirSync(cache)
    .map((name) => ({ file: path.join(cache, name), changed: fs.statSync(path.join(cache, name)).mtimeMs }))
    .sort((a, b) => b.changed - a.changed);
  const isFinished = ({ file }) => path.extname(file) === "";
  const abandoned = entries.filter((entry) => !isFinished(entry) && entry.changed < Date.now() - LONGEST_BUILD_MS);
  for (const { file } of [...entries.filter(isFinished).slice(KEPT), ...abandoned]) {
    fs.rmSync(file, { recursive: true, force: true });
  }
}

/** @returns {Promise<string>} the folder that holds index.html and taskpane.html of the present sources */
async function cachedBuild() {
  const cache = path.join(root, ".cache/build");
  const folder = path.join(cache, digest());
  if (!fs.existsSync(folder)) {
    // Built aside and then renamed: a broken or interrupted build is never taken for a good one.
    const unfinished = `${folder}.${process.pid}`;
    await build(unfinished);
    if (fs.existsSync(folder)) fs.rmSync(unfinished, { recursive: true });
    else fs.renameSync(unfinished, folder);
    dropOld(cache);
  }
  return folder;
}

if (require.main === module) void cachedBuild();

module.exports = { cachedBuild };
