/** The licences of everything that is installed, as package-lock.json has them, against what this project may use. */

/** For what we ship: a person may use, change and pass it on, and nothing of ours must be given away for it. */
const SHIPPED = ["MIT", "MIT-0", "MIT/X11", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0", "CC0-1.0", "Unlicense", "Zlib"]; // prettier-ignore
/** For tools and tests, of which nothing is passed on. */
const TOOLS = [...SHIPPED, "MPL-2.0", "OFL-1.1", "Python-2.0", "CC-BY-4.0"];

/** Packages whose licence is none of these, or is not stated, and why they may be used all the same. */
const EXCEPTIONS = {
  "@microsoft/office-js":
    "Microsoft's own licence, for apps that work with Microsoft 365; copied unmodified beside the pane, never bundled",
  buffers: "states none; installed for the stream reader of exceljs, which webpack.config.js keeps out of every bundle",
  duck: "says BSD without a number; its LICENSE is that of two clauses",
  "@univerjs/telemetry": "states none in its package.json; its LICENSE is Apache-2.0",
};

/** Whether one of the choices that an SPDX expression leaves is allowed whole. */
function isAllowed(expression, allowed) {
  return expression
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((licence) => allowed.includes(licence)));
}

/**
 * @param {Record<string, { version?: string, license?: string, dev?: boolean }>} packages `packages` of a package-lock.json
 * @returns {string[]} what may not be used, in words, and exceptions that are not needed
 */
function licenceProblems(packages) {
  const used = new Set();
  const problems = Object.entries(packages).flatMap(([path, { version, license, dev = false }]) => {
    const name = path.replace(/^.*node_modules\//, "");
    if (path === "" || isAllowed(license ?? "", dev ? TOOLS : SHIPPED)) return [];
    used.add(name);
    return name in EXCEPTIONS ? [] : [`${name}@${version}: ${license ?? "states no licence"}`];
  });
  const idle = Object.keys(EXCEPTIONS).filter((name) => !used.has(name));
  return [...problems, ...idle.map((name) => `${name}: the exception is not needed`)];
}

module.exports = { licenceProblems };
