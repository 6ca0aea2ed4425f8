/** Clears what setup.cjs has set. */
module.exports = async function tearDown() {
  await globalThis.stage.close();
};
