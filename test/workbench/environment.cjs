// jsdom that serves Microsoft's Office.js, unmodified, from node_modules under the pane's own origin. Nothing else is served:
// a request for anything further is an error, so a test never reaches the network.
const { readFile } = require("node:fs/promises");
const { dirname, join } = require("node:path");
const { webcrypto } = require("node:crypto");
const { MessageChannel } = require("node:worker_threads");
const { TestEnvironment } = require("jest-environment-jsdom");
const { ResourceLoader } = require("jsdom");

const PANE = "https://pane.test/";
const BLANK = `${PANE}blank.html`;
const LIBRARY = `${PANE}officejs/`;
const distribution = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

class OfflineLoader extends ResourceLoader {
  fetch(url) {
    if (url === BLANK) return Promise.resolve(Buffer.from("<!doctype html><title>pane</title>"));
    if (!url.startsWith(LIBRARY)) return Promise.reject(new Error(`No network in tests: ${url}`));
    return readFile(join(distribution, new URL(url).pathname.slice("/officejs/".length)));
  }
}

/** What Univer 0.25 writes for every conditional format on cells with formulas, at every calculation; the results are right. */
const UNIVER_NOISE = "Dependency tree not found for treeId:";

function silence(console) {
  const error = console.error.bind(console);
  console.error = (...parts) => {
    if (parts[0] !== UNIVER_NOISE) error(...parts);
  };
}

module.exports = class OfficeEnvironment extends TestEnvironment {
  constructor(config, context) {
    const testEnvironmentOptions = {
      ...config.projectConfig.testEnvironmentOptions,
      url: `${PANE}taskpane.html`,
      resources: new OfflineLoader(),
    };
    super({ ...config, projectConfig: { ...config.projectConfig, testEnvironmentOptions } }, context);
  }

  async setup() {
    await super.setup();
    silence(this.global.console);
    // what every browser has and jsdom lacks: Univer needs the first, reading and writing of .xlsx the others
    Object.assign(this.global, { MessageChannel, TextDecoder, TextEncoder });
    this.global.structuredClone = structuredClone;
    Object.defineProperty(this.global.crypto, "subtle", { value: webcrypto.subtle, configurable: true });
  }
};
