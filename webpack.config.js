// Three bundles apart: the add-in (task pane and ribbon commands), the workbench, and the command line.
const fs = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const CssPlugin = require("mini-css-extract-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { BannerPlugin } = require("webpack");
const { EsbuildPlugin } = require("esbuild-loader");
const csp = require("./config/csp.cjs");
const officeJs = require("./config/office-js.cjs");
const { readRibbon } = require("./config/ribbon.cjs");

/** The oldest engine of a page is the Safari 15.4 that Excel for Mac brings; Excel for Windows has a newer WebView2. */
const browsers = ["chrome100", "safari15.4"];

/** The chunk of the pane's worker for many files; named where it is started. */
const WORKER = "batch-worker";

const typescript = (engines) => ({ test: /\.tsx?$/, loader: "esbuild-loader", options: { target: engines } });
const css = { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] };

/** What all three share. `owns` says which files of the output folder a bundle may clean away. */
const common = ({ name, mode, engines, folder, owns, ...rest }) => ({
  name,
  mode,
  devtool: mode === "production" ? false : "source-map",
  performance: { hints: false },
  cache: {
    type: "filesystem",
    cacheDirectory: path.resolve(__dirname, ".cache/webpack"),
    name: `${name}-${mode}`,
    buildDependencies: { config: [__filename] },
  },
  resolve: {
    extensions: [".ts", ".tsx", ".mjs", ".js"],
    // Of exceljs's reader of streams, which is not used: a package below it states no licence.
    alias: { unzipper: false },
  },
  module: { rules: [typescript(engines), css] },
  stats: "errors-warnings",
  ...rest,
  output: {
    path: path.resolve(__dirname, folder),
    clean: { keep: (file) => !owns(file) },
    ...rest.output,
  },
});

const page = (name, mode, owns, rest) =>
  common({
    name,
    mode,
    target: ["web", "es2020"],
    engines: browsers,
    folder: "dist",
    owns,
    ...rest,
    output: {
      // Found from where a script itself came from, so that the folder can be hosted under any path, and workers, which stand
      // in a folder below the page, find their parts, too.
      publicPath: "auto",
      filename: `${name}/[name].[contenthash:8].js`,
      // A worker looks for its parts relative to itself, as the page does: so it stands beside the page.
      chunkFilename: ({ chunk }) => `${chunk.name === WORKER ? "" : `${name}/`}[name].[contenthash:8].js`,
      assetModuleFilename: `${name}/[name].[contenthash:8][ext]`,
    },
  });

const pane = (mode) =>
  page("pane", mode, (file) => /^(pane|officejs|assets)\/|^taskpane\.html$|^web\.config$|^batch-worker\./.test(file), {
    entry: { taskpane: "./src/taskpane/index.tsx" },
    plugins: [
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        templateParameters: { csp: csp.pane },
      }),
      new CssPlugin({ filename: "pane/[name].[contenthash:8].css" }),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.{png,json}" },
          { from: "config/web.config", to: "[name][ext]", transform: (text) => csp.withPolicy(text.toString()) },
          ...officeJs,
        ],
      }),
    ],
    // Terser makes the pane a fifth smaller than esbuild does.
    optimization: { minimizer: [new TerserPlugin({ extractComments: false })] },
  });

const workbench = (mode) =>
  page("workbench", mode, (file) => /^workbench\/|^index\.html$/.test(file), {
    entry: { workbench: "./src/workbench/page/index.tsx" },
    plugins: [
      new HtmlPlugin({
        filename: "index.html",
        template: "./src/workbench/page/index.html",
        templateParameters: { csp: csp.workbench },
      }),
      new CssPlugin({ filename: "workbench/[name].[contenthash:8].css" }),
      new CopyPlugin({
        patterns: [
          {
            from: "manifest.xml",
            to: "workbench/ribbon.json",
            transform: (manifest) =>
              JSON.stringify(
                readRibbon(manifest.toString(), fs.readFileSync(path.join(__dirname, "assets/shortcuts.json"), "utf8")),
              ),
          },
        ],
      }),
    ],
    // Several megabytes: esbuild takes seconds where Terser takes a minute.
    optimization: { minimizer: [new EsbuildPlugin({ target: browsers, css: true })] },
  });

const cli = (mode) =>
  common({
    name: "cli",
    mode,
    target: "node20.19",
    engines: "node20",
    folder: "lib",
    owns: () => true,
    // The second is the program of its threads.
    entry: { gouji: "./src/cli/index.ts", "gouji-worker": "./src/cli/worker.ts" },
    output: { filename: "[name].cjs", library: { type: "commonjs2" }, asyncChunks: false },
    node: { __dirname: false },
    plugins: [new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: "gouji.cjs" })],
    optimization: { minimize: false },
  });

/** @type {(env: unknown, argv: { mode?: "production" | "development" }) => import("webpack").Configuration[]} */
module.exports = (_env, { mode = "production" } = {}) => [pane(mode), workbench(mode), cli(mode)];
