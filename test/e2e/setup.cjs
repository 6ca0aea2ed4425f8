/** Sets the stage once for all end-to-end tests; test/e2e/browser.ts opens pages on it. */
const { setStage } = require("../../config/stage.cjs");

module.exports = async function setUp() {
  globalThis.stage = await setStage();
};
