/** Ends what setup.cjs started. */
module.exports = async function tearDown() {
  const { server, browser } = globalThis.endToEnd;
  await browser.close();
  await server.close();
};
