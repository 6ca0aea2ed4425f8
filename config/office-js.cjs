/**
 * The files of Microsoft's Office.js that Excel can ask for, found by reading `office.debug.js` 1.1.110. They are copied
 * as they are; every request of the library is relative to `office.js`, so the add-in stays on one origin.
 *
 * - `office.js` itself; it then loads exactly one `excel-<platform>-<version>.js`, named by the host. The ceiling of a
 *   platform's version stands in its `HostSpecificFileVersionMap`: 16.01 for Windows, 16.00 for every other.
 * - `<locale>/office_strings.js` for the language of Excel's own menus.
 * - `o15apptofilemappingtable.js` when no host names itself: the page was opened in a plain browser, and `Office.onReady`
 *   is answered without a host.
 * - `AgaveErrorUX/`, the question that appears when Excel on the web is served by an organisation's own server.
 *   The library asks for these by names in mixed case, which Microsoft's server forgives and most others do not.
 *
 * Left out on purpose: everything for other applications, the `debug` twins, custom functions (`*-core`), sign-in
 * (`webauth`), and `telemetry` and `ariatelemetry`: without these two files the library cannot report to anyone.
 */
const path = require("node:path");

const library = path.dirname(require.resolve("@microsoft/office-js/package.json"));

const platforms = ["web-16.00", "win32-16.00", "win32-16.01", "winrt-16.00", "mac-16.00", "ios-16.00", "android-16.00"];

const trustQuestion = {
  "index.html": "index.html",
  "agaveerrorux.js": "AgaveErrorUX.js",
  "style/agaveerrorux.css": "style/AgaveErrorUX.css",
  images: "images",
};

/** Patterns for copy-webpack-plugin. `info.minimized` keeps the minimizers away: the files must stay as Microsoft made them. */
module.exports = [
  ...["office.js", "o15apptofilemappingtable.js", ...platforms.map((platform) => `excel-${platform}.js`)].map(
    (file) => ({
      from: file,
      to: "officejs/[name][ext]",
    }),
  ),
  { from: "*/office_strings.js", to: "officejs/[path][name][ext]" },
  ...Object.entries(trustQuestion).map(([from, to]) => ({
    from: `agaveerrorux/${from}`,
    to: `officejs/AgaveErrorUX/${to}`,
  })),
].map((pattern) => ({ ...pattern, context: path.join(library, "dist"), info: { minimized: true } }));
module.exports.push({ from: path.join(library, "LICENSE.md"), to: "officejs/LICENSE.md", info: { minimized: true } });
