/** Builds the pages, serves them over https on loopback and starts one browser for all end-to-end tests. */
const path = require("node:path");
const { launchBrowser } = require("../../config/browser.cjs");
const { cachedBuild } = require("../../config/cached-build.cjs");
const { certificate } = require("../../config/certificate.cjs");
const { serve } = require("../../config/static-server.cjs");

module.exports = async function setUp() {
  const folder = await cachedBuild();
  const server = await serve({
    folder,
    certificate: await certificate(path.resolve(__dirname, "../../.cache/certificate")),
  });
  const browser = await launchBrowser();
  process.env.GOUJI_ORIGIN = server.origin;
  process.env.GOUJI_BROWSER = browser.wsEndpoint();
  globalThis.endToEnd = { server, browser };
};
