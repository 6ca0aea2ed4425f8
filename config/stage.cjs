/** The pages as a person meets them: built, served over https on loopback, and a browser to open them in. */
const path = require("node:path");
const { launchBrowser } = require("./browser.cjs");
const { cachedBuild } = require("./cached-build.cjs");
const { certificate } = require("./certificate.cjs");
const { serve } = require("./static-server.cjs");

/**
 * Sets the stage and tells test/e2e/browser.ts, in this process and in those that it starts, where it is.
 * @returns {Promise<{ close(): Promise<void> }>}
 */
async function setStage() {
  const folder = await cachedBuild();
  const server = await serve({
    folder,
    certificate: await certificate(path.resolve(__dirname, "../.cache/certificate")),
  });
  const browser = await launchBrowser().catch(async (error) => {
    await server.close();
    throw error;
  });
  process.env.GOUJI_ORIGIN = server.origin;
  process.env.GOUJI_BROWSER = browser.wsEndpoint();
  return {
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

module.exports = { setStage };
